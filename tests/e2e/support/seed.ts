import type { Kurs, Language } from './kurs.ts'

/** A day by its distance from today in the calendar of this machine, `YYYY-MM-DD`: the screen has no other clock. */
export function dayFromToday(days: number): string {
  const now = new Date()
  const date = new Date(now.getFullYear(), now.getMonth(), now.getDate() + days)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}

/** A day as it is typed into a field: `DD.MM.YYYY`. */
export const typed = (day: string) => day.split('-').reverse().join('.')

/** The plan of the template, begun so many days ago, in one language. */
export async function startPlan(kurs: Kurs, language: Language, daysAgo = 0): Promise<void> {
  await kurs.call('workspace/saveSettings', { language })
  await kurs.call('plan/start', { startDay: dayFromToday(-daysAgo), horizonYears: 7, vision: '' })
}
