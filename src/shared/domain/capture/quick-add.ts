import { type Day, TITLE_LIMIT } from '#shared/model/common.ts'
import type { KindWords } from '#shared/model/template.ts'
import type { ActivityKind } from '#shared/model/vocabulary.ts'
import type { WeekStart } from '../calendar/calendar.ts'
import { normaliseSearchText } from '../text/text.ts'
import type { FeatureLine } from './kind-features.ts'
import type { KindScorer } from './kind-model.ts'
import { readAhead } from './quick-add-ahead.ts'
import { readBareMinutes } from './quick-add-bare.ts'
import { readClockRange } from './quick-add-clock.ts'
import { readDay, readPartOfDay } from './quick-add-day.ts'
import { readColonDuration, readDuration } from './quick-add-duration.ts'
import { type KindReason, type KindSaying, readFeatureLine, readKindOf } from './quick-add-kind.ts'
import { indexKinds, readKind } from './quick-add-kinds.ts'
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
import { type Cut, cutTitle, type Range } from './quick-add-title.ts'
import { readWords, type Word } from './quick-add-words.ts'

/**
 * The one-line grammar of quick add, Russian and English mixed as people mix them:
 *
 *     курс OTUS CTO 2ч вчера #архитектура @Иван
 *     book Team Topologies 45m yesterday #orgdesign
 *
 * In any order: a duration (`quick-add-duration.ts`, `quick-add-clock.ts`), a date (`quick-add-day.ts`), `#skills`, `#tags` and
 * `@people` (`quick-add-marks.ts`), and a title, which is everything else. The kind is what all of its words say together
 * (`kind-model.ts`). The rules:
 *
 * - The first duration and the first date count; later ones are part of the title.
 * - The words that tell the kind stay in the title, because it must read as it was typed (*встреча с командой*, *курс OTUS
 *   CTO*). Only as a label, at the head of the line and with a colon (*курс: OTUS CTO*), a kind word is cut, and decides.
 * - The other parts are cut from the title, together with a preposition that led to a person (*с @Иван*). A label within a
 *   sentence keeps its word there (*читал про #архитектуру событийных систем*), and so does *@Ann's*.
 * - What is likely and not sure is a suggestion: it changes nothing until it is accepted.
 * - What is still to come is not decided to be anything: *завтра экзамен* is no exam taken today. Where it has a duration,
 *   its day is the one it names, so that no hours are counted before they were spent.
 * - Quoted text and web addresses are never looked into.
 * - The title is empty only for a blank line: where nothing but parts was typed, they become the title.
 */

export type QuickAddContext = {
  today: Day
  /** Kind words of both languages that may stand as a label (`resources/plan/quick-add.json`). */
  words: readonly KindWords[]
  /** Tells the kind of a line; null while it is not there, and then only a label tells it. */
  kinds: KindScorer | null
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
  /** Nothing but a title was understood: it waits in the inbox to be sorted. */
  inbox: boolean
  /** The words that tell the kind, or the suggested one; strongest first. Empty where a label tells it. */
  reasons: KindReason[]
  /** What may be meant and is not sure. `minutes` has the place of its number, for a unit to be written after it. */
  suggested: { kind: ActivityKind | null; minutes: ({ value: number } & Range) | null }
  /** Recognised parts in the order of the line, never overlapping; places in the line, for highlighting. */
  tokens: QuickAddToken[]
  problems: QuickAddProblem[]
}

/** Longest tag, as in the model. */
const TAG_LIMIT = 50

/** A token, what is cut from the title for it (null = stays), and what it says. */
type Part = { token: QuickAddToken; cut: Cut | null; mark?: Mark }

type Reading = {
  result: QuickAdd
  words: readonly Word[]
  parts: Part[]
  line: string
  hasDay: boolean
  hasTime: boolean
  /** The line began with a label that names its kind. */
  hasLabel: boolean
}

/** Reads one line. Accepts any text and never throws, given a valid `today`. */
export function parseQuickAdd(line: string, context: QuickAddContext): QuickAdd {
  const reading = readParts(line, context)
  const { result, words } = reading
  const ahead = readAhead(words, context.today)
  if (!reading.hasLabel) {
    const rules = featureRules(reading, context)
    const isAhead = (index: number) => ahead !== null && index >= ahead.at && index < ahead.at + ahead.length
    const skip = (index: number) => rules.skip(index) || isAhead(index)
    takeKind(reading, readKindOf(readFeatureLine(reading, { ...rules, skip }), context.kinds, ahead !== null))
  }
  takeBareNumber(reading)
  if (ahead?.day && result.minutes !== null && !reading.hasDay) {
    addPart(reading, ahead.at, ahead, 'date')
    result.day = ahead.day
  }
  return finish(reading)
}

/** The words of a line as the scorer sees them: what is learned from must be read as what is typed will be. */
export function featuresOfLine(line: string, context: QuickAddContext): FeatureLine {
  const reading = readParts(line, context)
  return readFeatureLine(reading, featureRules(reading, context)).line
}

/** Marks, dates and durations: everything that can be told without knowing the kind. */
function readParts(line: string, context: QuickAddContext): Reading {
  const words = readWords(line)
  const reading: Reading = {
    result: emptyResult(context.today),
    words,
    parts: [],
    line,
    hasDay: false,
    hasTime: false,
    hasLabel: false,
  }
  const bare = (index: number) => isBare(reading, index, context)
  let at = 0
  while (at < words.length) {
    at +=
      takeMark(reading, at, context) ||
      takeDay(reading, at, context) ||
      takeDuration(reading, at, (all, from) => readClockRange(all, from, bare) ?? readDuration(all, from, bare)) ||
      1
  }
  // `1:30` may be a time of day: it counts only where the line says nothing clearer.
  for (let index = 0; index < words.length && !reading.hasTime; index++) {
    if (!reading.parts.some((part) => isInside(words[index], part.token)))
      takeDuration(reading, index, readColonDuration)
  }
  keepLabelsOfSentences(reading)
  takeLabel(reading, context)
  return reading
}

/** What the features of a line leave out, and what they know of its people. */
function featureRules(reading: Reading, { people }: QuickAddContext) {
  return {
    skip: (index: number) =>
      reading.parts.some(({ token }) => CUT_FROM_FEATURES.has(token.type) && isInside(reading.words[index], token)),
    hasDuration: reading.hasTime,
    roleOf: (mark: Mark) => {
      if (mark.kind !== 'person') return null
      const { mention } = findPerson(mark.name, people)
      return 'uid' in mention ? (people.find(({ uid }) => uid === mention.uid)?.role ?? null) : null
    },
  }
}

const CUT_FROM_FEATURES = new Set<QuickAddToken['type']>(['date', 'duration'])

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
    reasons: [],
    suggested: { kind: null, minutes: null },
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
  const possessive = mark.kind === 'person' && /['’]s$/u.test(word.text) && words[at + 1]?.form
  const isLed = before && LEADS_TO_MARK.has(before.form) && !isTaken(reading, at - 1) && isNear(reading, at - 1)
  const together = isLed && TOGETHER.has(words[at - 2]?.form ?? '') ? words[at - 2] : undefined
  const start = isLed && !possessive ? (together ?? before).start : word.start
  const cut = { start, end: endOfCut(reading.line, word.end) }
  reading.parts.push({
    token: { ...range, type },
    cut: possessive ? { ...range, instead: word.text.slice(1) } : cut,
    mark,
  })
  return 1
}

/** Prepositions that would dangle in the title when the mark after them is cut. */
const LEADS_TO_MARK = new Set(
  'с со у от для к ко по про о об на в во w/ with for from to by on about of in at'.split(' '),
)

/** Before such a preposition, they dangle with it: `вместе с @Иван`. */
const TOGETHER = new Set(['вместе', 'совместно', 'together', 'along'])

/** Words that tie a label to the sentence: after them it says what they need, before them it is a mark of its own. */
const TIES = new Set(
  (
    'с со у от для к ко по про о об обо на в во из за при без и или а но если как что где это ' +
    'w/ with for from to by on about of in at into over and or but if what how than vs'
  ).split(' '),
)

/** A label that is a word of the sentence stays in the title: after a tie, or between two plain words. */
function keepLabelsOfSentences(reading: Reading): void {
  const { words, parts } = reading
  const isPlain = (index: number) =>
    words[index] !== undefined &&
    !parts.some(({ token }) => isInside(words[index], token)) &&
    /\p{L}/u.test(words[index].text)
  for (const part of parts) {
    if (part.mark?.kind !== 'label') continue
    const at = words.findIndex(({ start }) => start === part.token.start)
    const isTied = isPlain(at - 1) && TIES.has(words[at - 1]?.form ?? '') && isNear(reading, at - 1)
    const isBetween = isPlain(at - 1) && isNear(reading, at - 1) && isPlain(at + 1) && isNear(reading, at)
    if (isTied || (isBetween && !TIES.has(words[at + 1]?.form ?? '')))
      part.cut = { start: part.token.start, end: part.token.end, instead: part.mark.text }
  }
}

/** Whether nothing but space stands between a word and the next. */
function isNear({ line, words }: Reading, at: number): boolean {
  return line.slice(words[at]?.end, words[at + 1]?.start).trim() === ''
}

function takeDay(reading: Reading, at: number, context: QuickAddContext): number {
  if (reading.hasDay) return 0
  const { line, words } = reading
  const isHead = at === 0 && /^[:,–—-]|^\s+[–—-]/u.test(line.slice(words[0]?.end))
  const lead = readPartOfDay(words, at)
  const found = readDay(words, at + lead, context, isHead || isTaken(reading, at - 1))
  if (!found) return 0
  const length = lead + found.length
  const range = addPart(reading, at, { length: length + readPartOfDay(words, at + length) }, 'date')
  reading.hasDay = true
  if (found.value === null) reading.result.problems.push({ code: 'day.invalid', ...range })
  else reading.result.day = found.value
  return length + readPartOfDay(words, at + length)
}

function takeDuration(reading: Reading, at: number, read: typeof readColonDuration): number {
  if (reading.hasTime) return 0
  const found = read(reading.words, at)
  if (!found) return 0
  const range = addPart(reading, at, found, 'duration')
  reading.hasTime = true
  if (found.value > 1440) reading.result.problems.push({ code: 'minutes.invalid', ...range })
  else reading.result.minutes = found.value
  return found.length
}

/**
 * Whether a number has nothing after it to count: the end, a sign, a quotation, a mark, a date or a capital letter. One
 * that begins a date is not bare.
 */
function isBare({ line, words }: Reading, at: number, context: QuickAddContext): boolean {
  if (readDay(words, at, context, true) !== null) return false
  const next = words[at + 1]
  if (next === undefined || next.form === '' || line.slice(words[at]?.end, next.start).trim() !== '') return true
  if (!/[\p{L}\p{N}]/u.test(next.text) || FOLLOWS_TIME.test(next.form)) return true
  return /^\p{Lu}/u.test(next.text) || readMark(next) !== null || readDay(words, at + 1, context, true) !== null
}

/** Prepositions and verbs of having done: a number before them counts nothing (`1ч 30 читал`, `1h 30 with Ann`). */
const FOLLOWS_TIME =
  /^(?:с|со|на|по|про|в|во|у|о|об|для|with|on|at|in|about|for|by|[а-я]{2,}(?:[аеиоуыя]л|[аеиоуыя]ла|лся|лась|ли))$/u

/** A kind word at the head of the line, before a colon: it is cut, and decides. */
function takeLabel(reading: Reading, { words }: QuickAddContext): void {
  if (!reading.line.includes(':')) return
  const first = reading.words.findIndex((_, index) => !isTaken(reading, index))
  const found = first < 0 ? null : readKind(reading.line, reading.words, first, indexKinds(words))
  const last = found === null ? undefined : reading.words[first + found.length - 1]
  if (found === null || last === undefined || reading.line[last.end] !== ':') return
  const range = addPart(reading, first, found, 'kind')
  const part = reading.parts.at(-1)
  if (part) part.cut = { start: range.start, end: range.end + 1 }
  reading.result.kind = found.value
  reading.hasLabel = true
}

/** The kind that the words tell, with the words themselves as tokens that stay in the title. */
function takeKind(reading: Reading, { decided, suggested, reasons }: KindSaying): void {
  const { result, parts } = reading
  result.kind = decided
  result.suggested.kind = suggested
  result.reasons = reasons
  if (decided === null) return
  for (const { start, end } of reasons) {
    if (!parts.some(({ token }) => token.start < end && start < token.end))
      parts.push({ token: { start, end, type: 'kind' }, cut: null })
  }
}

/** `sync w/ leads 30`: taken where it is sure to be minutes, else offered. */
function takeBareNumber(reading: Reading): void {
  if (reading.hasTime) return
  const bare = readBareMinutes(reading.words, (index) => isTaken(reading, index), reading.result.kind)
  const word = bare === null ? undefined : reading.words[bare.at]
  if (bare === null || word === undefined) return
  if (bare.sure) takeDuration(reading, bare.at, () => ({ length: 1, value: bare.minutes }))
  else reading.result.suggested.minutes = { value: bare.minutes, start: word.start, end: word.end }
}

function addPart(reading: Reading, at: number, found: { length: number }, type: QuickAddToken['type']): Range {
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
  result.inbox = result.title !== '' && result.kind === null && parts.length === 0
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
