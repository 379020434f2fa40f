import { z } from 'zod'
import { JournalFilter, JournalKind } from '#shared/contract/journal.ts'
import { Day, Uid } from '#shared/model/common.ts'

/** An address may be typed by hand or come from elsewhere: a condition that cannot be read is none. */
const AddressText = z.union([z.string(), z.number().transform(String)]).optional()

const JournalSearch = z.object({
  q: AddressText.catch(undefined),
  kinds: AddressText.catch(undefined),
  about: Uid.optional().catch(undefined),
  tag: AddressText.catch(undefined),
  from: Day.optional().catch(undefined),
  to: Day.optional().catch(undefined),
})

const asKind = (text: string): JournalKind[] => {
  const kind = JournalKind.safeParse(text)
  return kind.success ? [kind.data] : []
}

/** The filter of an address. Conditions that say nothing are left out, so that equal filters are equal as text. */
export function readJournalSearch(search: object): JournalFilter {
  const { q, kinds, about, tag, from, to } = JournalSearch.parse(search)
  const known = [...new Set((kinds ?? '').split(',').flatMap(asKind))]
  const wanted = {
    ...(q && { text: q.slice(0, 200) }),
    ...(known.length > 0 && { kinds: known }),
    ...(about && { about }),
    ...(tag && { tag }),
    ...(from && { from }),
    ...(to && { to }),
  }
  return JournalFilter.catch({}).parse(wanted)
}
