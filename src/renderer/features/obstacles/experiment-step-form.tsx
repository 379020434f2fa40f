import { NativeSelect, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StepFormProps } from '#renderer/fields/case-steps.ts'
import { QueryGate } from '#renderer/fields/query-gate.tsx'
import { useApi } from '#renderer/lib/api.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import type { ItemView } from '#shared/model/entities.ts'
import { ExperimentForm } from './experiment-form.tsx'

/** The form of a new experiment, filled with a step of a case, against the obstacle it is meant for or another. */
export function ExperimentStepForm(props: StepFormProps<'experiment'>) {
  const { t } = useTranslation('cases')
  const { query } = useApi()
  const list = useQuery(query.obstacles.list.queryOptions({ input: {} }))
  return (
    <QueryGate query={list}>
      {([first, ...rest]) =>
        first === undefined ? (
          <Text size="sm">{t('noObstacle')}</Text>
        ) : (
          <AgainstObstacle {...props} obstacles={[first, ...rest]} usual={first.uid} />
        )
      }
    </QueryGate>
  )
}

interface AgainstObstacleProps extends StepFormProps<'experiment'> {
  obstacles: ItemView<'obstacle'>[]
  /** The obstacle where that of the step is gone. */
  usual: string
}

function AgainstObstacle({ step, draftKey, onSaved, onCancel, obstacles, usual }: AgainstObstacleProps) {
  const { t } = useTranslation('cases')
  const format = useFormat()
  const [obstacleUid, setObstacleUid] = useState(obstacles.find(({ key }) => key === step.obstacle)?.uid ?? usual)
  const { as: _as, obstacle: _obstacle, ...fields } = step
  return (
    <>
      <NativeSelect
        label={t('against')}
        mb="md"
        value={obstacleUid}
        onChange={(event) => setObstacleUid(event.currentTarget.value)}
        data={obstacles.map(({ uid, title }) => ({ value: uid, label: format.text(title) }))}
      />
      <ExperimentForm
        key={obstacleUid}
        experiment={null}
        obstacleUid={obstacleUid}
        given={{ draftKey, fields }}
        onSaved={onSaved}
        onDone={onCancel}
      />
    </>
  )
}
