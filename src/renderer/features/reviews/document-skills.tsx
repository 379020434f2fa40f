import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#renderer/lib/use-format.ts'
import { Markdown } from '#renderer/ui/markdown.tsx'
import { skillMovement } from '#shared/domain/review-figures.ts'
import type { ReviewFacts } from '#shared/model/review.ts'
import { Area } from '#shared/model/vocabulary.ts'
import classes from './document.module.css'
import { DocumentHeading, DocumentSection, LevelScale, NameCell } from './document-parts.tsx'

type RatedSkill = ReviewFacts['skills'][number]

/** Ratings of the period by area, from level to level, with what backs them; and what was not rated. */
export function SkillsSection({ facts }: { facts: ReviewFacts }) {
  const { t } = useTranslation('reviews')
  if (facts.skills.length === 0 && facts.skillsNotRated.length === 0) return null
  return (
    <DocumentSection
      title={t('document.skills.title')}
      finding={facts.skills.length > 0 && t('document.skills.finding', skillMovement(facts.skills))}
    >
      <RatedSkills skills={facts.skills} />
      <NotRated skills={facts.skillsNotRated} />
    </DocumentSection>
  )
}

/** The table of ratings alone. */
export function RatedSkills({ skills }: { skills: readonly RatedSkill[] }) {
  const { t } = useTranslation(['reviews', 'vocabulary'])
  if (skills.length === 0) return null
  const areas = Area.options.filter((area) => skills.some((skill) => skill.area === area))
  return (
    <table className={classes.table} aria-label={t('document.skills.title')}>
      <thead>
        <tr>
          <th scope="col">{t('document.skills.skill')}</th>
          <th scope="col">{t('document.skills.level')}</th>
          <th scope="col" className={classes.number}>
            {t('document.skills.target')}
          </th>
          <th scope="col" className={classes.number}>
            {t('document.skills.day')}
          </th>
        </tr>
      </thead>
      <tbody>
        {areas.map((area) => (
          <Fragment key={area}>
            <tr className={classes.group}>
              <th scope="rowgroup" colSpan={4}>
                {t(`vocabulary:area.${area}`)}
              </th>
            </tr>
            {skills
              .filter((skill) => skill.area === area)
              .map((skill) => (
                <SkillRow key={JSON.stringify(skill.title)} skill={skill} />
              ))}
          </Fragment>
        ))}
      </tbody>
    </table>
  )
}

function SkillRow({ skill }: { skill: RatedSkill }) {
  const { t } = useTranslation('reviews')
  const format = useFormat()
  const { from, to, target } = skill
  const words = () => {
    if (from === null) return t('document.skills.first', { to })
    return from === to ? t('document.skills.same', { to }) : t('document.skills.change', { from, to })
  }
  const none = t('document.skills.none')
  return (
    <tr>
      <td>
        <NameCell name={format.text(skill.title)} more={<SkillMore skill={skill} />} />
      </td>
      <td data-label={t('document.skills.level')}>
        <span className={classes.nowrap}>
          <LevelScale
            from={from}
            to={to}
            target={target}
            label={t('document.skills.scale', { to, from: from ?? none, target: target ?? none })}
          />
          {words()}
        </span>
      </td>
      <td className={classes.number} data-label={t('document.skills.target')}>
        {target ?? '–'}
      </td>
      <td className={classes.number} data-label={t('document.skills.day')}>
        {format.day(skill.day)}
      </td>
    </tr>
  )
}

function SkillMore({ skill }: { skill: RatedSkill }) {
  const { t } = useTranslation('reviews')
  const format = useFormat()
  return (
    <>
      {skill.note.trim() !== '' && <Markdown text={skill.note} />}
      {skill.evidence.length > 0 &&
        `${t('document.skills.evidence')}: ${skill.evidence.map((title) => format.text(title)).join('; ')}`}
    </>
  )
}

function NotRated({ skills }: { skills: ReviewFacts['skillsNotRated'] }) {
  const { t } = useTranslation('reviews')
  const format = useFormat()
  if (skills.length === 0) return null
  return (
    <>
      <DocumentHeading>{t('document.skills.notRated')}</DocumentHeading>
      <ul className={classes.pairs}>
        {skills.map(({ title, level, target }) => (
          <li key={JSON.stringify(title)}>
            {format.text(title)}{' '}
            <span className={classes.small}>
              {level === null
                ? t('document.skills.neverRated', { target })
                : t('document.skills.notRatedLevel', { level, target })}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}
