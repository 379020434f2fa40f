import { Text, Title } from '@mantine/core'
import { Fragment, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Selection } from '#renderer/lib/selection.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { type CalibrationPart, calibrationYears, type LookedBack } from '#shared/domain/states/calibration-years.ts'
import { CALIBRATION_LEAST } from '#shared/domain/states/impact-retro.ts'
import type { ItemView } from '#shared/model/entities.ts'
import classes from './calibration.module.css'
import { CalibrationLine } from './calibration-line.tsx'
import { useChangeTexts } from './use-change-text.ts'

type Initiative = ItemView<'initiative'>
type Bet = LookedBack<Initiative>
type Part = CalibrationPart<Initiative>

/** The initiatives behind each figure. */
const GROUPS = {
  compared: ({ share }: Bet) => share !== null,
  reached: ({ share }: Bet) => share !== null && share >= 1,
  short: ({ share }: Bet) => share !== null && share < 1,
  rest: ({ share }: Bet) => share === null,
}
type Group = keyof typeof GROUPS

const COLUMNS = ['year', 'compared', 'reached', 'short', 'median', 'miss', 'rest'] as const

interface CalibrationTableProps {
  items: Initiative[]
  /** Nothing is filtered out. */
  isWhole: boolean
  selection: Pick<Selection, 'item' | 'open'>
}

/** How often and how far expectations were off, by year; each figure opens the initiatives behind it. */
export function CalibrationTable({ items, isWhole, selection }: CalibrationTableProps) {
  const { t } = useTranslation('initiatives')
  const { years, all } = useMemo(() => calibrationYears(items), [items])
  const parts = years.length > 1 ? [...years, all] : years
  if (years.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {t(isWhole ? 'calibration.empty' : 'calibration.emptyShown')}
      </Text>
    )
  return (
    <>
      <Title order={2}>{t('calibration.title')}</Title>
      <CalibrationLine items={items} isWhole={isWhole} />
      <Parts parts={parts} selection={selection} />
      <p className={classes.note}>{t('calibration.note', { least: CALIBRATION_LEAST })}</p>
    </>
  )
}

interface Opened {
  year: number | null
  group: Group
}

function Parts({ parts, selection }: { parts: Part[]; selection: CalibrationTableProps['selection'] }) {
  const { t } = useTranslation('initiatives')
  const [opened, setOpened] = useState<Opened | null>(null)
  return (
    <div className={classes.scroll}>
      <table className={classes.table} aria-label={t('calibration.title')}>
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th key={column} scope="col">
                {t(`calibration.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {parts.map((part) => {
            const wanted = opened?.year === part.year ? opened.group : null
            // Under another filter there may be nothing behind an opened figure, and no button to close it.
            const own = wanted !== null && part.bets.some(GROUPS[wanted]) ? wanted : null
            const toggle = (group: Group) => setOpened(own === group ? null : { year: part.year, group })
            return (
              <Fragment key={String(part.year)}>
                <Figures part={part} opened={own} onToggle={toggle} />
                {own !== null && (
                  <tr>
                    <td colSpan={COLUMNS.length} id={`calibration-${part.year}`} className={classes.behind}>
                      <Bets bets={part.bets.filter(GROUPS[own])} selection={selection} />
                    </td>
                  </tr>
                )}
              </Fragment>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

interface FiguresProps {
  part: Part
  opened: Group | null
  onToggle: (group: Group) => void
}

/** The figures of one year, or of all. */
function Figures({ part, opened, onToggle }: FiguresProps) {
  const { t } = useTranslation('initiatives')
  const format = useFormat()
  const { year, bets, compared, median, miss } = part
  const title = year === null ? t('calibration.all') : String(year)
  const count = (group: Group) => {
    const words = format.number(bets.filter(GROUPS[group]).length)
    if (words === '0') return words
    return (
      <button
        type="button"
        className={classes.figure}
        aria-label={`${title}, ${t(`calibration.column.${group}`)}: ${words}`}
        aria-expanded={opened === group}
        aria-controls={`calibration-${year}`}
        onClick={() => onToggle(group)}
      >
        {words}
      </button>
    )
  }
  const orTooFew = (words: string | null) =>
    words ?? (compared > 0 && <span className={classes.quiet}>{t('calibration.tooFew')}</span>)
  return (
    <tr data-all={year === null || undefined}>
      <th scope="row">{title}</th>
      <td>{count('compared')}</td>
      <td>{count('reached')}</td>
      <td>{count('short')}</td>
      <td>{orTooFew(median === null ? null : format.percent(median))}</td>
      <td>{orTooFew(miss === null ? null : format.ratio(miss))}</td>
      <td>{count('rest')}</td>
    </tr>
  )
}

/** Initiatives with what was expected and what came; each opens beside. */
function Bets({ bets, selection }: { bets: Bet[]; selection: CalibrationTableProps['selection'] }) {
  const { t } = useTranslation('initiatives')
  const format = useFormat()
  const { outcomeText } = useChangeTexts()
  return (
    <ul className={classes.bets} aria-label={t('calibration.behind')}>
      {bets.map((bet) => (
        <li key={bet.item.uid}>
          <button
            type="button"
            className={classes.open}
            data-uid={bet.item.uid}
            aria-current={selection.item === bet.item.uid}
            onClick={() => selection.open(bet.item.uid)}
          >
            {bet.item.title}
          </button>
          <div>{outcomeText(bet.item, bet.retro)}</div>
          <div className={classes.quiet}>{t('retro.held', { day: format.day(bet.retro.day) })}</div>
        </li>
      ))}
    </ul>
  )
}
