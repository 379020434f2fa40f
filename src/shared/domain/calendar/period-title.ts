import type { Period } from './plan-years.ts'

/** The stored title of an item that is identified by its period, in no language. */
export const periodTitle = ({ start, end }: Period): string => `${start} – ${end}`

const PERIOD = /^(\d{4}-\d\d-\d\d) – (\d{4}-\d\d-\d\d)$/

/** The period in such a title, so that its days can be written in a language; null for any other title. */
export function readPeriodTitle(title: string): Period | null {
  const [, start, end] = PERIOD.exec(title) ?? []
  return start === undefined || end === undefined ? null : { start, end }
}
