import { normaliseSearchText } from '../text/text.ts'
import { findItem, findTitle } from './quick-add-items.ts'
import { findPerson, findSkill, type Mark, type PersonMention, readMark, tagOf } from './quick-add-marks.ts'
import {
  endOfCut,
  isInside,
  isNear,
  isTaken,
  meantKey,
  type QuickAdd,
  type QuickAddContext,
  type QuickAddToken,
  type Reading,
} from './quick-add-reading.ts'
import type { Range } from './quick-add-title.ts'
import type { Word } from './quick-add-words.ts'

/** Longest tag, as in the model. */
const TAG_LIMIT = 50

/**
 * Takes a person, skill, tag or item that a mark names. Each `take` function returns the number of words it took, 0 for
 * none.
 */
export function takeMark(reading: Reading, at: number, context: QuickAddContext): number {
  const word = reading.words[at]
  const mark = word ? readMark(word) : null
  if (!word || !mark) return 0
  const range = { start: word.start, end: word.end }
  const meant = context.meant?.[meantKey(word.text)]
  const type =
    mark.kind === 'person'
      ? takePerson(reading, { mark, range, meant }, context)
      : mark.kind === 'item'
        ? takeItem(reading, { mark, range, meant }, context)
        : takeLabelMark(reading, { mark, range, meant }, context)
  if (type === null) return 0
  reading.parts.push({ token: { ...range, type }, cut: cutOfMark(reading, at, word, mark), mark })
  return 1
}

/** A mark, its place, and the person or item chosen for it. */
type Found<Kind extends Mark['kind']> = {
  mark: Extract<Mark, { kind: Kind }>
  range: Range
  meant: string | undefined
}

function takePerson({ result }: Reading, { mark, range, meant }: Found<'person'>, { people }: QuickAddContext) {
  const isKnown = people.some(({ uid }) => uid === meant)
  const { mention, candidates } =
    meant !== undefined && isKnown ? { mention: { uid: meant }, candidates: [] } : findPerson(mark.name, people)
  if (candidates.length > 0) result.problems.push({ code: 'person.ambiguous', ...range, candidates })
  if (!result.people.some((other) => isSamePerson(other, mention))) result.people.push(mention)
  return 'person' as const
}

/** A name that no item has is not a mark: it stays in the title as typed. */
function takeItem({ result }: Reading, { mark, range, meant }: Found<'item'>, context: QuickAddContext) {
  const { items, without = [] } = context
  if (items === undefined) return null
  const { uid, candidates } =
    meant !== undefined && items.byUid.has(meant) ? { uid: meant, candidates: [] } : findItem(mark.name, items)
  askWhich(result, range, candidates, without)
  if (uid === null || without.includes(uid)) return null
  if (!result.itemUids.includes(uid)) result.itemUids.push(uid)
  return 'item' as const
}

/** Asks which of several items is meant; with only one left after others were removed, nothing is asked. */
function askWhich(result: QuickAdd, range: Range, fitting: readonly string[], without: readonly string[]): void {
  const candidates = fitting.filter((uid) => !without.includes(uid))
  if (candidates.length > 1) result.problems.push({ code: 'item.ambiguous', ...range, candidates })
}

/** Labels of several words (`#"Software architecture"`) can only name skills. */
function takeLabelMark({ result }: Reading, { mark, range, meant }: Found<'label'>, { skills }: QuickAddContext) {
  const isKnown = skills.some(({ uid }) => uid === meant)
  const skill = meant !== undefined && isKnown ? meant : findSkill(mark.text, skills)
  if (skill !== null) {
    if (!result.skillUids.includes(skill)) result.skillUids.push(skill)
    return 'skill' as const
  }
  if (mark.isQuoted) return null
  const tag = tagOf(mark.text)
  if (tag.length > TAG_LIMIT) result.problems.push({ code: 'tag.tooLong', ...range })
  else if (!result.newTags.includes(tag)) result.newTags.push(tag)
  return 'tag' as const
}

/** The text cut from the title with a mark, and its replacement: an item keeps its name there. */
function cutOfMark(reading: Reading, at: number, word: Word, mark: Mark) {
  const { words, line } = reading
  const range = { start: word.start, end: word.end }
  if (mark.kind === 'item') return { ...range, instead: mark.name }
  const before = words[at - 1]
  const possessive = mark.kind === 'person' && /['’]s$/u.test(word.text) && words[at + 1]?.form
  if (possessive) return { ...range, instead: word.text.slice(1) }
  const isLed = before && LEADS_TO_MARK.has(before.form) && !isTaken(reading, at - 1) && isNear(reading, at - 1)
  const together = isLed && TOGETHER.has(words[at - 2]?.form ?? '') ? words[at - 2] : undefined
  return { start: isLed ? (together ?? before).start : word.start, end: endOfCut(line, word.end) }
}

/**
 * The exact title of an open item, of two words or more or in quotes: it stays in the title of the line, and the item
 * is linked. If several open items have this title, none is linked until one is chosen; removing one does not make
 * another the only one.
 */
export function takeTitle(reading: Reading, at: number, { items, meant, without = [] }: QuickAddContext): number {
  const { words, result, line } = reading
  const found = items === undefined ? null : findTitle(line, words, at, items)
  const [first, last] = [words[at], words[at + (found?.length ?? 0) - 1]]
  if (found === null || first === undefined || last === undefined) return 0
  const range: Range & { type: QuickAddToken['type'] } = { start: first.start, end: last.end, type: 'item' }
  const chosen = meant?.[meantKey(line.slice(range.start, range.end))]
  const uid = found.value.length > 1 ? found.value.find((one) => one === chosen) : found.value[0]
  if (uid === undefined) {
    askWhich(result, { start: first.start, end: last.end }, found.value, without)
    return 0
  }
  if (without.includes(uid)) return 0
  if (!result.itemUids.includes(uid)) result.itemUids.push(uid)
  reading.parts.push({ token: range, cut: null })
  return found.length
}

/** Prepositions that would be left over in the title when the mark after them is cut. */
const LEADS_TO_MARK = new Set(
  'с со у от для к ко по про о об на в во w/ with for from to by on about of in at'.split(' '),
)

/** Words before such a preposition that are cut with it: `вместе с @Иван`. */
const TOGETHER = new Set(['вместе', 'совместно', 'together', 'along'])

/**
 * Words that connect a label to the sentence: a label after one is part of the sentence, a label before one is a mark
 * of its own.
 */
const TIES = new Set(
  (
    'с со у от для к ко по про о об обо на в во из за при без и или а но если как что где это ' +
    'w/ with for from to by on about of in at into over and or but if what how than vs'
  ).split(' '),
)

/** Keeps labels in the title that are words of its sentence: after a connecting word, or between two plain words. */
export function keepLabelsOfSentences(reading: Reading): void {
  const { words, parts } = reading
  const isPlain = (index: number) =>
    words[index] !== undefined &&
    !parts.some(({ token }) => token.type !== 'item' && isInside(words[index], token)) &&
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

function isSamePerson(one: PersonMention, other: PersonMention): boolean {
  if ('uid' in one && 'uid' in other) return one.uid === other.uid
  if ('newName' in one && 'newName' in other)
    return normaliseSearchText(one.newName) === normaliseSearchText(other.newName)
  return false
}
