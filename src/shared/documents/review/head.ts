import { markdownOf } from '#shared/documents/block.ts'
import { type ReviewSection, reviewTitle } from './review.ts'

/** Title, period and state of a review, with the plan it belongs to. */
export const head: ReviewSection = ({ facts, signedDay, revision, asOf }, pen) => {
  const { figures, text, t } = pen
  const { title, period } = reviewTitle(facts, pen)
  const { plan } = facts
  const running = signedDay === null && asOf < facts.periodEnd
  const state = signedDay === null ? t('head.draft') : t('head.signed', { day: figures.day(signedDay) })
  const readiness = plan?.readiness ?? null
  return [
    {
      kind: 'head',
      overline: [plan === null ? '' : `${text(plan.fromRole)} → ${text(plan.toRole)}`, pen.app],
      title,
      lead: running ? t('soFar', { period, day: figures.day(asOf) }) : period,
      facts: [
        { name: t('head.stage'), value: plan?.stage ? text(plan.stage) : '' },
        { name: t('head.readiness'), value: readiness === null ? '' : figures.percent(readiness) },
        { name: t('head.revision'), value: figures.number(revision) },
        { name: t('head.status'), value: state },
      ].filter(({ value }) => value !== ''),
      quote: markdownOf(plan?.vision ?? '') ?? null,
    },
  ]
}
