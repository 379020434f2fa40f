import { ActivityKind } from '#shared/model/vocabulary.ts'

const KINDS: { readonly [suggestion: string]: ActivityKind } = {
  rate: 'reflection',
  practice: 'practice',
  learning: 'study',
  certification: 'certification',
}

/** Of which kind the journal entry of a step is, by what suggested it (`kind/what`); null where only the person knows. */
export function entryKind(suggestedBy: string | null): ActivityKind | null {
  const [suggestion = '', what] = suggestedBy?.split('/') ?? []
  if (suggestion === 'activity') return ActivityKind.safeParse(what).data ?? null
  return KINDS[suggestion] ?? null
}
