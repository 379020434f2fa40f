import { PAPERS, type Paper } from '#shared/contract/desktop.ts'

/** Storage key of the paper chosen last. */
const STORED = 'kurs-paper'

/** Names of papers, the same in every language. */
export const PAPER_NAMES = { a4: 'A4', letter: 'Letter' } as const satisfies Record<Paper, string>

/** Regions where Letter is the usual paper size; elsewhere it is A4. */
const LETTER_REGIONS = new Set(['US', 'CA', 'MX', 'PR', 'PH', 'CL', 'CO', 'VE', 'GT', 'CR'])

const isPaper = (value: string | null): value is Paper => PAPERS.some((paper) => paper === value)

/** The remembered paper; at first the usual one in the region of a locale such as `en-US`. */
export function readPaper(storage: Pick<Storage, 'getItem'>, locale: string): Paper {
  const stored = storage.getItem(STORED)
  if (isPaper(stored)) return stored
  return LETTER_REGIONS.has(new Intl.Locale(locale).region ?? '') ? 'letter' : 'a4'
}

/** Remembers the choice. If the storage is full or closed the choice is lost, but printing works. */
export function keepPaper(storage: Pick<Storage, 'setItem'>, paper: Paper): void {
  try {
    storage.setItem(STORED, paper)
  } catch {
    // The person chooses again next time.
  }
}
