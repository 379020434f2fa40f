import type { IsBare } from './quick-add-duration.ts'
import { type Found, formAt, type Word } from './quick-add-words.ts'

/**
 * A range of clock times as a duration: `10:00-11:30`, `10:00 – 11:30`, `2-3pm`, `с 10 до 11:30`, `from 10 to 11`,
 * `between 2pm and 3pm`. Without a colon and without `am`/`pm`, two numbers are times only after *from* and if they do
 * not count anything (`вырос с 10 до 12 человек`).
 */
type Clock = {
  minutes: number
  /** A bare number, which may not be a time. */
  isPlain: boolean
  /** The half of the day is certain: it is given, or the hour has two digits as in `08:00`. */
  isExact: boolean
  /** The half of the day that was given. */
  half: 'before' | 'after' | null
}

const CLOCK = /^(\d{1,2})(?::(\d{2})|\.(00|15|30|45))?(am|pm)?$/
const PAIR = /^(\d{1,2}(?::\d{2})?(?:am|pm)?)[-–—](\d{1,2}(?::\d{2})?(?:am|pm)?)$/

const JOINTS = new Map([
  ['с', 'до'],
  ['from', 'to'],
  ['between', 'and'],
])
const LEADS = new Set(['в', 'at', 'с', 'from'])
const HALVES = new Set(['утра', 'дня', 'вечера', 'ночи', 'am', 'pm', 'часов', "o'clock"])
const BEFORE_NOON = new Set(['утра', 'ночи', 'am'])
const AFTER_NOON = new Set(['дня', 'вечера', 'pm'])

/** The range that starts at a word; `isBare` as in `readDuration`. */
export function readClockRange(words: readonly Word[], at: number, isBare: IsBare): Found<number> | null {
  return readJoined(words, at, isBare) ?? readPair(words, at)
}

/** `с 10 до 11:30`, `from 2 to 3pm`. */
function readJoined(words: readonly Word[], at: number, isBare: IsBare): Found<number> | null {
  const joint = JOINTS.get(formAt(words, at))
  if (joint === undefined) return null
  const from = readClock(formAt(words, at + 1))
  const early = HALVES.has(formAt(words, at + 2)) ? 1 : 0
  if (from === null || formAt(words, at + 2 + early) !== joint) return null
  const end = at + 3 + early
  const to = readClock(formAt(words, end))
  if (to === null) return null
  const half = HALVES.has(formAt(words, end + 1)) ? 1 : 0
  if (from.isPlain && to.isPlain && half === 0 && !isBare(end)) return null
  const value = between(inHalf(from, formAt(words, at + 2)), inHalf(to, formAt(words, end + 1)))
  return value === null ? null : { length: end - at + 1 + half, value }
}

/** `10:00-11:30`, also with spaces around the dash. */
function readPair(words: readonly Word[], at: number): Found<number> | null {
  const lead = LEADS.has(formAt(words, at)) ? 1 : 0
  const start = at + lead
  const glued = PAIR.exec(formAt(words, start))
  const isApart = /^[-–—]?$/.test(words[start + 1]?.text ?? 'none') && words[start + 1]?.form === ''
  const [from, to, length] = glued
    ? [readClock(glued[1] ?? ''), readClock(glued[2] ?? ''), 1]
    : [readClock(formAt(words, start)), isApart ? readClock(formAt(words, start + 2)) : null, 3]
  const after = formAt(words, start + length)
  // `5-10 часов` is a duration, `с 5-10 часов` is a range of times.
  const half = HALVES.has(after) && (lead === 1 || after !== 'часов') ? 1 : 0
  if (from === null || to === null || (from.isPlain && to.isPlain && half === 0)) return null
  const value = between(from, inHalf(to, after))
  return value === null ? null : { length: lead + length + half, value }
}

function readClock(form: string): Clock | null {
  const match = CLOCK.exec(form)
  const past = match?.[2] ?? match?.[3]
  const [hour, minute] = [Number(match?.[1]), Number(past ?? 0)]
  if (!match || hour > 24 || minute > 59) return null
  const isPlain = past === undefined && match[4] === undefined
  const clock = { minutes: hour * 60 + minute, isPlain, isExact: form.startsWith('0') || hour > 12, half: null }
  return inHalf(clock, match[4] ?? '')
}

/** The time in the half of the day that a word names; unchanged if the word names none. */
function inHalf(clock: Clock, half: string): Clock {
  const { minutes } = clock
  if (minutes > 720 + 59) return clock
  if (BEFORE_NOON.has(half)) return { ...clock, minutes: minutes % 720, isExact: true, half: 'before' }
  if (AFTER_NOON.has(half)) return { ...clock, minutes: (minutes % 720) + 720, isExact: true, half: 'after' }
  return clock
}

/**
 * Minutes from one time to the other. If the end is before the beginning, it is taken as past noon if that is possible,
 * else past midnight.
 */
function between(from: Clock, to: Clock): number | null {
  // `2-3pm`: the half of the day of the end also applies to the beginning, unless the beginning is before noon
  // (`11-1pm`).
  const isShared = to.half === 'after' && from.half === null && !from.isExact && from.minutes + 720 < to.minutes
  let minutes = to.minutes - from.minutes - (isShared ? 720 : 0)
  if (minutes <= 0) minutes += to.minutes <= 720 && from.minutes <= 720 && !to.isExact ? 720 : 1440
  return minutes > 0 && minutes <= LONGEST ? minutes : null
}

/** Longest range in minutes: 16 hours. Nothing is done for longer at a stretch. */
const LONGEST = 960
