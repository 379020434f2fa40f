import { NativeSelect, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PartFormProps } from '#renderer/fields/case-parts.ts'
import { QueryGate } from '#renderer/fields/query-gate.tsx'
import { useApi } from '#renderer/lib/api.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import type { ItemView } from '#shared/model/entities.ts'
import { ExperimentForm } from './experiment-form.tsx'

/**
 * The form of a new experiment, filled in from a part of a case; its obstacle is the one the part is meant for, or
 * another.
 */
export function ExperimentPartForm(props: PartFormProps<'experiment'>) {
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

interface AgainstObstacleProps extends PartFormProps<'experiment'> {
  obstacles: ItemView<'obstacle'>[]
  /** The obstacle if that of the part was deleted. */
  usual: string
}

function AgainstObstacle({ part, draftKey, onSaved, onCancel, obstacles, usual }: AgainstObstacleProps) {
  const { t } = useTranslation('cases')
  const format = useFormat()
  const [obstacleUid, setObstacleUid] = useState(obstacles.find(({ key }) => key === part.obstacle)?.uid ?? usual)
  const { as: _as, key: _key, obstacle: _obstacle, ...fields } = part
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
