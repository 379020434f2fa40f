import { type EntryBlock, section } from '#shared/documents/block.ts'
import { roleShiftMarks } from '#shared/domain/reviews/review-figures.ts'
import { metricChange } from '#shared/domain/states/metric-change.ts'
import type { ReviewFacts } from '#shared/model/review-facts.ts'
import { RoleShiftCriterion } from '#shared/model/vocabulary.ts'
import type { FactsSection, ReviewPen } from './review.ts'

type Achievement = ReviewFacts['achievements'][number]
/** What is told of an achievement in every document. */
type ToldAchievement = Omit<Achievement, 'roleShift'>
type Roles = ReviewFacts['roles']

const STAR = ['situation', 'task', 'action', 'result'] as const

/** The change of the metric, with the person's share of it; only the result if there is no baseline. */
function metricMove(achievement: ToldAchievement, { figures, t }: ReviewPen): EntryBlock['change'] {
  const { metricName, metricBaseline, metricResult, metricUnit, myShare } = achievement
  if (metricResult === null) return null
  const relative = metricChange(achievement)?.relative ?? null
  const values = { from: figures.number(metricBaseline ?? 0, 2), to: figures.number(metricResult, 2), unit: metricUnit }
  const moved = t(metricBaseline === null ? 'achievements.reached' : 'achievements.change', values).trim()
  const quiet = [
    relative === null ? '' : figures.percentChange(relative),
    myShare === null ? '' : t('achievements.myShare', { share: figures.percent(myShare / 100) }),
  ].filter(Boolean)
  return {
    text: metricName === '' ? moved : `${metricName}: ${moved}`,
    ...(quiet.length > 0 ? { quiet: `(${quiet.join(', ')})` } : {}),
  }
}

function roleShiftNote({ roleShift }: Achievement, roles: Roles, { word, text, t }: ReviewPen): string | null {
  const sides = RoleShiftCriterion.options.flatMap((criterion) => {
    const side = roleShift[criterion]
    return side === null ? [] : [`${word(`criterion.${criterion}`)}: ${text(roles[side])}`]
  })
  return sides.length === 0 ? null : `${t('achievements.roleShift')}: ${sides.join(', ')}`
}

/** An achievement in full, without what it says of one's own role. */
export function achievementEntry(achievement: ToldAchievement, pen: ReviewPen): EntryBlock {
  const { figures, word, t } = pen
  const { uid, title, day, scope, audience, peopleLed } = achievement
  return {
    kind: 'entry',
    title,
    about: uid,
    facts: [
      figures.day(day),
      `${t('achievements.scope')}: ${word(`scope.${scope}`)}`,
      audience.length === 0
        ? ''
        : `${t('achievements.audience')}: ${audience.map((who) => word(`audience.${who}`)).join(', ')}`,
      peopleLed === null || peopleLed === 0 ? '' : t('achievements.peopleLed', { count: peopleLed }),
    ].filter(Boolean),
    change: metricMove(achievement, pen),
    parts: STAR.filter((part) => achievement[part].trim() !== '').map((part) => ({
      name: t(`achievements.${part}`),
      text: { markdown: achievement[part] },
    })),
    note: null,
  }
}

/** Results in STAR form, with the change of their metric. */
export const achievements: FactsSection = ({ facts }, pen) => {
  const marks = roleShiftMarks(facts.achievements)
  return section(
    pen.t('achievements.title'),
    facts.achievements.map((achievement) => ({
      ...achievementEntry(achievement, pen),
      note: roleShiftNote(achievement, facts.roles, pen),
    })),
    marks.total > 0 ? pen.t('achievements.roleShiftFinding', { ...marks, role: pen.text(facts.roles.to) }) : '',
  )
}
