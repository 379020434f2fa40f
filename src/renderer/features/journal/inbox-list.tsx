import { ActionIcon, Button, Select } from '@mantine/core'
import { IconSelector, IconTrash } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { memo, type Ref, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '#renderer/lib/api.ts'
import { useToday } from '#renderer/lib/today.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useRemove } from '#renderer/lib/use-item-mutations.ts'
import { useUndoable } from '#renderer/lib/use-save.tsx'
import { evenGeometry } from '#renderer/ui/list-geometry.ts'
import { type ListHandle, WindowedList } from '#renderer/ui/windowed-list.tsx'
import type { ActivityLine } from '#shared/contract/journal.ts'
import { ActivityKind } from '#shared/model/vocabulary.ts'
import classes from './inbox-list.module.css'
import type { ShownList } from './journal-gate.tsx'
import { PendingLine } from './journal-list.tsx'
import { lineAt } from './journal-view.ts'

/** Pixels of a line. */
const HEIGHT = 46

interface InboxListProps {
  list: ShownList
  selected: string | null
  onOpen: (uid: string) => void
  handle: Ref<ListHandle>
}

/** The inbox: give each line a kind and it leaves; open it for everything else. The focus goes on to the next line. */
export function InboxList({ list, selected, onOpen, handle }: InboxListProps) {
  const { t } = useTranslation('journal')
  const { view, pages } = list
  const geometry = useMemo(() => evenGeometry(view.order.count, HEIGHT), [view.order.count])
  const actions = useInboxActions()
  return (
    <WindowedList
      label={t('inboxTitle')}
      geometry={geometry}
      version={view.stamp}
      placeOf={list.placeOf}
      isHeld={selected !== null}
      onDrawn={list.read}
      handle={handle}
      row={(row, isActive) => {
        const line = lineAt(pages, row)
        if (line === undefined) return <PendingLine isActive={isActive} />
        return (
          <InboxRow
            line={line}
            isSelected={line.uid === selected}
            isActive={isActive}
            onOpen={onOpen}
            onSort={actions.sort}
            onRemove={actions.remove}
          />
        )
      }}
    />
  )
}

/** What a line can be told from the list, with the way back. */
function useInboxActions() {
  const { t } = useTranslation('journal')
  const { client } = useApi()
  const undoable = useUndoable()
  const sort = useMutation({
    mutationFn: ({ line, kind }: { line: ActivityLine; kind: ActivityKind | null }) =>
      client.journal.update({ uid: line.uid, patch: { inbox: false, ...(kind && { kind }) } }),
    onSuccess: ({ batchId }, { line }) => undoable(t('sort.sorted', { title: line.title }), batchId),
  }).mutate
  const remove = useRemove(
    (uid) => client.journal.remove({ uid }),
    () => {},
  ).mutate
  return useMemo(
    () => ({
      sort: (line: ActivityLine, kind: ActivityKind | null) => sort({ line, kind }),
      remove: ({ uid, title }: ActivityLine) => remove({ uid, title }),
    }),
    [remove, sort],
  )
}

interface InboxRowProps {
  line: ActivityLine
  isSelected: boolean
  isActive: boolean
  onOpen: (uid: string) => void
  onSort: (line: ActivityLine, kind: ActivityKind | null) => void
  onRemove: (line: ActivityLine) => void
}

/** A line with its controls. */
const InboxRow = memo(function InboxRow({ line, isSelected, isActive, onOpen, onSort, onRemove }: InboxRowProps) {
  const { t } = useTranslation(['journal', 'common'])
  const format = useFormat()
  const today = useToday()
  const tabIndex = isActive ? 0 : -1
  return (
    <div className={classes.row} data-selected={isSelected}>
      <button
        type="button"
        className={classes.title}
        data-uid={line.uid}
        data-control="open"
        tabIndex={tabIndex}
        onClick={() => onOpen(line.uid)}
      >
        {line.title}
      </button>
      <span className={classes.day}>
        {format.shortDay(line.day)}
        {line.day.slice(0, 4) !== today.slice(0, 4) && ` ${line.day.slice(0, 4)}`}
      </span>
      <KindChoice key={line.uid} line={line} isActive={isActive} onSort={onSort} />
      <Button size="xs" variant="default" data-control="done" tabIndex={tabIndex} onClick={() => onSort(line, null)}>
        {t('sort.done')}
      </Button>
      <ActionIcon
        variant="subtle"
        color="gray"
        data-control="remove"
        tabIndex={tabIndex}
        title={t('common:action.remove')}
        aria-label={`${t('common:action.remove')}: ${line.title}`}
        onClick={() => onRemove(line)}
      >
        <IconTrash size={16} />
      </ActionIcon>
    </div>
  )
})

interface KindChoiceProps {
  line: ActivityLine
  isActive: boolean
  onSort: (line: ActivityLine, kind: ActivityKind | null) => void
}

/** The choice of a kind. It costs much to draw, so it is there where the focus is; elsewhere a button stands for it, whose click opens it. */
function KindChoice({ line, isActive, onSort }: KindChoiceProps) {
  const { t } = useTranslation(['journal', 'vocabulary'])
  const [isAsked, setAsked] = useState(false)
  const label = `${t('field.kind')}: ${line.title}`
  if (!isActive)
    return (
      <button
        type="button"
        role="combobox"
        aria-expanded={false}
        aria-haspopup="listbox"
        aria-label={label}
        className={`${classes.kind} no-print`}
        data-control="kind"
        tabIndex={-1}
        // The focus comes with the click and not before: it makes the row the active one, and the choice takes this one's place.
        onMouseDown={(event) => event.preventDefault()}
        onClick={(event) => {
          setAsked(true)
          event.currentTarget.focus()
        }}
      >
        {line.kind === null ? t('sort.kind') : t(`vocabulary:activityKind.${line.kind}`)}
        <IconSelector size={14} aria-hidden />
      </button>
    )
  return (
    <Select
      className="no-print"
      aria-label={label}
      placeholder={t('sort.kind')}
      size="xs"
      data-control="kind"
      defaultDropdownOpened={isAsked}
      onDropdownClose={() => setAsked(false)}
      data={ActivityKind.options.map((value) => ({ value, label: t(`vocabulary:activityKind.${value}`) }))}
      allowDeselect={false}
      value={line.kind}
      onChange={(kind) => onSort(line, ActivityKind.nullable().parse(kind))}
    />
  )
}
