import type { Period } from './plan-years.ts'

/** What an item that is known by its period is called where it is kept, in no language. */
export const periodTitle = ({ start, end }: Period): string => `${start} – ${end}`

const PERIOD = /^(\d{4}-\d\d-\d\d) – (\d{4}-\d\d-\d\d)$/

/** The period of such a title, so that its days are shown as a language writes them; null for any other. */
export function readPeriodTitle(title: string): Period | null {
  const [, start, end] = PERIOD.exec(title) ?? []
  return start === undefined || end === undefined ? null : { start, end }
}
