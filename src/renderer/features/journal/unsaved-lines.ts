import { z } from 'zod'
import type { CaptureTarget } from '#renderer/lib/capture.ts'
import { meantKey } from '#shared/domain/capture/quick-add-reading.ts'
import type { Day } from '#shared/model/common.ts'
import type { EarlyLine } from './early-line.ts'
import { emptyLine, firstLine, LineDraft, takeEarly, typedBehind } from './quick-add-line.ts'

/** What quick add holds that is not known to be saved. */
export interface UnsavedLines {
  /** What stands in the field. */
  line: LineDraft
  /** Lines that Enter was pressed after and that do not stand in the field any more, the first of them first: their saving failed, or its answer was lost. */
  owed: LineDraft[]
}

/** A line that Enter was pressed after, while it waits for being saved. It may stand in the field still, with the next one behind it. */
export interface ConfirmedLine {
  line: LineDraft
  /** What the next line begins with: it has a uid of its own from the start and never that of the confirmed one. */
  next: LineDraft
}

/** The empty line after another one: about the same item it was opened for, unless that was taken away. */
export function nextLine(line: LineDraft, about: CaptureTarget | null, today: Day): LineDraft {
  return { ...emptyLine(today), about: line.about.filter(({ uid }) => uid === about?.uid) }
}

/** The choices of whom a text means that were made since the line before it was confirmed: those of that line were not made for it. */
function choicesSince(now: LineDraft, confirmed: LineDraft, text: string): LineDraft['meant'] {
  const typed = meantKey(text)
  const isMade = ([key, uid]: [string, string]) => confirmed.meant[key] !== uid && typed.includes(key)
  return Object.fromEntries(Object.entries(now.meant).filter(isMade))
}

/** What stands in the field beside the confirmed line: typed behind it, over it, or made out of it. */
function lineBehind(line: LineDraft, { line: confirmed, next }: ConfirmedLine): LineDraft {
  if (line.uid !== confirmed.uid) return line
  const text = typedBehind(line.text, confirmed.text)
  return { ...next, text, meant: choicesSince(line, confirmed, text) }
}

/** Whether Enter still means the line it was pressed after: not where that was changed within. */
export function isStillMeant(line: LineDraft, confirmed: LineDraft): boolean {
  return line.uid !== confirmed.uid || line.text.startsWith(confirmed.text)
}

/**
 * What there is to save where the confirmed line is not saved, or not yet. It goes on standing in the field where nothing came behind it;
 * else the two are told apart: together they would be one entry, and overwrite the one that the first may have become.
 */
export function unsavedLines({ line, owed }: UnsavedLines, confirmed: ConfirmedLine | null): UnsavedLines {
  if (confirmed === null || !isStillMeant(line, confirmed.line)) return { line, owed }
  const behind = lineBehind(line, confirmed)
  if (line.uid === confirmed.line.uid && behind.text === '') return { line, owed }
  return { line: behind, owed: [...owed.filter(({ uid }) => uid !== confirmed.line.uid), confirmed.line] }
}

/** Whether a line says what another one does, beside its text. `isOwn` tells the items it is about because its box was opened for them: nobody chose them. */
function isChosenAlike(line: LineDraft, other: LineDraft, isOwn: (uid: string) => boolean): boolean {
  const now = line.about.map(({ uid }) => uid)
  const before = other.about.map(({ uid }) => uid)
  const isSameAbout = before.every((uid) => now.includes(uid)) && now.every((uid) => before.includes(uid) || isOwn(uid))
  const choices = ({ kind, typedOn, meant, without }: LineDraft) =>
    JSON.stringify([kind, typedOn, Object.entries(meant).sort(), [...without].sort()])
  return isSameAbout && choices(line) === choices(other)
}

/**
 * What is left when a line is saved: in the box that confirmed it, or in another one (`confirmed` is null), where it may stand as it was kept.
 * Where something was chosen since it was sent, it stays as it is now: saved again, it changes the entry it has become.
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
  // An answer to an older request says nothing of what the line says now.
  const isMet = (one: LineDraft) => one.uid === saved.uid && one.text === saved.text && isChosenAlike(one, saved, isOwn)
  const left = owed.filter((one) => !isMet(one))
  if (confirmed?.line === saved) {
    const isAlone = line.text.trimEnd() === saved.text.trimEnd()
    return { line: isAlone && isChanged ? line : lineBehind(line, confirmed), owed: left }
  }
  return { line: isMet(line) ? begun : line, owed: left }
}

/** What there is to save where lines of a box that is closed were not saved: those that stand nowhere any more are owed. */
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
  /** What was typed before it was there. */
  typed: EarlyLine | null
  today: Day
  dayWords: (text: string) => string
}

interface BegunLines extends UnsavedLines {
  /** The line whose saving was asked for already. */
  confirmed: ConfirmedLine | null
  /** What stood in the field before something was typed while the box was not there: undo goes back to it. */
  before: LineDraft | null
}

/** What the box begins with: the kept lines and what was typed before it was there. */
export function beginLines(kept: UnsavedLines | null, { about, typed, today, dayWords }: Begin): BegunLines {
  const [first, ...others] = kept?.owed ?? []
  // A line that is owed comes back into the field where nothing else stands in it.
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

/** The lines as they were kept; null for anything else. */
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

/** The lines as they are kept; null where there are none. */
export function writeUnsaved({ line, owed }: UnsavedLines): string | null {
  if (line.text === '' && owed.length === 0) return null
  return JSON.stringify(owed.length === 0 ? line : { ...line, owed })
}
