import { type Ref, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { evenGeometry } from '#renderer/ui/list-geometry.ts'
import { type ListHandle, WindowedList } from '#renderer/ui/windowed-list.tsx'
import { InboxRow } from './inbox-row.tsx'
import type { ShownList } from './journal-gate.tsx'
import { PendingLine } from './journal-list.tsx'
import { lineAt } from './journal-view.ts'
import type { InboxActions } from './use-inbox-actions.ts'
import type { RankKinds } from './use-kind-ranks.ts'

/** Pixels of a row. */
const HEIGHT = 46

interface InboxListProps {
  list: ShownList
  selected: string | null
  actions: InboxActions
  rank: RankKinds
  handle: Ref<ListHandle>
}

/**
 * The inbox. An entry that gets a kind leaves the list; everything else is changed by opening it. The focus moves to
 * the next entry.
 */
export function InboxList({ list, selected, actions, rank, handle }: InboxListProps) {
  const { t } = useTranslation('journal')
  const { view, pages } = list
  const geometry = useMemo(() => evenGeometry(view.order.count, HEIGHT), [view.order.count])
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
          <InboxRow line={line} isSelected={line.uid === selected} isActive={isActive} actions={actions} rank={rank} />
        )
      }}
    />
  )
}
