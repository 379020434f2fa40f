import { useQuery } from '@tanstack/react-query'
import type { StepFormProps } from '#renderer/fields/case-steps.ts'
import { QueryGate } from '#renderer/fields/query-gate.tsx'
import { useApi } from '#renderer/lib/api.ts'
import { refsOfKeys } from '#renderer/lib/refs-of-keys.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { LearningForm } from './learning-form.tsx'

/** The form of a new learning item, filled with a step of a case. */
export function LearningStepForm({ step, draftKey, onSaved, onCancel }: StepFormProps<'learning'>) {
  const { query } = useApi()
  const format = useFormat()
  const skills = useQuery(query.skills.list.queryOptions({ input: {} }))
  return (
    <QueryGate query={skills}>
      {(all) => {
        const refs = refsOfKeys(all, step.skills)
        const { kind, hours } = step
        const texts = { title: format.text(step.title), notes: format.text(step.why) }
        const fields = { kind, ...texts, plannedHours: hours, links: refs.map(({ uid }) => uid) }
        return (
          <LearningForm item={null} given={{ draftKey, fields, refs }} selection={{ open: onSaved, close: onCancel }} />
        )
      }}
    </QueryGate>
  )
}
