import { Badge, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useApi } from '#renderer/lib/api.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { SectionTitle } from '#renderer/ui/section.tsx'
import type { TemplateVisibility } from '#shared/model/template.ts'
import classes from './visibility-ideas.module.css'

/** Ideas of the plan's template for becoming visible; nothing if the template has none. */
export function VisibilityIdeas() {
  const { t } = useTranslation('catalogue')
  const { query } = useApi()
  const ideas = useQuery(query.catalogue.visibility.queryOptions({ input: {} }))
  if (ideas.data === undefined || ideas.data.length === 0) return null
  return (
    <section className={classes.section}>
      <SectionTitle title={t('visibility.title')} aside={ideas.data.length} />
      <ul className={classes.list}>
        {ideas.data.map((idea) => (
          <Idea key={idea.key} idea={idea} />
        ))}
      </ul>
    </section>
  )
}

function Idea({ idea }: { idea: TemplateVisibility }) {
  const { t } = useTranslation(['catalogue', 'vocabulary'])
  const format = useFormat()
  const { kind } = idea
  return (
    <li className={classes.idea}>
      <div className={classes.head}>
        <Text size="sm" fw={600}>
          {format.text(idea.title)}
        </Text>
        {kind !== undefined && (
          <Badge size="sm" variant="default" tt="none" fw={500}>
            {t(`vocabulary:visibilityKind.${kind}`)}
          </Badge>
        )}
      </div>
      <Text size="xs" c="dimmed">
        {format.text(idea.where)}
      </Text>
      <Text size="sm" mt={4}>
        {t('visibility.firstStep', { step: format.text(idea.firstStep) })}
      </Text>
    </li>
  )
}
