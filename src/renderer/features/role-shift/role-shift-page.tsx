import { Text, Title } from '@mantine/core'
import { IconArrowsLeftRight } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { QueryGate } from '#renderer/fields/query-gate.tsx'
import { useApi } from '#renderer/lib/api.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useRoles } from '#renderer/lib/use-roles.ts'
import { Page } from '#renderer/ui/page.tsx'
import { SectionTitle } from '#renderer/ui/section.tsx'
import { EmptyState } from '#renderer/ui/states.tsx'
import type { RoleQuestion } from '#shared/contract/catalogue.ts'
import { RoleComparison } from './role-comparison.tsx'
import classes from './role-shift.module.css'

/** What distinguishes the two roles of the plan, and questions for placing oneself between them. */
export function RoleShiftPage() {
  const { t } = useTranslation('roles')
  const { query } = useApi()
  const roles = useRoles()
  const comparison = useQuery(query.catalogue.roleComparison.queryOptions({ input: {} }))
  return (
    <Page title={t('title')} lead={t('lead', roles)}>
      <QueryGate query={comparison}>
        {(questions) =>
          questions.length === 0 ? (
            <EmptyState
              icon={<IconArrowsLeftRight size={40} stroke={1.4} />}
              title={t('empty.title')}
              text={t('empty.text')}
            />
          ) : (
            <div className={classes.page}>
              <RoleComparison questions={questions} />
              <Questionnaire questions={questions} />
            </div>
          )
        }
      </QueryGate>
    </Page>
  )
}

function Questionnaire({ questions }: { questions: RoleQuestion[] }) {
  const { t } = useTranslation('roles')
  return (
    <section>
      <SectionTitle title={t('questions.title')} />
      <Text size="sm" c="dimmed" maw="72ch">
        {t('questions.lead')}
      </Text>
      <div className={classes.questions}>
        {questions.map((question) => (
          <Question key={question.criterion} question={question} />
        ))}
      </div>
    </section>
  )
}

/** One criterion: a question, and what is observable at each of the five positions. */
function Question({ question }: { question: RoleQuestion }) {
  const { t } = useTranslation('roles')
  const format = useFormat()
  const roles = useRoles()
  const title = format.text(question.title)
  const last = question.positions.length
  return (
    <article className={classes.question}>
      <Title order={4} fz="md">
        {title}
      </Title>
      <Text size="sm" mt={4}>
        {format.text(question.question)}
      </Text>
      <ol className={classes.positions} aria-label={t('questions.positions', { title })}>
        {question.positions.map((position, index) => (
          <li key={format.text(position)} className={classes.position}>
            <span className={classes.mark} data-place={index + 1}>
              {index + 1}
            </span>
            <span>
              {(index === 0 || index === last - 1) && (
                <strong className={classes.role}>{index === 0 ? roles.from : roles.to}</strong>
              )}
              {format.text(position)}
            </span>
          </li>
        ))}
      </ol>
    </article>
  )
}
