import type { JournalFilter } from '#shared/contract/journal.ts'

/**
 * The conditions of the journal as its address holds them, each under its own name: `undefined` where there is none, kinds
 * between commas. The journal reads them back (`readJournalSearch`).
 */
export function toJournalSearch({ text, kinds, about, tag, from, to }: JournalFilter) {
  return { q: text || undefined, kinds: kinds?.join(',') || undefined, about, tag: tag || undefined, from, to }
}
