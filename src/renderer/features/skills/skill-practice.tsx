import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useApi } from '#renderer/lib/api.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { Facts } from '#renderer/ui/panel.tsx'
import { SectionTitle } from '#renderer/ui/section.tsx'
import classes from './skills.module.css'

/**
 * Exercises for a skill, by available time, and questions of a mentor; nothing for a skill that is not in the template.
 */
export function SkillPractice({ skillKey }: { skillKey: string | null }) {
  const { t } = useTranslation('skills')
  const { query } = useApi()
  const format = useFormat()
  const practice = useQuery({
    ...query.catalogue.practice.queryOptions({ input: { key: skillKey ?? '' } }),
    enabled: skillKey !== null,
  })
  if (!practice.data) return null
  const { practices, questions } = practice.data
  return (
    <section>
      <SectionTitle title={t('practice.title')} />
      <Facts
        rows={[
          [t('practice.short'), format.text(practices.short)],
          [t('practice.evening'), format.text(practices.evening)],
          [t('practice.month'), format.text(practices.month)],
        ]}
      />
      <SectionTitle title={t('practice.questions')} />
      <ul className={classes.ideas}>
        {questions.map((question) => (
          <li key={format.text(question)}>{format.text(question)}</li>
        ))}
      </ul>
    </section>
  )
}
