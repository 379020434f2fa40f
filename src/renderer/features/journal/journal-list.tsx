import { Text } from '@mantine/core'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#renderer/lib/use-format.ts'
import type { ActivityLine } from '#shared/model/activity.ts'
import classes from './journal-list.module.css'

interface JournalListProps {
  lines: ActivityLine[]
  selected: string | null
  onOpen: (uid: string) => void
  hasMore: boolean
  onMore: () => void
}

type Row = { kind: 'day'; day: string } | { kind: 'line'; line: ActivityLine }

const HEIGHT = { day: 40, line: 34 }

/** Rows before the end at which the next page is asked for. */
const AHEAD = 60

function toRows(lines: ActivityLine[]): Row[] {
  const rows: Row[] = []
  let day = ''
  for (const line of lines) {
    if (line.day !== day) rows.push({ kind: 'day', day: line.day })
    day = line.day
    rows.push({ kind: 'line', line })
  }
  return rows
}

/** The lines under their days; only what is in sight is in the document, whatever the length. */
export function JournalList({ lines, selected, onOpen, hasMore, onMore }: JournalListProps) {
  const { t } = useTranslation(['journal', 'common'])
  const format = useFormat()
  const scroll = useRef<HTMLDivElement>(null)
  const rows = useMemo(() => toRows(lines), [lines])
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: (index) => HEIGHT[rows[index]?.kind ?? 'line'],
    overscan: 12,
  })
  const shown = virtualizer.getVirtualItems()
  const last = shown.at(-1)?.index ?? 0
  useEffect(() => {
    if (hasMore && last >= rows.length - AHEAD) onMore()
  }, [hasMore, last, onMore, rows.length])
  if (lines.length === 0) return <Text c="dimmed">{t('common:list.nothing')}</Text>
  return (
    <div className={classes.scroll} ref={scroll}>
      <div style={{ position: 'relative', height: virtualizer.getTotalSize() }}>
        {shown.map((item) => {
          const row = rows[item.index]
          if (row === undefined) return null
          return (
            <div key={item.key} className={classes.row} style={{ transform: `translateY(${item.start}px)` }}>
              {row.kind === 'day' ? (
                <div className={classes.day}>
                  {format.weekDay(row.day)} {row.day.slice(0, 4)}
                </div>
              ) : (
                <LineRow line={row.line} selected={row.line.uid === selected} onOpen={onOpen} />
              )}
            </div>
          )
        })}
      </div>
    </div>
  )
}

function LineRow({ line, selected, onOpen }: { line: ActivityLine; selected: boolean; onOpen: (uid: string) => void }) {
  const { t } = useTranslation('vocabulary')
  const format = useFormat()
  return (
    <button
      type="button"
      className={classes.line}
      data-uid={line.uid}
      aria-current={selected}
      onClick={() => onOpen(line.uid)}
    >
      <span className={classes.title}>
        {line.title}
        {line.refs.length > 0 && (
          <span className={classes.refs}>{line.refs.map((ref) => format.text(ref.title)).join(', ')}</span>
        )}
      </span>
      <span className={classes.kind}>{line.kind === null ? t('noKind') : t(`activityKind.${line.kind}`)}</span>
      <span className={classes.minutes}>{format.minutes(line.minutes)}</span>
    </button>
  )
}
