import { type Block, type Cell, markdownOf, section } from '#shared/documents/block.ts'
import { skillMovement } from '#shared/domain/reviews/review-figures.ts'
import type { ReviewFacts } from '#shared/model/review-facts.ts'
import { Area } from '#shared/model/vocabulary.ts'
import type { FactsSection, ReviewPen } from './review.ts'

type RatedSkill = ReviewFacts['skills'][number]

function levelCell({ from, to, target }: RatedSkill, { t }: ReviewPen): Cell {
  const text = () => {
    if (from === null) return t('skills.first', { to })
    return from === to ? t('skills.same', { to }) : t('skills.change', { from, to })
  }
  const label = t('skills.scale', { to, from: from ?? t('skills.none'), target: target ?? t('skills.none') })
  return { level: to, from, target, words: text(), label }
}

function skillRow(skill: RatedSkill, pen: ReviewPen): Cell[] {
  const { figures, text, t } = pen
  const { title, note, evidence, target, day } = skill
  const own = markdownOf(note)
  const backing = evidence.map(text).join('; ')
  return [
    {
      name: text(title),
      ...(own ? { note: own } : {}),
      ...(backing === '' ? {} : { more: `${t('skills.evidence')}: ${backing}` }),
    },
    levelCell(skill, pen),
    target === null ? null : String(target),
    figures.day(day),
  ]
}

/** The table of assessed skills, by area. */
export function ratedSkills(skills: readonly RatedSkill[], pen: ReviewPen): Block[] {
  if (skills.length === 0) return []
  const { t } = pen
  const areas = Area.options.filter((area) => skills.some((skill) => skill.area === area))
  return [
    {
      kind: 'table',
      label: t('skills.title'),
      columns: [
        { title: t('skills.skill') },
        { title: t('skills.level') },
        { title: t('skills.target'), number: true },
        { title: t('skills.day'), number: true },
      ],
      groups: areas.map((area) => ({
        title: pen.word(`area.${area}`),
        rows: skills.filter((skill) => skill.area === area).map((skill) => skillRow(skill, pen)),
      })),
    },
  ]
}

function notRated({ skillsNotRated }: ReviewFacts, { figures, text, t }: ReviewPen): Block[] {
  if (skillsNotRated.length === 0) return []
  const items = skillsNotRated.map((skill) => {
    const { level, day, target } = skill
    const quiet =
      level === null || day === null
        ? t('skills.neverRated', { target })
        : t('skills.notRatedLevel', { level, day: figures.day(day), target })
    return { text: text(skill.title), quiet }
  })
  return [
    { kind: 'heading', text: t('skills.notRated') },
    { kind: 'list', look: 'pairs', items },
  ]
}

/** Skills assessed in the period by area, from level to level, with evidence, and skills that were not assessed. */
export const skills: FactsSection = ({ facts }, pen) => {
  return section(
    pen.t('skills.title'),
    [...ratedSkills(facts.skills, pen), ...notRated(facts, pen)],
    facts.skills.length > 0 ? pen.t('skills.finding', skillMovement(facts.skills)) : '',
  )
}
