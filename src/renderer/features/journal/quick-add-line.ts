import { z } from 'zod'
import type { CaptureTarget } from '#renderer/lib/capture.ts'
import { newUid } from '#renderer/lib/new-uid.ts'
import type { LastLine } from '#shared/contract/journal.ts'
import { meantKey, type QuickAdd } from '#shared/domain/capture/quick-add-reading.ts'
import { Day, LocalText, NewUid, Uid } from '#shared/model/common.ts'
import { ItemType } from '#shared/model/entities.ts'
import { ActivityKind } from '#shared/model/vocabulary.ts'
import type { EarlyLine } from './early-line.ts'

/** A kind that the person chose; `none` = the entry gets no kind. */
const ChosenKind = z.union([ActivityKind, z.literal('none')])
export type ChosenKind = z.infer<typeof ChosenKind>

/** A line of quick add that is not saved yet. */
export const LineDraft = z.object({
  text: z.string(),
  /**
   * The day on which the words for a day were typed: relative words are counted from it, and it is the day of a line
   * that names none.
   */
  typedOn: Day,
  /** Uid of the entry the line becomes, so that saving it twice makes one entry. */
  uid: NewUid,
  /** Uids of people the line names for the first time, in their order in the line. */
  people: z.array(NewUid),
  /** Overrides the kind that the words suggest. */
  kind: ChosenKind.optional(),
  /** Items the line is about whatever its words say: the item the box was opened for, those of the line it repeats. */
  about: z.array(z.object({ uid: Uid, type: ItemType, title: LocalText })).default([]),
  /**
   * `meant`: chosen among several items with the same name; `without`: items taken away. See the context of the parser.
   */
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

/** The line the box begins with: the kept one, linked to the item the box is opened for. */
export function firstLine(kept: LineDraft | null, about: CaptureTarget | null, today: Day): LineDraft {
  const line = kept ?? emptyLine(today)
  const isNew = about !== null && !line.about.some(({ uid }) => uid === about.uid)
  return isNew ? { ...line, about: [...line.about, about] } : line
}

/** The typed text, and whether it is a new line because the old text was emptied or replaced as a whole. */
export interface TypedText {
  text: string
  isNew: boolean
}

/**
 * The line with another text. *Yesterday* means the day before it was typed, however long the line waits: the day is
 * fixed when the line begins, and again when the words that name a day change. A line that was emptied or replaced as a
 * whole becomes a new line with the same links. Otherwise it would overwrite the entry that the former line may have
 * become.
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

/**
 * The line with what was typed before the box was loaded: as it is now, and as it was when Enter was pressed (null = it
 * was not).
 */
export function takeEarly(
  kept: LineDraft,
  typed: EarlyLine | null,
  dayWords: (text: string) => string,
): { line: LineDraft; confirmed: LineDraft | null } {
  if (typed === null) return { line: kept, confirmed: null }
  const { text, isNew, enter, typedOn } = typed
  const go = (from: LineDraft, next: TypedText) => typeLine(from, next, typedOn, dayWords)
  if (enter === null) return { line: go(kept, { text, isNew }), confirmed: null }
  const confirmed = go(kept, enter)
  return { line: !isNew && text === enter.text ? confirmed : go(confirmed, { text, isNew }), confirmed }
}

/**
 * The text typed behind a line after Enter, which is the next line. If the confirmed line itself was changed, the whole
 * text.
 */
export function typedBehind(text: string, confirmed: string): string {
  return text.startsWith(confirmed) ? text.slice(confirmed.length).trimStart() : text
}

/**
 * What was understood, with the chosen kind instead of the suggested one. A bare title without a kind goes to the
 * inbox, even if "no kind" was chosen.
 */
export function withChosenKind(parsed: QuickAdd, chosen: ChosenKind | undefined): QuickAdd {
  if (chosen === undefined) return parsed
  const suggested = { ...parsed.suggested, kind: null }
  const isBare = parsed.title !== '' && parsed.tokens.every(({ type }) => type === 'kind')
  return { ...parsed, kind: chosen === 'none' ? null : chosen, inbox: chosen === 'none' && isBare, suggested }
}

/** What was understood, with the items the line is about added; with links it is no bare title. */
export function withAbout(parsed: QuickAdd, { about }: Pick<LineDraft, 'about'>): QuickAdd {
  if (about.length === 0) return parsed
  const itemUids = [...new Set([...about.map(({ uid }) => uid), ...parsed.itemUids])]
  return { ...parsed, itemUids, inbox: false }
}

/** The line after one of several items with the same name was chosen; `text` is the name in the line. */
export function withChoice(line: LineDraft, text: string, uid: string): LineDraft {
  const without = line.without.filter((one) => one !== uid)
  return { ...line, without, meant: { ...line.meant, [meantKey(text)]: uid } }
}

/** The line without a link to an item, whether the box was opened for the item or the line names it. */
export function withoutItem(line: LineDraft, uid: string): LineDraft {
  return { ...line, about: line.about.filter((item) => item.uid !== uid), without: [...line.without, uid] }
}

/**
 * A line that repeats an earlier one, on the day it is begun; null if its title, typed again, would be understood
 * differently.
 *
 * @param minutesText writes a duration in the usual form, so that it can be changed in the line
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

/** The line with a unit added after a number that may be minutes. */
export function withUnit(line: LineDraft, end: number, unit: string): LineDraft {
  return { ...line, text: `${line.text.slice(0, end)} ${unit}${line.text.slice(end)}` }
}

/** The line with uids for `count` new people; existing uids stay. */
export function withPeople(line: LineDraft, count: number): LineDraft {
  const missing = Math.max(0, count - line.people.length)
  return missing === 0 ? line : { ...line, people: [...line.people, ...Array.from({ length: missing }, newUid)] }
}
