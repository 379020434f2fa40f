import { useTranslation } from 'react-i18next'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useRequirementText } from '#renderer/lib/use-requirement-text.ts'
import { milestoneOutcome } from '#shared/domain/review-figures.ts'
import type { ReviewFacts } from '#shared/model/review.ts'
import classes from './document.module.css'
import { DocumentHeading, DocumentSection, DocumentTable, NameCell } from './document-parts.tsx'
import type { FactsProps } from './document-time.tsx'

/** Gates passed, milestones planned and done or missed, and what the present gate lacks. */
export function WaySection({ facts, asOf }: FactsProps) {
  const { t } = useTranslation('reviews')
  const gaps = facts.plan?.gaps ?? []
  if (facts.gatesPassed.length + facts.milestones.length + gaps.length === 0) return null
  return (
    <DocumentSection title={t('document.way.title')}>
      <GatesPassed gates={facts.gatesPassed} />
      <Milestones milestones={facts.milestones} asOf={asOf} />
      <Gaps gaps={gaps} />
    </DocumentSection>
  )
}

function GatesPassed({ gates }: { gates: ReviewFacts['gatesPassed'] }) {
  const { t } = useTranslation('reviews')
  const format = useFormat()
  if (gates.length === 0) return null
  return (
    <>
      <DocumentHeading>{t('document.way.gatesPassed')}</DocumentHeading>
      <ul className={classes.list}>
        {gates.map(({ stage, day, note }) => (
          <li key={`${day} ${format.text(stage)}`}>
            <span className={classes.name}>
              {t('document.way.gatePassed', { stage: format.text(stage), day: format.day(day) })}
            </span>
            {note.trim() !== '' && <div className={classes.small}>{note}</div>}
          </li>
        ))}
      </ul>
    </>
  )
}

function Milestones({ milestones, asOf }: { milestones: ReviewFacts['milestones']; asOf: string }) {
  const { t } = useTranslation('reviews')
  const format = useFormat()
  if (milestones.length === 0) return null
  const kinds = milestones.map((milestone) => milestoneOutcome(milestone, asOf).kind)
  const missed = kinds.filter((kind) => kind === 'missed').length
  const total = kinds.filter((kind) => kind !== 'ahead').length
  return (
    <>
      <DocumentHeading>{t('document.way.milestones')}</DocumentHeading>
      {total > 0 && (
        <p className={classes.finding}>{t('document.way.finding', { done: total - missed, total, missed })}</p>
      )}
      <DocumentTable
        label={t('document.way.milestones')}
        rows={milestones}
        keyOf={(milestone, index) => `${index} ${milestone.plannedDay}`}
        columns={[
          {
            key: 'title',
            header: t('document.way.milestone'),
            cell: ({ title, stage }) => <NameCell name={format.text(title)} more={format.text(stage)} />,
          },
          {
            key: 'planned',
            header: t('document.way.planned'),
            number: true,
            cell: ({ plannedDay }) => format.day(plannedDay),
          },
          {
            key: 'done',
            header: t('document.way.done'),
            number: true,
            cell: (milestone) => <Outcome milestone={milestone} asOf={asOf} />,
          },
        ]}
      />
    </>
  )
}

function Outcome({ milestone, asOf }: { milestone: ReviewFacts['milestones'][number]; asOf: string }) {
  const { t } = useTranslation('reviews')
  const format = useFormat()
  const outcome = milestoneOutcome(milestone, asOf)
  const words =
    outcome.kind === 'late' || outcome.kind === 'early'
      ? t(`document.way.${outcome.kind}`, { count: outcome.days })
      : t(`document.way.${outcome.kind}`)
  return milestone.doneDay === null ? words : <NameCell name={format.day(milestone.doneDay)} more={words} />
}

function Gaps({ gaps }: { gaps: NonNullable<ReviewFacts['plan']>['gaps'] }) {
  const { t } = useTranslation('reviews')
  const words = useRequirementText()
  if (gaps.length === 0) return null
  return (
    <>
      <DocumentHeading>{t('document.way.gaps')}</DocumentHeading>
      <ul className={classes.list}>
        {gaps.map((gap) => {
          const { title, state } = words(gap)
          return (
            <li key={gap.uid}>
              {title} <span className={classes.small}>{state}</span>
            </li>
          )
        })}
      </ul>
    </>
  )
}
