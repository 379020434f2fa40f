import { Button, Text, Title } from '@mantine/core'
import { useDeferredValue, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Selection, useOpenItem } from '#renderer/lib/selection.ts'
import { useToday } from '#renderer/lib/today.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { statusOn } from '#shared/domain/calendar/done.ts'
import { foldYears, type Quarter, type RoadmapYear, roadmapOf } from '#shared/domain/states/roadmap.ts'
import type { ItemView } from '#shared/model/entities.ts'
import classes from './roadmap.module.css'
import { useChangeTexts } from './use-change-text.ts'

type Initiative = ItemView<'initiative'>

interface InitiativeRoadmapProps {
  items: Initiative[]
  selection: Pick<Selection, 'item' | 'open'>
}

/** What every entry needs. */
interface Shared {
  selection: InitiativeRoadmapProps['selection']
  changeText: ReturnType<typeof useChangeTexts>['changeText']
}

/** The initiatives by quarter, with who answers for them: the technology roadmap, on the screen and on paper. */
export function InitiativeRoadmap({ items: current, selection }: InitiativeRoadmapProps) {
  const { t } = useTranslation('initiatives')
  const format = useFormat()
  const today = useToday()
  const items = useDeferredValue(current)
  const { years, undated } = useMemo(() => roadmapOf(items, today), [items, today])
  const folded = useMemo(() => foldYears(years, today), [years, today])
  const { changeText } = useChangeTexts()
  const shared = { selection, changeText }
  const [isWhole, setIsWhole] = useState(false)
  const earlier = years.length - folded.length
  const shown = isWhole ? years : folded
  return (
    <div className={classes.roadmap}>
      <Title order={2}>{t('roadmap.title')}</Title>
      <Text size="sm" c="dimmed">
        {t('roadmap.asOf', { day: format.day(today) })}
      </Text>
      {earlier > 0 && (
        <Button variant="subtle" size="compact-sm" mt="xs" aria-expanded={isWhole} onClick={() => setIsWhole(!isWhole)}>
          {isWhole ? t('roadmap.hideEarlier') : t('roadmap.earlier', { count: earlier })}
        </Button>
      )}
      {shown.map((year) => (
        <Year key={year.year} year={year} {...shared} />
      ))}
      {undated.length > 0 && (
        <section className={classes.undated} aria-labelledby="roadmap-undated">
          <h3 id="roadmap-undated">{t('roadmap.undated')}</h3>
          <p className={`${classes.quiet} no-print`}>{t('roadmap.undatedHint')}</p>
          <ul className={classes.columns}>
            {undated.map((item) => (
              <Entry key={item.uid} item={item} {...shared} />
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}

interface YearProps extends Shared {
  year: RoadmapYear<Initiative>
}

function Year({ year: { year, quarters }, ...shared }: YearProps) {
  return (
    <section aria-labelledby={`roadmap-${year}`}>
      <h3 id={`roadmap-${year}`} className={classes.year}>
        {year}
      </h3>
      <div className={classes.columns}>
        {quarters.map((quarter) => (
          <QuarterSection key={quarter.number} year={year} quarter={quarter} {...shared} />
        ))}
      </div>
    </section>
  )
}

interface QuarterProps extends Shared {
  year: number
  quarter: Quarter<Initiative>
}

function QuarterSection({ year, quarter, ...shared }: QuarterProps) {
  const { t } = useTranslation(['initiatives', 'common'])
  const format = useFormat()
  const { number, begun, going, carried, isNow } = quarter
  const named = going.filter((item) => !carried.includes(item))
  const id = `roadmap-${year}-${number}`
  const months = { start: format.monthName(quarter.firstMonth), end: format.monthName(quarter.lastMonth) }
  return (
    <section className={classes.quarter} aria-labelledby={id} data-now={isNow || undefined}>
      <h4 id={id} className={classes.heading}>
        {t('roadmap.quarter', { number })} <span className={classes.quiet}>{t('common:range', months)}</span>
        {isNow && <span className={classes.now}>{t('roadmap.now')}</span>}
      </h4>
      {begun.length + going.length === 0 && <p className={classes.quiet}>{t('roadmap.none')}</p>}
      <Entries items={begun} {...shared} />
      {going.length > 0 && (
        <>
          <h5 className={classes.going}>{t('roadmap.going')}</h5>
          <Entries items={carried} {...shared} />
          <ul className={classes.goingList}>
            {named.map((item) => (
              <li key={item.uid}>
                <OpenButton item={item} selection={shared.selection} />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

function Entries({ items, ...shared }: Shared & { items: Initiative[] }) {
  if (items.length === 0) return null
  return (
    <ul className={classes.entries}>
      {items.map((item) => (
        <Entry key={item.uid} item={item} {...shared} />
      ))}
    </ul>
  )
}

interface EntryProps extends Shared {
  item: Initiative
}

function OpenButton({ item, selection }: Omit<EntryProps, 'changeText'>) {
  return (
    <button
      type="button"
      className={classes.open}
      data-uid={item.uid}
      aria-current={selection.item === item.uid}
      onClick={() => selection.open(item.uid)}
    >
      {item.title}
    </button>
  )
}

/** An initiative in the quarter in which it begins, or in the first one that shows it: its state, days and effect, and who answers for it. */
function Entry({ item, selection, changeText }: EntryProps) {
  const { t } = useTranslation(['initiatives', 'common'])
  const format = useFormat()
  const { startDay, endDay, expectedChange } = item
  const status = statusOn(item, useToday(), 'running')
  const days = () => {
    if (startDay !== null && endDay !== null)
      return t('common:range', { start: format.day(startDay), end: format.day(endDay) })
    if (startDay !== null) return t('roadmap.from', { day: format.day(startDay) })
    return endDay === null ? '' : t('roadmap.until', { day: format.day(endDay) })
  }
  const metric = item.refs.find(({ uid }) => uid === item.metricUid)
  const effect = [metric && format.text(metric.title), expectedChange !== null && changeText(item, expectedChange)]
  return (
    <li className={classes.entry} data-status={status}>
      <OpenButton item={item} selection={selection} />
      <div className={classes.quiet}>{[t(`status.${status}`), days()].filter(Boolean).join(' · ')}</div>
      {effect.some(Boolean) && <div className={classes.quiet}>{effect.filter(Boolean).join(': ')}</div>}
      {item.ownerUid === null ? (
        <div className={classes.quiet}>{t('roadmap.noOwner')}</div>
      ) : (
        <People label={t('field.owner')} item={item} uids={[item.ownerUid]} />
      )}
      <People label={t('field.stakeholders')} item={item} uids={item.stakeholders} />
    </li>
  )
}

/** People of an initiative by name; each opens on their page. */
function People({ label, item, uids }: { label: string; item: Initiative; uids: readonly string[] }) {
  const format = useFormat()
  const openItem = useOpenItem()
  const people = item.refs.filter(({ uid }) => uids.includes(uid))
  if (people.length === 0) return null
  return (
    <div className={classes.people}>
      <span className={classes.quiet}>{`${label}:`}</span>
      {people.map((person) => (
        <button key={person.uid} type="button" className={classes.person} onClick={() => openItem(person)}>
          {format.title(person)}
        </button>
      ))}
    </div>
  )
}
