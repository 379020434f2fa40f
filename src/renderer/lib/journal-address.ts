import type { JournalFilter } from '#shared/contract/journal.ts'

/**
 * The conditions of the journal as its address holds them, each under its own name: `undefined` if there is none, kinds
 * separated by commas. The journal reads them with `readJournalSearch`.
 */
export function toJournalSearch({ text, kinds, about, tag, from, to }: JournalFilter) {
  return { q: text || undefined, kinds: kinds?.join(',') || undefined, about, tag: tag || undefined, from, to }
}
