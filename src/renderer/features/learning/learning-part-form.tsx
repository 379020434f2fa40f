import { useQuery } from '@tanstack/react-query'
import type { PartFormProps } from '#renderer/fields/case-parts.ts'
import { QueryGate } from '#renderer/fields/query-gate.tsx'
import { useApi } from '#renderer/lib/api.ts'
import { refsOfKeys } from '#renderer/lib/refs-of-keys.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { LearningForm } from './learning-form.tsx'

/** The form of a new learning item, filled with a part of a case. */
export function LearningPartForm({ part, draftKey, onSaved, onCancel }: PartFormProps<'learning'>) {
  const { query } = useApi()
  const format = useFormat()
  const skills = useQuery(query.skills.list.queryOptions({ input: {} }))
  return (
    <QueryGate query={skills}>
      {(all) => {
        const refs = refsOfKeys(all, part.skills)
        const { kind, hours } = part
        const texts = { title: format.text(part.title), notes: format.text(part.why) }
        const fields = { kind, ...texts, plannedHours: hours, links: refs.map(({ uid }) => uid) }
        return (
          <LearningForm item={null} given={{ draftKey, fields, refs }} selection={{ open: onSaved, close: onCancel }} />
        )
      }}
    </QueryGate>
  )
}
