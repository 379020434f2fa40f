import { Button, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '#renderer/lib/api.ts'
import { useToday } from '#renderer/lib/today.ts'
import { useFocusReturn } from '#renderer/lib/use-focus-return.ts'
import { SectionTitle } from '#renderer/ui/section.tsx'
import { sortExperiments } from '#shared/domain/states/experiment-state.ts'
import { ExperimentCard } from './experiment-card.tsx'
import { ExperimentForm } from './experiment-form.tsx'
import classes from './experiments.module.css'

interface ExperimentsSectionProps {
  obstacleUid: string
  /** The experiment to scroll to, null = none. */
  experimentUid: string | null
}

/** The experiments against an obstacle: those waiting for a verdict first, the closed ones last. */
export function ExperimentsSection({ obstacleUid, experimentUid }: ExperimentsSectionProps) {
  const { t } = useTranslation('obstacles')
  const { query } = useApi()
  const today = useToday()
  const [adding, setAdding] = useState(false)
  const addButton = useFocusReturn<HTMLButtonElement>(adding)
  const list = useQuery(query.experiments.list.queryOptions({ input: {} }))
  const own = sortExperiments(
    (list.data ?? []).filter((experiment) => experiment.obstacleUid === obstacleUid),
    today,
  )
  return (
    <section>
      <SectionTitle
        title={t('experiments.title')}
        aside={
          !adding && (
            <Button
              ref={addButton}
              size="compact-sm"
              variant="subtle"
              leftSection={<IconPlus size={15} />}
              onClick={() => setAdding(true)}
            >
              {t('experiments.add')}
            </Button>
          )
        }
      />
      {adding && (
        <div className={classes.form}>
          <ExperimentForm experiment={null} obstacleUid={obstacleUid} onDone={() => setAdding(false)} />
        </div>
      )}
      {list.data && own.length === 0 && !adding && (
        <Text size="sm" c="dimmed">
          {t('experiments.none')}
        </Text>
      )}
      <ul className={classes.list}>
        {own.map((experiment) => (
          <li key={experiment.uid}>
            <ExperimentCard experiment={experiment} isSought={experiment.uid === experimentUid} />
          </li>
        ))}
      </ul>
    </section>
  )
}
