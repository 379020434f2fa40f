import { type Day, TITLE_LIMIT } from '#shared/model/common.ts'
import type { PlanTemplate } from '#shared/model/template.ts'
import type { ActivityKind } from '#shared/model/vocabulary.ts'
import type { WeekStart } from './calendar.ts'
import { readDay } from './quick-add-day.ts'
import { readColonDuration, readDuration } from './quick-add-duration.ts'
import { indexKinds, type KindIndex, readKind } from './quick-add-kinds.ts'
import {
  findPerson,
  findSkill,
  type Mark,
  type PersonMention,
  type PersonName,
  readMark,
  type SkillNames,
  tagOf,
} from './quick-add-marks.ts'
import { cutTitle, type Range } from './quick-add-title.ts'
import { type Found, readWords, type Word } from './quick-add-words.ts'
import { normaliseSearchText } from './text.ts'

/**
 * The one-line grammar of quick add, Russian and English mixed as people mix them:
 *
 *     курс OTUS CTO 2ч вчера #архитектура @Иван
 *     book Team Topologies 45m yesterday #orgdesign
 *
 * In any order: a word that names a kind, a duration (`quick-add-duration.ts`), a date (`quick-add-day.ts`), `#skills`,
 * `#tags` and `@people` (`quick-add-marks.ts`), and a title, which is everything else. The rules:
 *
 * - The first kind word, the first duration and the first date count; later ones are part of the title.
 * - A kind word stays in the title, because the title must read as it was typed (*встреча с командой*, *курс OTUS
 *   CTO*). Only as a label, at the head of the line and with a colon (*курс: OTUS CTO*), it is cut.
 * - The other parts are cut from the title, together with a preposition that led to a mark (*с @Иван*).
 * - Quoted text and web addresses are never looked into.
 * - The title is empty only for a blank line: where nothing but parts was typed, they become the title.
 */

export type QuickAddContext = {
  today: Day
  /** Kind words of both languages (`resources/plan/quick-add.json`). */
  words: PlanTemplate['quickAdd']
  skills: readonly SkillNames[]
  people: readonly PersonName[]
  weekStartsOn: WeekStart
}

export type QuickAddToken = Range & { type: 'kind' | 'duration' | 'date' | 'skill' | 'tag' | 'person' }

/** `minutes.invalid`: over 24 hours. `day.invalid`: not in the calendar. `person.ambiguous`: several have that name. */
export type QuickAddProblem = Range & {
  code: 'day.invalid' | 'minutes.invalid' | 'tag.tooLong' | 'title.tooLong' | 'person.ambiguous'
}

export type QuickAdd = {
  title: string
  kind: ActivityKind | null
  /** Whole minutes, 0-1,440; null when none or an impossible number was typed. */
  minutes: number | null
  /** Today when no possible date was typed. */
  day: Day
  skillUids: string[]
  /** Labels that are no skill's alias, lower case, without `#`. */
  newTags: string[]
  people: PersonMention[]
  /** Nothing but a title was typed: it waits in the inbox to be sorted. */
  inbox: boolean
  /** Recognised parts in the order of the line, never overlapping; places in the line, for highlighting. */
  tokens: QuickAddToken[]
  problems: QuickAddProblem[]
}

/** Longest tag, as in the model. */
const TAG_LIMIT = 50

/** A token, what is cut from the title for it (null = stays), and what it says. */
type Part = { token: QuickAddToken; cut: Range | null; mark?: Mark }

type Reading = {
  result: QuickAdd
  words: readonly Word[]
  parts: Part[]
  line: string
  hasDay: boolean
  hasTime: boolean
}

/** Reads one line. Accepts any text and never throws, given a valid `today`. */
export function parseQuickAdd(line: string, context: QuickAddContext): QuickAdd {
  const words = readWords(line)
  const reading: Reading = { result: emptyResult(context.today), words, parts: [], line, hasDay: false, hasTime: false }
  const kinds = indexKinds(context.words)
  let at = 0
  while (at < words.length) {
    at +=
      takeMark(reading, at, context) ||
      takeDay(reading, at, context) ||
      takeDuration(reading, at, readDuration) ||
      takeKind(reading, at, kinds) ||
      1
  }
  // `1:30` may be a time of day: it counts only where the line says nothing clearer.
  for (let index = 0; index < words.length && !reading.hasTime; index++) {
    if (!reading.parts.some((part) => isInside(words[index], part.token)))
      takeDuration(reading, index, readColonDuration)
  }
  return finish(reading)
}

function emptyResult(today: Day): QuickAdd {
  return {
    title: '',
    kind: null,
    minutes: null,
    day: today,
    skillUids: [],
    newTags: [],
    people: [],
    inbox: false,
    tokens: [],
    problems: [],
  }
}

/** Each `take` returns how many words it took, 0 for none. */
function takeMark(reading: Reading, at: number, context: QuickAddContext): number {
  const { result, words } = reading
  const word = words[at]
  const mark = word ? readMark(word) : null
  if (!word || !mark) return 0
  const range = { start: word.start, end: word.end }
  const skill = mark.kind === 'label' ? findSkill(mark.text, context.skills) : null
  if (mark.kind === 'person') {
    const { mention, ambiguous } = findPerson(mark.name, context.people)
    if (ambiguous) result.problems.push({ code: 'person.ambiguous', ...range })
    if (!result.people.some((other) => isSamePerson(other, mention))) result.people.push(mention)
  } else if (skill !== null) {
    if (!result.skillUids.includes(skill)) result.skillUids.push(skill)
  } else {
    const tag = tagOf(mark.text)
    if (tag.length > TAG_LIMIT) result.problems.push({ code: 'tag.tooLong', ...range })
    else if (!result.newTags.includes(tag)) result.newTags.push(tag)
  }
  const type = mark.kind === 'person' ? 'person' : skill === null ? 'tag' : 'skill'
  const before = words[at - 1]
  const start = before && LEADS_TO_MARK.has(before.form) && !isTaken(reading, at - 1) ? before.start : word.start
  reading.parts.push({ token: { ...range, type }, cut: { start, end: endOfCut(reading.line, word.end) }, mark })
  return 1
}

/** Prepositions that would dangle in the title when the mark after them is cut. */
const LEADS_TO_MARK = new Set(
  'с со у от для к ко по про о об на в во w/ with for from to by on about of in at'.split(' '),
)

function takeDay(reading: Reading, at: number, context: QuickAddContext): number {
  if (reading.hasDay) return 0
  const found = readDay(reading.words, at, context, isTaken(reading, at - 1))
  if (!found) return 0
  const range = addPart(reading, at, found, 'date')
  reading.hasDay = true
  if (found.value === null) reading.result.problems.push({ code: 'day.invalid', ...range })
  else reading.result.day = found.value
  return found.length
}

function takeDuration(reading: Reading, at: number, read: typeof readDuration): number {
  if (reading.hasTime) return 0
  const found = read(reading.words, at)
  if (!found) return 0
  const range = addPart(reading, at, found, 'duration')
  reading.hasTime = true
  if (found.value > 1440) reading.result.problems.push({ code: 'minutes.invalid', ...range })
  else reading.result.minutes = found.value
  return found.length
}

function takeKind(reading: Reading, at: number, kinds: KindIndex): number {
  if (reading.result.kind !== null) return 0
  const found = readKind(reading.line, reading.words, at, kinds)
  if (!found) return 0
  const isHead = reading.words.slice(0, at).every((_, index) => isTaken(reading, index))
  const range = addPart(reading, at, found, 'kind')
  const part = reading.parts.at(-1)
  const isLabel = isHead && reading.line[range.end] === ':'
  if (part) part.cut = isLabel ? { start: range.start, end: range.end + 1 } : null
  reading.result.kind = found.value
  return found.length
}

function addPart(reading: Reading, at: number, found: Found<unknown>, type: QuickAddToken['type']): Range {
  const first = reading.words[at]
  const last = reading.words[at + found.length - 1]
  const range = { start: first?.start ?? 0, end: last?.end ?? 0 }
  reading.parts.push({
    token: { ...range, type },
    cut: { start: range.start, end: endOfCut(reading.line, range.end) },
  })
  return range
}

/** The dot of an abbreviation (`2 ч.`) goes with it, and the one at the end of the line; a dot before a sentence stays. */
function endOfCut(line: string, end: number): number {
  return line[end] === '.' && !/^\s*\p{Lu}/u.test(line.slice(end + 1, end + 80)) ? end + 1 : end
}

/** Puts the tokens in order and makes the title. */
function finish({ result, parts, line }: Reading): QuickAdd {
  parts.sort((one, other) => one.token.start - other.token.start)
  result.tokens = parts.map(({ token }) => token)
  const cuts = parts.flatMap(({ cut }) => cut ?? [])
  result.title = cutTitle(line, cuts) || fallbackTitle(line, parts)
  result.inbox = result.title !== '' && parts.length === 0
  if (result.title.length > TITLE_LIMIT) result.problems.push({ code: 'title.tooLong', start: 0, end: line.length })
  result.problems.sort((one, other) => one.start - other.start)
  return result
}

/** A title for a line of parts alone: its label, else the names of its marks, else the line as it is. */
function fallbackTitle(line: string, parts: readonly Part[]): string {
  const label = parts.find(({ token }) => token.type === 'kind')?.token
  if (label) return line.slice(label.start, label.end)
  const names = parts.flatMap(({ mark }) => (mark ? [mark.kind === 'person' ? mark.name : mark.text] : []))
  return names.length > 0 ? names.join(', ') : line.replace(/\s+/gu, ' ').trim()
}

function isTaken({ parts, words }: Reading, index: number): boolean {
  return parts.some(({ token }) => token.type !== 'kind' && isInside(words[index], token))
}

function isInside(word: Word | undefined, token: Range): boolean {
  return word !== undefined && word.start >= token.start && word.end <= token.end
}

function isSamePerson(one: PersonMention, other: PersonMention): boolean {
  if ('uid' in one && 'uid' in other) return one.uid === other.uid
  if ('newName' in one && 'newName' in other)
    return normaliseSearchText(one.newName) === normaliseSearchText(other.newName)
  return false
}
