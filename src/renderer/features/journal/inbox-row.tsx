import { ActionIcon, Button, Select } from '@mantine/core'
import { IconSelector, IconTrash } from '@tabler/icons-react'
import { type KeyboardEvent, memo, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useToday } from '#renderer/lib/today.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import type { ActivityLine } from '#shared/contract/journal.ts'
import { ActivityKind } from '#shared/model/vocabulary.ts'
import { inboxKeyOf } from './inbox-keys.ts'
import { LEGEND_ID } from './inbox-legend.tsx'
import classes from './inbox-list.module.css'
import { InboxMinutes } from './inbox-minutes.tsx'
import type { InboxActions } from './use-inbox-actions.ts'
import { useKindOptions } from './use-kind-choices.ts'
import type { RankKinds } from './use-kind-ranks.ts'

interface InboxRowProps {
  line: ActivityLine
  isSelected: boolean
  isActive: boolean
  actions: InboxActions
  rank: RankKinds
}

/** Puts the focus on another control of the row. */
function focusOn(row: Element, control: string): HTMLElement | null {
  const found = row.querySelector<HTMLElement>(`[data-control="${control}"]`)
  found?.focus()
  return found
}

/**
 * The choice of a kind, opened by a key. When it closes, the focus returns to the row; otherwise the field would take
 * the keys of the row. A choice reached by Tab keeps the focus in its column.
 */
function useKindsByKey() {
  const row = useRef<HTMLDivElement>(null)
  const isByKey = useRef(false)
  const open = () => {
    isByKey.current = true
    if (row.current !== null) focusOn(row.current, 'kind')?.click()
  }
  const closed = () => {
    if (isByKey.current && row.current?.contains(document.activeElement)) focusOn(row.current, 'open')
    isByKey.current = false
  }
  return { row, open, closed }
}

/** An entry with its controls, and what its keys do. */
export const InboxRow = memo(function InboxRow({ line, isSelected, isActive, actions, rank }: InboxRowProps) {
  const format = useFormat()
  const today = useToday()
  const [timed, setTimed] = useState<string | null>(null)
  const ranked = useMemo(() => rank(line), [line, rank])
  const tabIndex = isActive ? 0 : -1
  const kinds = useKindsByKey()
  const likely = ranked.isLikely ? (ranked.kinds[0] ?? null) : null
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const target = event.target as HTMLElement
    const key =
      target.matches('input, [role="option"]') || event.defaultPrevented ? null : inboxKeyOf(event.nativeEvent)
    if (key === null) return
    // On a focused button Enter presses the button. On the entry itself it accepts the offered kind, or opens the entry
    // if none is offered.
    if (key.does === 'accept' && (target.dataset.control !== 'open' || likely === null)) return
    event.preventDefault()
    if (key.does === 'kind') actions.sort(line, ranked.kinds[key.place] ?? null)
    else if (key.does === 'accept') actions.sort(line, likely)
    else if (key.does === 'time') setTimed(line.uid)
    else if (key.does === 'allKinds') kinds.open()
    else if (key.does === 'done') actions.sort(line, null)
    else actions[key.does](line)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys of the row are heard for all of its controls
    <div ref={kinds.row} className={classes.row} data-selected={isSelected} onKeyDown={onKeyDown}>
      <button
        type="button"
        className={classes.title}
        data-uid={line.uid}
        data-control="open"
        aria-describedby={isActive ? LEGEND_ID : undefined}
        tabIndex={tabIndex}
        onClick={() => actions.open(line)}
      >
        {line.title}
      </button>
      <span className={classes.day}>
        {format.shortDay(line.day)}
        {line.day.slice(0, 4) !== today.slice(0, 4) && ` ${line.day.slice(0, 4)}`}
      </span>
      <KindChoice
        key={line.uid}
        line={line}
        likely={likely}
        isActive={isActive}
        onSort={actions.sort}
        onClosed={kinds.closed}
      />
      <InboxMinutes
        line={line}
        isEdited={timed === line.uid}
        tabIndex={tabIndex}
        onEdit={() => setTimed(line.uid)}
        onDone={(minutes, row) => {
          if (row !== null) focusOn(row, 'open')
          setTimed(null)
          if (minutes !== null && minutes !== line.minutes) actions.time(line, minutes)
        }}
      />
      <RowEnd line={line} actions={actions} tabIndex={tabIndex} />
    </div>
  )
})

interface RowEndProps extends Pick<InboxRowProps, 'line' | 'actions'> {
  tabIndex: number
}

/** Buttons: done as it is, or delete. */
function RowEnd({ line, actions, tabIndex }: RowEndProps) {
  const { t } = useTranslation(['journal', 'common'])
  return (
    <>
      <Button
        size="xs"
        variant="default"
        data-control="done"
        tabIndex={tabIndex}
        onClick={() => actions.sort(line, null)}
      >
        {t('sort.done')}
      </Button>
      <ActionIcon
        variant="subtle"
        color="gray"
        data-control="remove"
        tabIndex={tabIndex}
        title={t('common:action.remove')}
        aria-label={`${t('common:action.remove')}: ${line.title}`}
        onClick={() => actions.remove(line)}
      >
        <IconTrash size={16} />
      </ActionIcon>
    </>
  )
}

interface KindChoiceProps {
  line: ActivityLine
  /** The kind suggested by the words of the entry. */
  likely: ActivityKind | null
  isActive: boolean
  onSort: (line: ActivityLine, kind: ActivityKind | null) => void
  onClosed: () => void
}

/** The choice of a kind. It is slow to draw, so only the active row has it; other rows show a button that opens it. */
function KindChoice({ line, likely, isActive, onSort, onClosed }: KindChoiceProps) {
  const { t } = useTranslation(['journal', 'vocabulary'])
  const [isAsked, setAsked] = useState(false)
  const label = `${t('field.kind')}: ${line.title}`
  const shown =
    line.kind === null && likely !== null
      ? t('capture.kind.maybe', { kind: t(`vocabulary:activityKind.${likely}`) })
      : t('sort.kind')
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
        // The focus moves on click and not on mousedown: the focus makes the row active, and then the choice replaces
        // this button.
        onMouseDown={(event) => event.preventDefault()}
        onClick={(event) => {
          setAsked(true)
          event.currentTarget.focus()
        }}
      >
        <span>{line.kind === null ? shown : t(`vocabulary:activityKind.${line.kind}`)}</span>
        <IconSelector size={14} aria-hidden />
      </button>
    )
  return (
    <KindSelect
      line={line}
      label={label}
      placeholder={shown}
      isAsked={isAsked}
      onSort={onSort}
      onClose={() => {
        setAsked(false)
        onClosed()
      }}
    />
  )
}

interface KindSelectProps extends Pick<KindChoiceProps, 'line' | 'onSort'> {
  label: string
  placeholder: string
  /** It was opened by the button that it replaced. */
  isAsked: boolean
  onClose: () => void
}

function KindSelect({ line, label, placeholder, isAsked, onSort, onClose }: KindSelectProps) {
  const options = useKindOptions()
  return (
    <Select
      className="no-print"
      aria-label={label}
      placeholder={placeholder}
      size="xs"
      data-control="kind"
      defaultDropdownOpened={isAsked}
      onDropdownClose={onClose}
      data={options}
      allowDeselect={false}
      value={line.kind}
      onChange={(kind) => onSort(line, ActivityKind.nullable().parse(kind))}
    />
  )
}
