import { z } from 'zod'
import { JournalFilter, JournalKind } from '#shared/contract/journal.ts'

const CONDITION = JournalFilter.shape

const AddressText = z.union([z.string(), z.number().transform(String)]).optional()

/** An address may be typed by hand or come from elsewhere: an unreadable condition is ignored, and the others stay. */
const JournalSearch = z.object({
  q: AddressText.transform((typed) => typed?.slice(0, 200))
    .pipe(CONDITION.text)
    .catch(undefined),
  kinds: AddressText.catch(undefined),
  about: CONDITION.about.catch(undefined),
  tag: AddressText.pipe(CONDITION.tag).catch(undefined),
  from: CONDITION.from.catch(undefined),
  to: CONDITION.to.catch(undefined),
})

const asKind = (word: string): JournalKind[] => {
  const kind = JournalKind.safeParse(word)
  return kind.success ? [kind.data] : []
}

/** The filter in an address. Empty conditions are left out, so that equal filters are equal as text. */
export function readJournalSearch(search: object): JournalFilter {
  const { q, kinds, about, tag, from, to } = JournalSearch.parse(search)
  const known = [...new Set((kinds ?? '').split(',').flatMap(asKind))]
  return {
    ...(q?.trim() && { text: q }),
    ...(known.length > 0 && { kinds: known }),
    ...(about && { about }),
    ...(tag && { tag }),
    ...(from && { from }),
    ...(to && { to }),
  }
}
