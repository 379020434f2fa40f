import { z } from 'zod'
import { toJournalSearch } from '#renderer/lib/journal-address.ts'
import { JournalFilter, JournalKind } from '#shared/contract/journal.ts'
import { PERIOD_PRESETS, type PeriodPreset, presetPeriod } from '#shared/domain/calendar/period-presets.ts'

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
  period: z.enum(PERIOD_PRESETS).optional().catch(undefined),
})

/** What the days of a named period are counted from. */
export type Present = Parameters<typeof presetPeriod>[1]

/** The named period of an address, such as the present month: it moves with today. null = its days, if any, are fixed. */
export function readNamedPeriod(search: object, present: Present) {
  const { period: preset } = JournalSearch.parse(search)
  const days = preset === undefined ? null : presetPeriod(preset, present)
  return preset === undefined || days === null ? null : { preset, from: days.start, to: days.end }
}

const asKind = (word: string): JournalKind[] => {
  const kind = JournalKind.safeParse(word)
  return kind.success ? [kind.data] : []
}

/** The filter in an address. Empty conditions are left out, so that equal filters are equal as text. */
export function readJournalSearch(search: object, present: Present): JournalFilter {
  const { q, kinds, about, tag, ...days } = JournalSearch.parse(search)
  const { from, to } = readNamedPeriod(search, present) ?? days
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

/**
 * The address of another filter. Its days stay those of a named period while nobody changes them, and become those of `preset` where
 * one was chosen by its name.
 */
export function changeJournalSearch(
  search: object,
  change: { present: Present; next: (filter: JournalFilter) => JournalFilter; preset?: PeriodPreset | undefined },
): object {
  const { present, next, preset } = change
  const before = readJournalSearch(search, present)
  const after = next(before)
  const isSame = before.from === after.from && before.to === after.to
  const period = preset ?? (isSame ? readNamedPeriod(search, present)?.preset : undefined)
  const days = period === undefined ? {} : { from: undefined, to: undefined }
  return { ...search, ...toJournalSearch(after), ...days, period }
}
