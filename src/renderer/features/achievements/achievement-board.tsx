import { Text } from '@mantine/core'
import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ListActs } from '#renderer/fields/list-types.ts'
import { PlannedBadge } from '#renderer/fields/planned-badge.tsx'
import type { Selection } from '#renderer/lib/selection.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { Board, type BoardColumn } from '#renderer/ui/board.tsx'
import { useBoard } from '#renderer/ui/use-board.ts'
import type { ItemView } from '#shared/model/entities.ts'
import { useEffectLine } from './change-words.ts'

type Achievement = ItemView<'achievement'>

interface AchievementBoardProps {
  /** Name of the board for screen readers. */
  label: string
  columns: BoardColumn<Achievement>[]
  /** The title of a column says the year. */
  isOfYears?: boolean
  acts: Pick<ListActs<Achievement, never>, 'openMenu' | 'onRowKey'>
  selection: Selection
}

/** Achievements as cards in columns. */
export function AchievementBoard({ label, columns, isOfYears = false, acts, selection }: AchievementBoardProps) {
  const { t } = useTranslation('common')
  const uids = useMemo(() => columns.map(({ items }) => items.map(({ uid }) => uid)), [columns])
  const menu = { label: t('list.actions'), open: acts.openMenu }
  const board = useBoard(uids, selection.item, { onOpen: selection.open, menu, onRowKey: acts.onRowKey })
  const factsOf = useCallback((item: Achievement) => <CardFacts item={item} isOfYear={isOfYears} />, [isOfYears])
  return (
    <Board
      label={label}
      columns={columns}
      board={board}
      selected={selection.item}
      factsOf={factsOf}
      menuLabel={menu.label}
    />
  )
}

function CardFacts({ item, isOfYear }: { item: Achievement; isOfYear: boolean }) {
  const { t } = useTranslation('vocabulary')
  const format = useFormat()
  const effect = useEffectLine()(item)
  return (
    <>
      {effect !== '' && (
        <Text component="div" inherit c="var(--kurs-ink)">
          {effect}
        </Text>
      )}
      <div>
        {`${t(`scope.${item.scope}`)} · ${isOfYear ? format.shortDay(item.day) : format.day(item.day)}`}{' '}
        <PlannedBadge day={item.day} />
      </div>
    </>
  )
}
