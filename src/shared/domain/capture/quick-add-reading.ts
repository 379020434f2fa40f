import type { Day } from '#shared/model/common.ts'
import type { KindWords } from '#shared/model/template.ts'
import type { ActivityKind } from '#shared/model/vocabulary.ts'
import type { WeekStart } from '../calendar/calendar.ts'
import { normaliseSearchText } from '../text/text.ts'
import type { KindScorer } from './kind-model.ts'
import type { ItemIndex } from './quick-add-items.ts'
import type { KindReason } from './quick-add-kind.ts'
import type { Mark, PersonMention, PersonName, SkillNames } from './quick-add-marks.ts'
import type { Cut, Range } from './quick-add-title.ts'
import type { Word } from './quick-add-words.ts'

/** The input and output of reading a line, and types shared by all readers. */
export type QuickAddContext = {
  today: Day
  /** Kind words of both languages that may be used as a label (`resources/plan/quick-add.json`). */
  words: readonly KindWords[]
  /** Predicts the kind of a line; null while it is not loaded, and then only a label sets the kind. */
  kinds: KindScorer | null
  skills: readonly SkillNames[]
  people: readonly PersonName[]
  /** Other items that can be named: projects, learning items...; by default none. */
  items?: ItemIndex
  /**
   * The person or item chosen for a name that several have: uids by the `meantKey` of the name as it is written in the
   * line.
   */
  meant?: Readonly<Record<string, string>>
  /** Items whose links were removed although the line names them. */
  without?: readonly string[]
  weekStartsOn: WeekStart
}

export type QuickAddToken = Range & { type: 'kind' | 'duration' | 'date' | 'skill' | 'tag' | 'person' | 'item' }

/**
 * `minutes.invalid`: over 24 hours. `day.invalid`: not in the calendar. `person.ambiguous`, `item.ambiguous`: several
 * have this name, `candidates` are their uids.
 */
export type QuickAddProblem = Range & {
  code: 'day.invalid' | 'minutes.invalid' | 'tag.tooLong' | 'title.tooLong' | 'person.ambiguous' | 'item.ambiguous'
  candidates?: readonly string[]
}

export type QuickAdd = {
  title: string
  kind: ActivityKind | null
  /** Whole minutes, 0-1,440; null if none or an impossible number was typed. */
  minutes: number | null
  /** Today if no valid date was typed. */
  day: Day
  skillUids: string[]
  /** Labels that are not the alias of a skill, lower case, without `#`. */
  newTags: string[]
  people: PersonMention[]
  /** Projects, learning items and the like that the line names. */
  itemUids: string[]
  /** Nothing but a title was understood: the entry waits in the inbox to be sorted. */
  inbox: boolean
  /** The words that indicate the decided or suggested kind, strongest first. Empty if a label sets the kind. */
  reasons: KindReason[]
  /**
   * Uncertain readings that are only suggested. `minutes` has the place of its number, so that a unit can be added
   * after it.
   */
  suggested: { kind: ActivityKind | null; minutes: ({ value: number } & Range) | null }
  /** Recognised parts in the order of the line, never overlapping; places in the line, for highlighting. */
  tokens: QuickAddToken[]
  problems: QuickAddProblem[]
}

/** A token, what is cut from the title for it (null = nothing), and its meaning. */
export type Part = { token: QuickAddToken; cut: Cut | null; mark?: Mark }

export type Reading = {
  result: QuickAdd
  words: readonly Word[]
  parts: Part[]
  line: string
  hasDay: boolean
  hasTime: boolean
  /** The line began with a label that sets its kind. */
  hasLabel: boolean
}
export function emptyResult(today: Day): QuickAdd {
  return {
    title: '',
    kind: null,
    minutes: null,
    day: today,
    skillUids: [],
    newTags: [],
    people: [],
    itemUids: [],
    inbox: false,
    reasons: [],
    suggested: { kind: null, minutes: null },
    tokens: [],
    problems: [],
  }
}

/** Whether a word and the next are separated only by white space. */
export function isNear({ line, words }: Reading, at: number): boolean {
  return line.slice(words[at]?.end, words[at + 1]?.start).trim() === ''
}

export function addPart(reading: Reading, at: number, found: { length: number }, type: QuickAddToken['type']): Range {
  const first = reading.words[at]
  const last = reading.words[at + found.length - 1]
  const range = { start: first?.start ?? 0, end: last?.end ?? 0 }
  reading.parts.push({
    token: { ...range, type },
    cut: { start: range.start, end: endOfCut(reading.line, range.end) },
  })
  return range
}

/**
 * The dot of an abbreviation (`2 ч.`) and the one at the end of the line are cut too; a dot before a sentence stays.
 */
export function endOfCut(line: string, end: number): number {
  return line[end] === '.' && !/^\s*\p{Lu}/u.test(line.slice(end + 1, end + 80)) ? end + 1 : end
}

export function isTaken({ parts, words }: Reading, index: number): boolean {
  return parts.some(({ token }) => token.type !== 'kind' && isInside(words[index], token))
}

export function isInside(word: Word | undefined, token: Range): boolean {
  return word !== undefined && word.start >= token.start && word.end <= token.end
}

/** The key under which a choice of who is meant is remembered; ignores case. */
export function meantKey(text: string): string {
  return normaliseSearchText(text)
}
