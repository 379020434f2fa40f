import { z } from 'zod'
import type { CaptureTarget } from '#renderer/lib/capture.ts'
import { meantKey } from '#shared/domain/capture/quick-add-reading.ts'
import type { Day } from '#shared/model/common.ts'
import type { EarlyLine } from './early-line.ts'
import { emptyLine, firstLine, LineDraft, takeEarly, typedBehind } from './quick-add-line.ts'

/** Lines of quick add that are not known to be saved. */
export interface UnsavedLines {
  /** The line in the field. */
  line: LineDraft
  /**
   * Lines that were confirmed with Enter and left the field, oldest first: their saving failed, or the answer was lost.
   */
  owed: LineDraft[]
}

/**
 * A line confirmed with Enter that is waiting to be saved. It may still be in the field, with the next line behind it.
 */
export interface ConfirmedLine {
  line: LineDraft
  /** The start of the next line. It has its own uid from the beginning, never that of the confirmed line. */
  next: LineDraft
}

/** The empty line after another one: linked to the item the box was opened for, unless that link was removed. */
export function nextLine(line: LineDraft, about: CaptureTarget | null, today: Day): LineDraft {
  return { ...emptyLine(today), about: line.about.filter(({ uid }) => uid === about?.uid) }
}

/** Choices of who is meant that were made after the line before it was confirmed; choices of that line do not apply. */
function choicesSince(now: LineDraft, confirmed: LineDraft, text: string): LineDraft['meant'] {
  const typed = meantKey(text)
  const isMade = ([key, uid]: [string, string]) => confirmed.meant[key] !== uid && typed.includes(key)
  return Object.fromEntries(Object.entries(now.meant).filter(isMade))
}

/** What the field holds besides the confirmed line: text typed behind it, over it, or made from it. */
function lineBehind(line: LineDraft, { line: confirmed, next }: ConfirmedLine): LineDraft {
  if (line.uid !== confirmed.uid) return line
  const text = typedBehind(line.text, confirmed.text)
  return { ...next, text, meant: choicesSince(line, confirmed, text) }
}

/** Whether Enter still applies to the confirmed line: not if that was changed inside. */
export function isStillMeant(line: LineDraft, confirmed: LineDraft): boolean {
  return line.uid !== confirmed.uid || line.text.startsWith(confirmed.text)
}

/**
 * The lines to save if the confirmed line is not saved, or not yet. It stays in the field if nothing was typed behind
 * it. Otherwise the two are separated: together they would be one entry, and overwrite the entry that the first may
 * have become.
 */
export function unsavedLines({ line, owed }: UnsavedLines, confirmed: ConfirmedLine | null): UnsavedLines {
  if (confirmed === null || !isStillMeant(line, confirmed.line)) return { line, owed }
  const behind = lineBehind(line, confirmed)
  if (line.uid === confirmed.line.uid && behind.text === '') return { line, owed }
  return { line: behind, owed: [...owed.filter(({ uid }) => uid !== confirmed.line.uid), confirmed.line] }
}

/**
 * Whether two lines are the same apart from their text. `isOwn` recognises items that are linked because the box was
 * opened for them, not because somebody chose them.
 */
function isChosenAlike(line: LineDraft, other: LineDraft, isOwn: (uid: string) => boolean): boolean {
  const now = line.about.map(({ uid }) => uid)
  const before = other.about.map(({ uid }) => uid)
  const isSameAbout = before.every((uid) => now.includes(uid)) && now.every((uid) => before.includes(uid) || isOwn(uid))
  const choices = ({ kind, typedOn, meant, without }: LineDraft) =>
    JSON.stringify([kind, typedOn, Object.entries(meant).sort(), [...without].sort()])
  return isSameAbout && choices(line) === choices(other)
}

/**
 * The lines that remain after one was saved: in the box that confirmed it, or in another box (`confirmed` is null) that
 * may hold it as kept. If something was chosen after it was sent, the line stays as it is now; saving it again changes
 * the same entry.
 */
export function withoutSaved(
  { line, owed }: UnsavedLines,
  saved: LineDraft,
  confirmed: ConfirmedLine | null,
  begin: () => LineDraft,
): UnsavedLines {
  const begun = begin()
  const isOwn = (item: string) => begun.about.some(({ uid }) => uid === item)
  const isChanged = line.uid === saved.uid && !isChosenAlike(line, saved, isOwn)
  // An answer to an older request says nothing about the present state of the line.
  const isMet = (one: LineDraft) => one.uid === saved.uid && one.text === saved.text && isChosenAlike(one, saved, isOwn)
  const left = owed.filter((one) => !isMet(one))
  if (confirmed?.line === saved) {
    const isAlone = line.text.trimEnd() === saved.text.trimEnd()
    return { line: isAlone && isChanged ? line : lineBehind(line, confirmed), owed: left }
  }
  return { line: isMet(line) ? begun : line, owed: left }
}

/** The lines to save if a closed box failed to save some: those that no field holds are owed. */
export function withFailed(
  lines: UnsavedLines,
  failed: readonly LineDraft[],
  confirmed: ConfirmedLine | null,
): UnsavedLines {
  const { line, owed } = lines
  const standing = [line, ...owed, ...(confirmed === null ? [] : [confirmed.line])].map(({ uid }) => uid)
  const lost = failed.filter(({ uid }) => !standing.includes(uid))
  return lost.length === 0 ? lines : { line, owed: [...owed, ...lost] }
}

interface Begin {
  /** The item the box is opened for. */
  about: CaptureTarget | null
  /** What was typed before the box was loaded. */
  typed: EarlyLine | null
  today: Day
  dayWords: (text: string) => string
}

interface BegunLines extends UnsavedLines {
  /** The line whose saving was requested already. */
  confirmed: ConfirmedLine | null
  /** What the field held before text was typed while the box was being loaded; undo goes back to it. */
  before: LineDraft | null
}

/** The start of the box: the kept lines and what was typed before it was loaded. */
export function beginLines(kept: UnsavedLines | null, { about, typed, today, dayWords }: Begin): BegunLines {
  const [first, ...others] = kept?.owed ?? []
  // An owed line returns to the field if the field is empty.
  const isTaken = typed === null && first !== undefined && kept?.line.text === ''
  const begun = firstLine((isTaken ? first : kept?.line) ?? null, about, today)
  const { line, confirmed: entered } = takeEarly(begun, typed, dayWords)
  const owed = isTaken ? others : (kept?.owed ?? [])
  const confirmed = entered && { line: entered, next: nextLine(entered, about, today) }
  if (typed?.enter?.isLeft) return { ...unsavedLines({ line, owed }, confirmed), confirmed: null, before: null }
  const isTyped = confirmed === null && line.text !== begun.text
  return { line, owed, confirmed, before: isTyped ? begun : null }
}

const KeptLines = LineDraft.extend({ owed: z.array(LineDraft).catch([]) })

/** Reads kept lines; null for anything else. */
export function readUnsaved(kept: string | null): UnsavedLines | null {
  try {
    const read = KeptLines.safeParse(JSON.parse(kept ?? 'null')).data
    if (read === undefined) return null
    const { owed, ...line } = read
    return { line, owed }
  } catch {
    return null
  }
}

/** Writes the lines for keeping; null if there are none. */
export function writeUnsaved({ line, owed }: UnsavedLines): string | null {
  if (line.text === '' && owed.length === 0) return null
  return JSON.stringify(owed.length === 0 ? line : { ...line, owed })
}
