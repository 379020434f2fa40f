import { z } from 'zod'
import type { CaptureTarget } from '#renderer/lib/capture.ts'
import { newUid } from '#renderer/lib/new-uid.ts'
import type { LastLine } from '#shared/contract/journal.ts'
import { meantKey, type QuickAdd } from '#shared/domain/capture/quick-add-reading.ts'
import { Day, LocalText, NewUid, Uid } from '#shared/model/common.ts'
import { ItemType } from '#shared/model/entities.ts'
import { ActivityKind } from '#shared/model/vocabulary.ts'
import type { EarlyLine } from './early-line.ts'

/** A kind that the person chose, `none` where the line is to have none. */
const ChosenKind = z.union([ActivityKind, z.literal('none')])
export type ChosenKind = z.infer<typeof ChosenKind>

/** A line of quick add that is not saved yet. */
const LineDraft = z.object({
  text: z.string(),
  /** The day its relative words are counted from, and its own where it names none: when that was typed. */
  typedOn: Day,
  /** Of the journal line it becomes: saved twice it is still one. */
  uid: NewUid,
  /** Of the people it names for the first time, in their order in the line. */
  people: z.array(NewUid),
  /** Chosen instead of what the words say. */
  kind: ChosenKind.optional(),
  /** Items it is about whatever its words say: the one it was begun for, those of the line it repeats. */
  about: z.array(z.object({ uid: Uid, type: ItemType, title: LocalText })).default([]),
  /** Chosen among several of one name, and taken away: see the context of the parser. */
  meant: z.record(z.string(), Uid).default({}),
  without: z.array(Uid).default([]),
})
export type LineDraft = z.infer<typeof LineDraft>

export const emptyLine = (today: Day): LineDraft => ({
  text: '',
  typedOn: today,
  uid: newUid(),
  people: [],
  about: [],
  meant: {},
  without: [],
})

/** The line the box begins with: the one kept, about the item it is opened for. */
export function firstLine(kept: LineDraft | null, about: CaptureTarget | null, today: Day): LineDraft {
  const line = kept ?? emptyLine(today)
  const isNew = about !== null && !line.about.some(({ uid }) => uid === about.uid)
  return isNew ? { ...line, about: [...line.about, about] } : line
}

/** What was typed of a line: all of its text, and whether that is another line, because what stood there was emptied or replaced as a whole. */
export interface TypedText {
  text: string
  isNew: boolean
}

/**
 * The line with another text. *Yesterday* means the day before it was typed however long the line waits: the day is fixed when
 * the line begins, and anew when the words that name a day are changed. A line that was emptied, or replaced as a whole, is another one, about the same: it must not
 * overwrite the entry that the one before it may have become.
 */
export function typeLine(
  line: LineDraft,
  { text, isNew }: TypedText,
  today: Day,
  dayWords: (text: string) => string,
): LineDraft {
  if (isNew || text === '' || line.text === '') return { ...emptyLine(today), about: line.about, text }
  const words = dayWords(text)
  return { ...line, text, typedOn: words !== '' && words !== dayWords(line.text) ? today : line.typedOn }
}

/** The line with what was typed before its box was there: as it stands now, and as it was when Enter was pressed (null = it was not). */
export function takeEarly(
  kept: LineDraft,
  typed: EarlyLine | null,
  today: Day,
  dayWords: (text: string) => string,
): { line: LineDraft; confirmed: LineDraft | null } {
  if (typed === null) return { line: kept, confirmed: null }
  const { text, isNew, enter } = typed
  if (enter === null) return { line: typeLine(kept, { text, isNew }, today, dayWords), confirmed: null }
  const confirmed = typeLine(kept, { text: enter.text, isNew }, today, dayWords)
  return {
    line: text === enter.text ? confirmed : typeLine(confirmed, { text, isNew: false }, today, dayWords),
    confirmed,
  }
}

/** What was typed behind a line after Enter: the next line. All of it where the line itself was changed meanwhile. */
export function typedBehind(text: string, confirmed: string): string {
  return text.startsWith(confirmed) ? text.slice(confirmed.length).trimStart() : text
}

/** What was understood, with the kind that was chosen in its place. A bare title without a kind waits in the inbox, whoever says so. */
export function withChosenKind(parsed: QuickAdd, chosen: ChosenKind | undefined): QuickAdd {
  if (chosen === undefined) return parsed
  const suggested = { ...parsed.suggested, kind: null }
  const isBare = parsed.title !== '' && parsed.tokens.every(({ type }) => type === 'kind')
  return { ...parsed, kind: chosen === 'none' ? null : chosen, inbox: chosen === 'none' && isBare, suggested }
}

/** What was understood, about the items that the line was begun for as well: then it is no bare title. */
export function withAbout(parsed: QuickAdd, { about }: Pick<LineDraft, 'about'>): QuickAdd {
  if (about.length === 0) return parsed
  const itemUids = [...new Set([...about.map(({ uid }) => uid), ...parsed.itemUids])]
  return { ...parsed, itemUids, inbox: false }
}

/** The line with one of several of a name chosen, which stands there as `text`. */
export function withChoice(line: LineDraft, text: string, uid: string): LineDraft {
  const without = line.without.filter((one) => one !== uid)
  return { ...line, without, meant: { ...line.meant, [meantKey(text)]: uid } }
}

/** The line about an item no more, whether it was begun for it or names it. */
export function withoutItem(line: LineDraft, uid: string): LineDraft {
  return { ...line, about: line.about.filter((item) => item.uid !== uid), without: [...line.without, uid] }
}

/**
 * A line that says again what an earlier one said, as of the day it is begun on; null where its title, typed again, would be
 * understood otherwise.
 *
 * @param minutesText writes a duration as people do, so that it can be changed in the line
 */
export function repeatLine(
  last: LastLine,
  begun: LineDraft,
  { read, minutesText }: { read: (line: LineDraft) => QuickAdd; minutesText: (minutes: number) => string },
): LineDraft | null {
  const linked = last.refs.map(({ uid, type, title }) => ({ uid, type, title }))
  const about = [...begun.about, ...linked.filter(({ uid }) => !begun.about.some((item) => item.uid === uid))]
  const isKept = (uid: string) => about.some((item) => item.uid === uid)
  const rest = [...(last.minutes > 0 ? [minutesText(last.minutes)] : []), ...last.tags.map((tag) => `#${tag}`)]
  for (const gap of [' ', ', ']) {
    const text = rest.length === 0 ? last.title : `${last.title}${gap}${rest.join(' ')}`
    const line: LineDraft = { ...begun, text, kind: last.kind ?? 'none', about }
    const parsed = read(line)
    const isSame =
      parsed.title === last.title &&
      parsed.day === begun.typedOn &&
      (parsed.minutes ?? 0) === last.minutes &&
      [...parsed.newTags].sort().join() === [...last.tags].sort().join() &&
      parsed.skillUids.every(isKept) &&
      parsed.people.length === 0 &&
      parsed.problems.every(({ code }) => code === 'item.ambiguous')
    if (isSame) return { ...line, without: parsed.itemUids.filter((uid) => !isKept(uid)) }
  }
  return null
}

/** The line with a unit written after the number that may be minutes. */
export function withUnit(line: LineDraft, end: number, unit: string): LineDraft {
  return { ...line, text: `${line.text.slice(0, end)} ${unit}${line.text.slice(end)}` }
}

/** The line with uids for so many new people; those it has stay. */
export function withPeople(line: LineDraft, count: number): LineDraft {
  const missing = Math.max(0, count - line.people.length)
  return missing === 0 ? line : { ...line, people: [...line.people, ...Array.from({ length: missing }, newUid)] }
}

/** A line as it was kept; null for anything else. */
export function readLine(kept: string | null): LineDraft | null {
  try {
    return LineDraft.safeParse(JSON.parse(kept ?? 'null')).data ?? null
  } catch {
    return null
  }
}
