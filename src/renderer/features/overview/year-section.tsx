import { ActionIcon, Group, Text, Title } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { JournalLink, useOpenJournal } from '#renderer/fields/journal-link.tsx'
import { useToday } from '#renderer/lib/today.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { lazyPart } from '#renderer/ui/lazy-part.tsx'
import { SectionTitle } from '#renderer/ui/section.tsx'
import type { JournalFilter } from '#shared/contract/journal.ts'
import type { YearTotals } from '#shared/contract/overview.ts'
import { monthDays, yearDays } from '#shared/domain/calendar/journal-days.ts'
import { MONTH_CHART_HEIGHT } from './month-chart-height.ts'
import classes from './overview.module.css'
import { YearHeatmap } from './year-heatmap.tsx'

/** The chart library is the largest part of the page and stands below the most important content. */
const MonthChart = lazyPart(
  async () => (await import('./month-chart.tsx')).MonthChart,
  () => <div style={{ height: MONTH_CHART_HEIGHT }} />,
)

/** The year in hours: by day, by month, by kind. */
export function YearSection({ year, onYear }: { year: YearTotals; onYear: (year: number) => void }) {
  const { t } = useTranslation('overview')
  const format = useFormat()
  const findings: string[] = [year.activities === 0 ? t('year.nothing') : t('year.finding', { count: year.activeDays })]
  const before = Number(useToday().slice(0, 4)) === year.year ? 'year.beforeToDay' : 'year.before'
  if (year.minutesYearBefore > 0) findings.push(t(before, { hours: format.hours(year.minutesYearBefore) }))
  if (year.plannedMinutes > 0) findings.push(t('planned', { hours: format.hours(year.plannedMinutes) }))
  return (
    <section style={{ marginTop: 28 }}>
      <Group justify="space-between">
        <Title order={2}>
          <JournalLink filter={yearDays(year.year)}>
            {t('year.title', { year: year.year, hours: format.hours(year.minutes) })}
          </JournalLink>
        </Title>
        <Group gap={4}>
          <ActionIcon variant="default" aria-label={t('year.previous')} onClick={() => onYear(year.year - 1)}>
            <IconChevronLeft size={16} />
          </ActionIcon>
          <ActionIcon variant="default" aria-label={t('year.next')} onClick={() => onYear(year.year + 1)}>
            <IconChevronRight size={16} />
          </ActionIcon>
        </Group>
      </Group>
      <Text size="sm" c="dimmed">
        {findings.join(' ')}
      </Text>
      <div className={classes.year}>
        <div className={classes.days}>
          <YearHeatmap year={year} />
        </div>
        {year.activities > 0 && (
          <>
            <MonthBars year={year} />
            <KindBars year={year} />
          </>
        )}
      </div>
    </section>
  )
}

function MonthBars({ year }: { year: YearTotals }) {
  const { t } = useTranslation('overview')
  const format = useFormat()
  const best = year.byMonth.reduce((a, b) => (b.minutes > a.minutes ? b : a))
  const data = year.byMonth.map(({ month, minutes }) => ({
    month: format.monthName(`${month}-01`),
    hours: Math.round(minutes / 6) / 10,
  }))
  const openJournal = useOpenJournal()
  const openMonth = (month: string | undefined) => month !== undefined && openJournal(monthDays(month))
  const finding = t('year.monthsFinding', {
    month: format.month(`${best.month}-01`),
    hours: format.hours(best.minutes),
  })
  return (
    <div>
      <SectionTitle title={t('year.months')} />
      <Text size="sm" c="dimmed" mb="xs">
        <JournalLink filter={monthDays(best.month)}>{finding}</JournalLink>
      </Text>
      <div role="img" aria-label={`${t('year.months')}. ${finding}`}>
        <MonthChart data={data} onMonth={(index) => openMonth(year.byMonth[index]?.month)} />
      </div>
    </div>
  )
}

function KindBars({ year }: { year: YearTotals }) {
  const { t } = useTranslation(['overview', 'vocabulary'])
  const format = useFormat()
  const kinds = [...year.byKind].sort((a, b) => b.minutes - a.minutes)
  const highest = Math.max(1, kinds[0]?.minutes ?? 0)
  return (
    <div className={classes.byKind}>
      <SectionTitle title={t('year.kinds')} />
      <dl className={classes.kinds}>
        {kinds.map(({ kind, minutes }) => (
          <KindRow
            key={kind ?? ''}
            name={kind === null ? t('vocabulary:noKind') : t(`vocabulary:activityKind.${kind}`)}
            share={minutes / highest}
            hours={format.hours(minutes)}
            filter={{ ...yearDays(year.year), kinds: [kind ?? 'none'] }}
          />
        ))}
      </dl>
    </div>
  )
}

interface KindRowProps {
  name: string
  share: number
  hours: string
  filter: JournalFilter
}

function KindRow({ name, share, hours, filter }: KindRowProps) {
  return (
    <>
      <dt>{name}</dt>
      <dd>
        <div className={classes.bar} style={{ width: `${share * 100}%` }} />
      </dd>
      <dd className={classes.end}>
        <JournalLink filter={filter} aria-label={`${name}: ${hours}`}>
          {hours}
        </JournalLink>
      </dd>
    </>
  )
}
