import { createRandom, hashText, type Random } from '#shared/domain/chance/random.ts'
import type { ActivityKind, VisibilityKind, VisibleTo } from '#shared/model/vocabulary.ts'
import type { DemoCalendar } from './demo-calendar.ts'
import type { DemoEntry, DemoStory, DemoThread, Words } from './demo-format.ts'

/** One activity of the story on its day. */
export interface DemoActivity {
  on: number
  /** null = waits in the inbox. */
  kind: ActivityKind | null
  key: string | undefined
  title: Words
  notes: Words | undefined
  minutes: number
  links: string[]
  tags: string[]
  inbox: boolean
  visibilityKind: VisibilityKind | null
  visibleTo: VisibleTo | null
}

/** Days on which the thread could have an entry, both ends left out. */
function openDays(thread: DemoThread, calendar: DemoCalendar, quiet: DemoStory['quiet'], from: number, to: number) {
  const isQuiet = (offset: number) => quiet.some((gap) => offset >= gap.from && offset <= gap.to)
  const isOpen = thread.weekend === true ? calendar.isStudyDay : calendar.isWorkday
  const all = Array.from({ length: Math.max(0, to - from - 1) }, (_, index) => from + 1 + index)
  return all.filter((offset) => isOpen(offset) && (thread.throughGaps === true || !isQuiet(offset)))
}

/** A run of entries without fixed days. A run at an end of the thread reaches that end. */
interface Run {
  count: number
  isFirst: boolean
  isLast: boolean
}

/** Places of the run's entries as shares 0-1 of the period, evenly spread. */
function evenPlaces({ count, isFirst, isLast }: Run): number[] {
  const steps = count + 1 - (isFirst ? 1 : 0) - (isLast ? 1 : 0)
  const before = isFirst ? 0 : 1
  return Array.from({ length: count }, (_, index) => (steps === 0 ? 0.5 : (index + before) / steps))
}

/** Days of a run in order, with a natural irregularity; a day repeats only where there are too few days. */
function spread(days: number[], run: Run, random: Random): number[] {
  const unevenness = 0.6 / run.count
  return evenPlaces(run).map((place) => {
    const uneven = place + (random.next() - 0.5) * unevenness
    return days[Math.round(Math.min(Math.max(uneven, 0), 1) * (days.length - 1))] as number
  })
}

/** The days of a thread's entries: fixed entries keep their day, the others are spread between them. */
function placeEntries(thread: DemoThread, calendar: DemoCalendar, quiet: DemoStory['quiet'], random: Random): number[] {
  const { entries } = thread
  const end = Math.min(thread.to, calendar.today)
  const placed: number[] = []
  let before = calendar.workday(thread.from) - 1
  while (placed.length < entries.length) {
    const next = entries.findIndex((entry, index) => index >= placed.length && entry.on !== undefined)
    const isLast = next === -1
    const run = { count: (isLast ? entries.length : next) - placed.length, isFirst: placed.length === 0, isLast }
    const after = isLast ? end + 1 : calendar.workday(entries[next]?.on ?? end)
    if (run.count > 0) {
      const days = openDays(thread, calendar, quiet, before, after)
      placed.push(...spread(days.length > 0 ? days : [calendar.workday(Math.max(before, thread.from))], run, random))
    }
    if (!isLast) placed.push(after)
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
      kind: entry.inbox === true ? null : thread.kind,
      key: entry.key,
      title: countIn(entry.title, entry.count),
      notes: entry.notes,
      minutes: entry.inbox === true ? 0 : toMinutes(entry, thread.minutes, random),
      links: [...thread.links, ...(entry.links ?? [])],
      tags: thread.tags,
      inbox: entry.inbox === true,
      visibilityKind: entry.visibilityKind ?? null,
      visibleTo: entry.visibleTo ?? null,
    }))
  })
}
