import { Text } from '@mantine/core'
import { type CSSProperties, type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Selection } from '#renderer/lib/selection.ts'
import { useToday } from '#renderer/lib/today.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { focusByArrows } from '#renderer/ui/focus-by-arrows.ts'
import { SectionTitle } from '#renderer/ui/section.tsx'
import { type InfluenceYear, influenceByYear, reachedWide } from '#shared/domain/achievements/board.ts'
import type { ItemView } from '#shared/model/entities.ts'
import { Scope } from '#shared/model/vocabulary.ts'
import classes from './influence-table.module.css'

const NONE = '–'

type Achievement = ItemView<'achievement'>
type Year = InfluenceYear<Achievement>

/** A figure of the table that is opened down to its achievements. */
interface Figure {
  year: string
  row: Scope | 'all' | 'led'
}

/** From wide to narrow: what grows over the years stands on top. */
const ROWS = Scope.options.toReversed()

function itemsOf({ year, row }: Figure, years: Year[]): Achievement[] {
  const found = years.find((one) => one.year === year)
  if (found === undefined) return []
  if (row === 'all') return found.items
  if (row === 'led') return found.led === null ? [] : [found.led]
  return found.byScope[row]
}

/** The first year against the newest, in one sentence. */
function useFinding(years: Year[]): string {
  const { t } = useTranslation('achievements')
  const words = (year: Year | undefined) => ({
    year: year?.year ?? '',
    wide: year === undefined ? 0 : reachedWide(year),
    all: year?.items.length ?? 0,
  })
  const now = words(years.at(-1))
  const first = words(years[0])
  if (years.length === 0) return t('influence.none')
  if (years.length === 1) return t('influence.one', now)
  return t('influence.finding', {
    ...now,
    firstYear: first.year,
    firstWide: first.wide,
    firstAll: first.all,
  })
}

const isSame = (one: Figure | null, other: Figure) => one?.year === other.year && one.row === other.row

/** Figures are one stop of the Tab key; arrows move along the row and the column, over what is empty. */
function onFigureKey(event: KeyboardEvent<HTMLElement>) {
  const { year, row } = (event.target as HTMLElement).dataset
  const isVertical = event.key === 'ArrowUp' || event.key === 'ArrowDown'
  if (isVertical) focusByArrows(event, `[data-year="${year}"]`, { ArrowUp: -1, ArrowDown: 1 })
  else focusByArrows(event, `[data-row="${row}"]`, { ArrowLeft: -1, ArrowRight: 1 })
}

interface InfluenceTableProps {
  items: Achievement[]
  /** These are all achievements: only then is there a sentence on the years. */
  isWhole: boolean
  selection: Selection
}

/** Scope of influence over time: achievements by scope and year, and the most people led; each figure opens what it counts. */
export function InfluenceTable({ items, isWhole, selection }: InfluenceTableProps) {
  const { t } = useTranslation(['achievements', 'vocabulary'])
  const years = influenceByYear(items, useToday())
  const finding = useFinding(years)
  const [figure, setFigure] = useState<Figure | null>(null)
  const wordOf = (row: Figure['row']) =>
    row === 'all' || row === 'led' ? t(`influence.${row}`) : t(`vocabulary:scope.${row}`)
  const opened = figure === null ? [] : itemsOf(figure, years)
  return (
    <section>
      <SectionTitle title={t('influence.title')} />
      {(isWhole || years.length === 0) && <Text size="sm">{finding}</Text>}
      {years.length > 0 && (
        <Figures
          years={years}
          figure={figure}
          onToggle={(next) => setFigure(isSame(figure, next) ? null : next)}
          wordOf={wordOf}
        />
      )}
      {figure !== null && opened.length > 0 && (
        <Opened title={`${wordOf(figure.row)}, ${figure.year}`} items={opened} selection={selection} />
      )}
    </section>
  )
}

interface FiguresProps {
  years: Year[]
  figure: Figure | null
  onToggle: (figure: Figure) => void
  wordOf: (row: Figure['row']) => string
}

function Figures(props: FiguresProps) {
  const { years } = props
  const { t } = useTranslation('achievements')
  const [last, setLast] = useState<Figure | null>(null)
  const isThere = last !== null && itemsOf(last, years).length > 0
  const stop = isThere ? last : { year: years.at(-1)?.year ?? '', row: 'all' as const }
  return (
    <div className={classes.scroll}>
      <table className={classes.table} onKeyDown={onFigureKey}>
        <thead>
          <tr>
            <th scope="col">{t('field.scope')}</th>
            {years.map(({ year }) => (
              <th key={year} scope="col">
                {year}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...ROWS, 'all' as const, 'led' as const].map((name) => (
            <Row key={name} name={name} {...props} stop={stop} onStop={setLast} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface RowProps extends FiguresProps {
  name: Figure['row']
  stop: Figure
  onStop: (figure: Figure) => void
}

/** The share of a year's achievements, as the shade of a cell; sums have none. */
const shadeOf = (row: Figure['row'], count: number, { items }: Year) =>
  ({ '--share': row === 'all' || row === 'led' ? 0 : count / items.length }) as CSSProperties

function Row({ name, years, figure, onToggle, wordOf, stop, onStop }: RowProps) {
  const format = useFormat()
  return (
    <tr data-sum={name === 'all' || undefined}>
      <th scope="row">{wordOf(name)}</th>
      {years.map((year) => {
        const own = { year: year.year, row: name }
        const count = itemsOf(own, years).length
        const value = format.number(name === 'led' ? (year.led?.peopleLed ?? 0) : count)
        return (
          <td key={year.year} style={shadeOf(name, count, year)}>
            {count === 0 ? (
              <span className={classes.none}>{NONE}</span>
            ) : (
              <button
                type="button"
                className={classes.figure}
                data-year={year.year}
                data-row={name}
                tabIndex={isSame(stop, own) ? 0 : -1}
                aria-label={`${wordOf(name)}, ${year.year}: ${value}`}
                aria-expanded={isSame(figure, own)}
                onFocus={() => onStop(own)}
                onClick={() => onToggle(own)}
              >
                {value}
              </button>
            )}
          </td>
        )
      })}
    </tr>
  )
}

function Opened({ title, items, selection }: { title: string; items: Achievement[]; selection: Selection }) {
  const format = useFormat()
  return (
    <section className={classes.opened} aria-label={title}>
      <SectionTitle title={title} aside={format.number(items.length)} />
      <ul className={classes.list}>
        {items.map((item) => (
          <li key={item.uid}>
            <button
              type="button"
              className={classes.name}
              data-uid={item.uid}
              aria-current={item.uid === selection.item}
              onClick={() => selection.open(item.uid)}
            >
              {item.title}
            </button>
            <span className={classes.quiet}>{format.day(item.day)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
