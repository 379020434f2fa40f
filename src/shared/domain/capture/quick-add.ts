import { TITLE_LIMIT } from '#shared/model/common.ts'
import type { FeatureLine } from './kind-features.ts'
import { isToDo, readAhead } from './quick-add-ahead.ts'
import { readBareMinutes } from './quick-add-bare.ts'
import { readClockRange } from './quick-add-clock.ts'
import { readDay, readPartOfDay } from './quick-add-day.ts'
import { readColonDuration, readDuration } from './quick-add-duration.ts'
import { type KindSaying, readFeatureLine, readKindOf } from './quick-add-kind.ts'
import { indexKinds, readKind } from './quick-add-kinds.ts'
import { findPerson, type Mark, readMark } from './quick-add-marks.ts'
import {
  addPart,
  emptyResult,
  isInside,
  isTaken,
  type Part,
  type QuickAdd,
  type QuickAddContext,
  type QuickAddToken,
  type Reading,
} from './quick-add-reading.ts'
import { keepLabelsOfSentences, takeMark, takeTitle } from './quick-add-take-marks.ts'
import { cutTitle } from './quick-add-title.ts'
import { readWords } from './quick-add-words.ts'

/**
 * The one-line grammar of quick add, Russian and English mixed as people mix them:
 *
 *     курс OTUS CTO 2ч вчера #архитектура @Иван
 *     book Team Topologies 45m yesterday #orgdesign
 *
 * In any order: a duration (`quick-add-duration.ts`, `quick-add-clock.ts`), a date (`quick-add-day.ts`), `#skills`,
 * `#tags`, `@people` and `+items` (`quick-add-marks.ts`), titles of open items (`quick-add-items.ts`), and a title,
 * which is everything else. The kind is predicted from all words together (`kind-model.ts`). The rules:
 *
 * - The first duration and the first date count; later ones are part of the title.
 * - The words that indicate the kind stay in the title, because it must read as it was typed (*встреча с командой*,
 *   *курс OTUS CTO*). Only a kind word used as a label, at the head of the line and with a colon (*курс: OTUS CTO*), is
 *   cut, and it sets the kind.
 * - The other parts are cut from the title, together with a preposition that led to a person (*с @Иван*). A label
 *   within a sentence keeps its word there (*читал про #архитектуру событийных систем*), and so does *@Ann's*.
 * - A likely but uncertain reading is a suggestion: it changes nothing until it is accepted.
 * - The kind of a future activity is not decided: *завтра экзамен* is not an exam taken today, and *спросить ментора* is
 *   not an hour with a mentor. If the line has a
 *   duration, its day is the one it names, so that no hours are counted before they were spent.
 * - Quoted text and web addresses are not read; quoted text may be the whole title of an item.
 * - If several items have the same name, none is linked until one of them is chosen.
 * - The title is empty only for a blank line: if a line has nothing but parts, they become the title.
 */

/** Reads one line. Accepts any text and never throws, given a valid `today`. */
export function parseQuickAdd(line: string, context: QuickAddContext): QuickAdd {
  const reading = readParts(line, context)
  const { result, words } = reading
  const ahead = readAhead(words, context.today)
  if (!reading.hasLabel) {
    const rules = featureRules(reading, context)
    const isAhead = (index: number) => ahead !== null && index >= ahead.at && index < ahead.at + ahead.length
    const skip = (index: number) => rules.skip(index) || isAhead(index)
    const looksAhead = ahead !== null || (!reading.hasTime && isToDo(firstForm(reading)))
    takeKind(reading, readKindOf(readFeatureLine(reading, { ...rules, skip }), context.kinds, looksAhead))
  }
  takeBareNumber(reading)
  if (ahead?.day && result.minutes !== null && !reading.hasDay) {
    addPart(reading, ahead.at, ahead, 'date')
    result.day = ahead.day
  }
  return finish(reading)
}

/** The first word that belongs to the title alone. */
const firstForm = (reading: Reading) => reading.words.find((_, index) => !isTaken(reading, index))?.form ?? ''

/** The words of a line as input of the scorer: training lines must be read in the same way as typed ones. */
export function featuresOfLine(line: string, context: QuickAddContext): FeatureLine {
  const reading = readParts(line, context)
  return readFeatureLine(reading, featureRules(reading, context)).line
}

/** Marks, dates and durations: everything that can be read without knowing the kind. */
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
      takeLabel(reading, at, context) ||
      takeTitle(reading, at, context) ||
      takeMark(reading, at, context) ||
      takeDay(reading, at, context) ||
      takeDuration(reading, at, (all, from) => readClockRange(all, from, bare) ?? readDuration(all, from, bare)) ||
      1
  }
  // `1:30` may be a time of day: it counts only if the line has no clearer duration.
  for (let index = 0; index < words.length && !reading.hasTime; index++) {
    if (!reading.parts.some((part) => isInside(words[index], part.token)))
      takeDuration(reading, index, readColonDuration)
  }
  readTitles(reading, bare, context)
  keepLabelsOfSentences(reading)
  takeLabel(
    reading,
    words.findIndex((_, index) => !isTaken(reading, index)),
    context,
  )
  return reading
}

/**
 * The day and duration named in the title of an item, used if the rest of the line names none; they stay in the title.
 */
function readTitles(reading: Reading, bare: (index: number) => boolean, context: QuickAddContext): void {
  const { parts, words } = reading
  const titles = parts.filter(({ token, mark }) => token.type === 'item' && mark === undefined)
  const count = parts.length
  for (const [index, word] of words.entries()) {
    if (!titles.some(({ token }) => isInside(word, token))) continue
    takeDay(reading, index, context)
    takeDuration(reading, index, (all, from) => readClockRange(all, from, bare) ?? readDuration(all, from, bare))
  }
  parts.length = count
}

/** The parts that the features of a line leave out, and the roles of its people. */
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
 * Whether a number counts nothing, because it is followed by the end, a sign, a quotation, a mark, a date or a capital
 * letter. A number that begins a date is not bare.
 */
function isBare({ line, words }: Reading, at: number, context: QuickAddContext): boolean {
  if (readDay(words, at, context, true) !== null) return false
  const next = words[at + 1]
  if (next === undefined || next.form === '' || line.slice(words[at]?.end, next.start).trim() !== '') return true
  if (!/[\p{L}\p{N}]/u.test(next.text) || FOLLOWS_TIME.test(next.form)) return true
  return /^\p{Lu}/u.test(next.text) || readMark(next) !== null || readDay(words, at + 1, context, true) !== null
}

/** Prepositions and past-tense verbs: a number before them counts nothing (`1ч 30 читал`, `1h 30 with Ann`). */
const FOLLOWS_TIME =
  /^(?:с|со|на|по|про|в|во|у|о|об|для|with|on|at|in|about|for|by|[а-я]{2,}(?:[аеиоуыя]л|[аеиоуыя]ла|лся|лась|ли))$/u

/** A kind word at the head of the line, after nothing but parts, before a colon: it is cut, and sets the kind. */
function takeLabel(reading: Reading, first: number, { words }: QuickAddContext): number {
  if (first < 0 || reading.hasLabel || !reading.line.includes(':')) return 0
  if (reading.words.slice(0, first).some((_, index) => !isTaken(reading, index))) return 0
  const found = readKind(reading.line, reading.words, first, indexKinds(words))
  const last = found === null ? undefined : reading.words[first + found.length - 1]
  if (found === null || last === undefined || reading.line[last.end] !== ':') return 0
  const range = addPart(reading, first, found, 'kind')
  const part = reading.parts.at(-1)
  if (part) part.cut = { start: range.start, end: range.end + 1 }
  reading.result.kind = found.value
  reading.hasLabel = true
  return found.length
}

/** The kind indicated by the words, with those words as tokens that stay in the title. */
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

/** `sync w/ leads 30`: taken if it is sure to be minutes, else offered. */
function takeBareNumber(reading: Reading): void {
  if (reading.hasTime) return
  const bare = readBareMinutes(reading.words, (index) => isTaken(reading, index), reading.result.kind)
  const word = bare === null ? undefined : reading.words[bare.at]
  if (bare === null || word === undefined) return
  if (bare.sure) takeDuration(reading, bare.at, () => ({ length: 1, value: bare.minutes }))
  else reading.result.suggested.minutes = { value: bare.minutes, start: word.start, end: word.end }
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

/** A title for a line that has only parts: its label, else the names of its marks, else the line as it is. */
function fallbackTitle(line: string, parts: readonly Part[]): string {
  const label = parts.find(({ token }) => token.type === 'kind')?.token
  if (label) return line.slice(label.start, label.end)
  const names = parts.flatMap(({ mark }) => (mark ? [mark.kind === 'label' ? mark.text : mark.name] : []))
  return names.length > 0 ? names.join(', ') : line.replace(/\s+/gu, ' ').trim()
}
