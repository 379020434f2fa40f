import type { ActivityKind } from '#shared/model/vocabulary.ts'
import type { DemoCalendar } from './demo-calendar.ts'
import type { DemoEntry, DemoStory, DemoThread, Words } from './demo-format.ts'
import { createRandom, hashText, type Random } from './random.ts'

/** One activity of the story on its day. */
export interface DemoActivity {
  on: number
  kind: ActivityKind
  key: string | undefined
  title: Words
  notes: Words | undefined
  minutes: number
  links: string[]
  tags: string[]
}

/** Days on which the thread could have an entry, both ends left out. */
function openDays(thread: DemoThread, calendar: DemoCalendar, quiet: DemoStory['quiet'], from: number, to: number) {
  const isQuiet = (offset: number) => quiet.some((gap) => offset >= gap.from && offset <= gap.to)
  const isOpen = thread.weekend === true ? calendar.isStudyDay : calendar.isWorkday
  const all = Array.from({ length: Math.max(0, to - from - 1) }, (_, index) => from + 1 + index)
  return all.filter((offset) => isOpen(offset) && (thread.throughGaps === true || !isQuiet(offset)))
}

/** `count` of these days in order, evenly spread with a human unevenness; days repeat only where there are too few. */
function spread(days: number[], count: number, random: Random): number[] {
  const step = days.length / count
  return Array.from({ length: count }, (_, index) => {
    const place = (index + 0.5 + (random.next() - 0.5) * 0.6) * step
    return days[Math.min(Math.max(Math.floor(place), 0), days.length - 1)] as number
  })
}

/** The days of a thread's entries: fixed ones on theirs, the others spread between them. */
function placeEntries(thread: DemoThread, calendar: DemoCalendar, quiet: DemoStory['quiet'], random: Random): number[] {
  const end = Math.min(thread.to, calendar.today)
  const placed: number[] = []
  let before = thread.from - 1
  while (placed.length < thread.entries.length) {
    const next = thread.entries.findIndex((entry, index) => index >= placed.length && entry.on !== undefined)
    const free = (next === -1 ? thread.entries.length : next) - placed.length
    const after = next === -1 ? end + 1 : calendar.workday(thread.entries[next]?.on ?? end)
    if (free > 0) {
      const days = openDays(thread, calendar, quiet, before, after)
      placed.push(...spread(days.length > 0 ? days : [calendar.workday(Math.max(before, thread.from))], free, random))
    }
    if (next !== -1) placed.push(after)
    before = after
  }
  return placed
}

const toMinutes = (entry: DemoEntry, [shortest, longest]: DemoThread['minutes'], random: Random) =>
  entry.minutes ?? Math.round(random.integer(shortest, longest) / 5) * 5

const countIn = (words: Words, count: number | undefined): Words => ({
  ru: words.ru.replace('{count}', String(count)),
  en: words.en.replace('{count}', String(count)),
})

/** The activities of all threads, in the order of the threads. */
export function expandThreads(
  threads: DemoThread[],
  calendar: DemoCalendar,
  quiet: DemoStory['quiet'],
): DemoActivity[] {
  return threads.flatMap((thread) => {
    const random = createRandom(hashText(thread.key))
    const days = placeEntries(thread, calendar, quiet, random)
    return thread.entries.map((entry, index) => ({
      on: days[index] as number,
      kind: thread.kind,
      key: entry.key,
      title: countIn(entry.title, entry.count),
      notes: entry.notes,
      minutes: toMinutes(entry, thread.minutes, random),
      links: [...thread.links, ...(entry.links ?? [])],
      tags: thread.tags,
    }))
  })
}
