import { ActivityKind } from '#shared/model/vocabulary.ts'

const KINDS: { readonly [suggestion: string]: ActivityKind } = {
  rate: 'reflection',
  practice: 'practice',
  learning: 'study',
  certification: 'certification',
}

/**
 * The kind of a step's journal entry, from the suggestion it came from (`kind/what`); null if only the person knows.
 */
export function entryKind(suggestedBy: string | null): ActivityKind | null {
  const [suggestion = '', what] = suggestedBy?.split('/') ?? []
  if (suggestion === 'activity') return ActivityKind.safeParse(what).data ?? null
  return KINDS[suggestion] ?? null
}
