import { useQuery } from '@tanstack/react-query'
import type { PartFormProps } from '#renderer/fields/case-parts.ts'
import { QueryGate } from '#renderer/fields/query-gate.tsx'
import { useApi } from '#renderer/lib/api.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import type { LearningEntry } from '#shared/contract/catalogue.ts'
import { LearningForm } from './learning-form.tsx'

const refsOf = ({ skills }: LearningEntry) =>
  skills.flatMap(({ uid, title }) => (uid === null ? [] : [{ uid, type: 'skill' as const, title, day: null }]))

/**
 * The form of a new learning item, filled in from the catalogue entry that a part of a case names; saving it chooses
 * that entry.
 */
export function LearningPartForm({ part, draftKey, onSaved, onCancel }: PartFormProps<'learning'>) {
  const { client, query } = useApi()
  const format = useFormat()
  const catalogue = useQuery(query.catalogue.learning.queryOptions({ input: {} }))
  return (
    <QueryGate query={catalogue}>
      {(entries) => {
        const entry = entries.find(({ key }) => key === part.from)
        if (entry === undefined) return null
        const refs = refsOf(entry)
        const texts = { title: format.text(entry.title), provider: format.text(entry.by), notes: format.text(part.why) }
        const { kind, hours: plannedHours, key } = entry
        const fields = { kind, ...texts, plannedHours, links: refs.map(({ uid }) => uid) }
        return (
          <LearningForm
            item={null}
            given={{ draftKey, fields, refs }}
            create={(made) => client.catalogue.chooseLearning({ ...made, key, language: format.language })}
            selection={{ open: onSaved, close: onCancel }}
          />
        )
      }}
    </QueryGate>
  )
}
