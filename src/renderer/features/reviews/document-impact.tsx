import { useTranslation } from 'react-i18next'
import { useFormat } from '#renderer/lib/use-format.ts'
import { Markdown } from '#renderer/ui/markdown.tsx'
import { metricChange } from '#shared/domain/metric-change.ts'
import { roleShiftMarks } from '#shared/domain/review-figures.ts'
import type { ReviewFacts } from '#shared/model/review.ts'
import { RoleShiftCriterion } from '#shared/model/vocabulary.ts'
import classes from './document.module.css'
import { DocumentHeading, DocumentSection, DocumentTable, NameCell } from './document-parts.tsx'

type ReviewAchievement = ReviewFacts['achievements'][number]
type ReviewMetric = ReviewFacts['metrics'][number]

/** Results in STAR form, with what they moved. */
export function AchievementsSection({ achievements }: { achievements: readonly ReviewAchievement[] }) {
  const { t } = useTranslation('reviews')
  if (achievements.length === 0) return null
  const marks = roleShiftMarks(achievements)
  return (
    <DocumentSection
      title={t('document.achievements.title')}
      finding={marks.total > 0 && t('document.achievements.roleShiftFinding', marks)}
    >
      {achievements.map((achievement) => (
        <AchievementCard key={`${achievement.day} ${achievement.title}`} achievement={achievement} />
      ))}
    </DocumentSection>
  )
}

const STAR = ['situation', 'task', 'action', 'result'] as const

function AchievementCard({ achievement }: { achievement: ReviewAchievement }) {
  const { t } = useTranslation(['reviews', 'vocabulary'])
  const format = useFormat()
  const { audience, peopleLed, roleShift } = achievement
  const sides = RoleShiftCriterion.options.flatMap((criterion) => {
    const side = roleShift[criterion]
    return side === null ? [] : [`${t(`vocabulary:criterion.${criterion}`)}: ${t(`vocabulary:roleSide.${side}`)}`]
  })
  const about = [
    format.day(achievement.day),
    `${t('document.achievements.scope')}: ${t(`vocabulary:scope.${achievement.scope}`)}`,
    audience.length > 0 &&
      `${t('document.achievements.audience')}: ${audience.map((who) => t(`vocabulary:audience.${who}`)).join(', ')}`,
    peopleLed !== null && peopleLed > 0 && t('document.achievements.peopleLed', { count: peopleLed }),
  ]
  return (
    <article className={classes.achievement}>
      <DocumentHeading>{achievement.title}</DocumentHeading>
      <div className={classes.small}>{about.filter(Boolean).join(' · ')}</div>
      <MetricMove achievement={achievement} />
      <dl className={classes.star}>
        {STAR.filter((part) => achievement[part].trim() !== '').map((part) => (
          <StarRow key={part} name={t(`document.achievements.${part}`)} text={achievement[part]} />
        ))}
      </dl>
      {sides.length > 0 && (
        <div className={classes.small}>{`${t('document.achievements.roleShift')}: ${sides.join(', ')}`}</div>
      )}
    </article>
  )
}

function StarRow({ name, text }: { name: string; text: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>
        <Markdown text={text} />
      </dd>
    </>
  )
}

function MetricMove({ achievement }: { achievement: ReviewAchievement }) {
  const { t } = useTranslation('reviews')
  const format = useFormat()
  const { metricName, metricBaseline, metricResult, metricUnit, myShare } = achievement
  const change = metricChange(achievement)
  if (change === null) return null
  const moved = t('document.achievements.change', {
    from: format.number(metricBaseline ?? 0, 2),
    to: format.number(metricResult ?? 0, 2),
    unit: metricUnit,
  }).trim()
  const more = [
    change.relative !== null && format.signedPercent(change.relative),
    myShare !== null && t('document.achievements.myShare', { share: format.percent(myShare / 100) }),
  ].filter(Boolean)
  return (
    <p className={classes.change}>
      {metricName && `${metricName}: `}
      {moved}
      {more.length > 0 && <span className={classes.small}>{` (${more.join(', ')})`}</span>}
    </p>
  )
}

/** Metrics with a value in the period, before and now. */
export function MetricsSection({ metrics }: { metrics: readonly ReviewMetric[] }) {
  const { t } = useTranslation('reviews')
  const format = useFormat()
  if (metrics.length === 0) return null
  const value = (metric: ReviewMetric, number: number) =>
    `${format.number(number, 2)} ${format.text(metric.unit)}`.trim()
  return (
    <DocumentSection title={t('document.metrics.title')}>
      <DocumentTable
        label={t('document.metrics.title')}
        rows={metrics}
        keyOf={(metric, index) => `${index} ${format.text(metric.title)}`}
        columns={[
          {
            key: 'title',
            header: t('document.metrics.metric'),
            cell: (metric) => <NameCell name={format.text(metric.title)} />,
          },
          {
            key: 'from',
            header: t('document.metrics.from'),
            number: true,
            cell: (metric) => (metric.from === null ? '–' : value(metric, metric.from)),
          },
          { key: 'to', header: t('document.metrics.to'), number: true, cell: (metric) => value(metric, metric.to) },
          { key: 'change', header: t('document.metrics.change'), number: true, cell: metricWords },
        ]}
      />
    </DocumentSection>
  )

  function metricWords({ from, to, direction }: ReviewMetric): string {
    if (from === null) return t('document.metrics.first')
    if (from === to) return t('document.metrics.same')
    const better = direction === 'up' ? to > from : to < from
    return `${format.signed(to - from)}, ${t(better ? 'document.metrics.better' : 'document.metrics.worse')}`
  }
}

/** Obstacles as they stand and the experiments that got a verdict. */
export function ObstaclesSection({ facts }: { facts: Pick<ReviewFacts, 'obstacles' | 'experiments'> }) {
  const { t } = useTranslation(['reviews', 'vocabulary'])
  const format = useFormat()
  const { obstacles, experiments } = facts
  if (obstacles.length === 0 && experiments.length === 0) return null
  const states = obstacles.map(
    ({ title, status }) => `${format.text(title)} (${t(`vocabulary:obstacleStatus.${status}`).toLowerCase()})`,
  )
  return (
    <DocumentSection
      title={t('document.obstacles.title')}
      finding={states.length > 0 && `${t('document.obstacles.state')}: ${states.join('; ')}.`}
    >
      {experiments.length > 0 && (
        <DocumentTable
          label={t('document.obstacles.experiments')}
          rows={experiments}
          keyOf={(experiment, index) => `${index} ${experiment.day}`}
          columns={[
            {
              key: 'title',
              header: t('document.obstacles.experiment'),
              cell: ({ title, obstacle }) => (
                <NameCell
                  name={format.text(title)}
                  more={`${t('document.obstacles.obstacle')}: ${format.text(obstacle)}`}
                />
              ),
            },
            {
              key: 'verdict',
              header: t('document.obstacles.verdict'),
              cell: ({ verdict, day }) => <NameCell name={t(`vocabulary:verdict.${verdict}`)} more={format.day(day)} />,
            },
            {
              key: 'lesson',
              header: t('document.obstacles.lesson'),
              cell: ({ lesson }) => (lesson.trim() === '' ? '–' : <Markdown text={lesson} />),
            },
          ]}
        />
      )}
    </DocumentSection>
  )
}
