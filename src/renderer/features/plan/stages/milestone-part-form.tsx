import { Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { PartFormProps } from '#renderer/fields/case-parts.ts'
import { QueryGate } from '#renderer/fields/query-gate.tsx'
import { useApi } from '#renderer/lib/api.ts'
import { refsOfKeys } from '#renderer/lib/refs-of-keys.ts'
import { today } from '#renderer/lib/today.ts'
import { proposedDay } from '../plan-items.ts'
import { MilestoneForm } from './milestone-form.tsx'

/** The form of a new milestone, filled in from a part of a case, in the proposed stage or else in the present one. */
export function MilestonePartForm({ part, draftKey, onSaved, onCancel }: PartFormProps<'milestone'>) {
  const { t } = useTranslation('cases')
  const { query } = useApi()
  const plan = useQuery(query.plan.get.queryOptions({ input: {} }))
  const skills = useQuery(query.skills.list.queryOptions({ input: {} }))
  return (
    <QueryGate query={plan}>
      {(data) => (
        <QueryGate query={skills}>
          {(all) => {
            const open = data.stages.filter(({ passedOn }) => passedOn === null)
            const stage = open.find(({ key }) => key === part.stage) ?? open[0] ?? data.stages.at(-1)
            if (stage === undefined) return <Text size="sm">{t('noStage')}</Text>
            const refs = refsOfKeys(all, part.skills)
            const plannedDay = proposedDay(stage, part.days, today())
            const fields = { title: part.title, check: part.check, plannedDay, links: refs.map(({ uid }) => uid) }
            return (
              <MilestoneForm
                milestone={null}
                stage={stage}
                data={data}
                given={{ draftKey, fields, refs }}
                selection={{ open: onSaved, close: onCancel }}
              />
            )
          }}
        </QueryGate>
      )}
    </QueryGate>
  )
}
