import { Anchor } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useApi } from '#renderer/lib/api.ts'
import { useToday } from '#renderer/lib/today.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useRoles } from '#renderer/lib/use-roles.ts'
import { SectionTitle } from '#renderer/ui/section.tsx'
import type { RoleQuestion } from '#shared/contract/catalogue.ts'
import { isDone } from '#shared/domain/calendar/done.ts'
import type { RoleSide } from '#shared/model/achievement.ts'
import type { RoleShiftCriterion } from '#shared/model/vocabulary.ts'
import classes from './role-shift.module.css'

type Marks = Record<RoleSide, number>

/** How many done achievements show either role, by criterion; null until they are read. */
function useMarks(): ((criterion: RoleShiftCriterion) => Marks) | null {
  const { query } = useApi()
  const today = useToday()
  const { data } = useQuery(query.achievements.list.queryOptions({ input: {} }))
  if (data === undefined) return null
  const count = (criterion: RoleShiftCriterion, side: RoleSide) =>
    data.filter(({ day, roleShift }) => isDone(day, today) && roleShift[criterion] === side).length
  return (criterion) => ({ from: count(criterion, 'from'), to: count(criterion, 'to') })
}

/** The two roles side by side by criterion, and what the person's achievements show. */
export function RoleComparison({ questions }: { questions: RoleQuestion[] }) {
  const { t } = useTranslation('roles')
  const format = useFormat()
  const roles = useRoles()
  const marksOf = useMarks()
  return (
    <section>
      <SectionTitle title={t('comparison.title')} />
      <div className={classes.scroll}>
        <table className={classes.comparison}>
          <thead>
            <tr>
              <th scope="col">{t('comparison.criterion')}</th>
              <th scope="col">{roles.from}</th>
              <th scope="col">{roles.to}</th>
              <th scope="col">{t('comparison.mine')}</th>
            </tr>
          </thead>
          <tbody>
            {questions.map(({ criterion, title, from, to }) => (
              <tr key={criterion}>
                <th scope="row">{format.text(title)}</th>
                <td>{format.text(from)}</td>
                <td className={classes.target}>{format.text(to)}</td>
                <td>{marksOf !== null && <MarkWords marks={marksOf(criterion)} />}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className={classes.hint}>
        {t('comparison.hint')}{' '}
        <Anchor component={Link} to="/achievements" inherit underline="always">
          {t('comparison.toAchievements')}
        </Anchor>
      </p>
    </section>
  )
}

function MarkWords({ marks }: { marks: Marks }) {
  const { t } = useTranslation('roles')
  const roles = useRoles()
  if (marks.from + marks.to === 0) return <span className={classes.quiet}>{t('comparison.none')}</span>
  return (['from', 'to'] as const).map((side) => (
    <div key={side} className={classes.marks}>
      {t('comparison.marks', { role: roles[side], count: marks[side] })}
    </div>
  ))
}
