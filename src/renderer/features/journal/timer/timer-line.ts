import type { CaptureTarget } from '#renderer/lib/capture.ts'
import { newUid } from '#renderer/lib/new-uid.ts'
import type { Timer } from '#shared/contract/timer.ts'
import type { Day } from '#shared/model/common.ts'
import { keptText, parseObject } from '../early-line.ts'
import { emptyLine, firstLine, LineDraft, type TypedText, typeLine } from '../quick-add-line.ts'

/** A line as it was kept, at least its text; null where there is none. */
export function readLine(kept: string | null, today: Day): LineDraft | null {
  const text = keptText(kept)
  return LineDraft.safeParse(parseObject(kept)).data ?? (text === '' ? null : { ...emptyLine(today), text })
}

interface Begin {
  /** What was typed last in this window and may not have reached the timer. */
  draft: string | null
  about: CaptureTarget | null
  today: Day
}

/** What a timer's field begins with. */
interface BegunLine {
  line: LineDraft
  /** What was typed in this window over another line than the timer has now: undo goes back to it; null = nothing. */
  unsaved: LineDraft | null
}

/** What was typed, as it is kept with the line of the timer it was typed over. */
export const writeTyped = (line: LineDraft, over: string | null): string => JSON.stringify({ ...line, over })

/**
 * The line of the timer there is, else of one that is to be begun. That one has a uid of its own whatever was kept: the timer it was
 * typed for may have begun, and its line may be in the journal.
 */
export function beginLine(timer: Timer | null, { draft, about, today }: Begin): BegunLine {
  const typed = readLine(draft, today)
  if (timer === null) {
    const line = typed && { ...typed, uid: newUid(), people: [], typedOn: today }
    return { line: firstLine(line, about, today), unsaved: null }
  }
  const line = lineOf(timer, today)
  if (typed?.uid !== timer.uid) return { line, unsaved: null }
  // It did not reach the timer yet. Where another window has changed that since, what it says stands first.
  const isLatest = parseObject(draft)?.over === timer.line
  return isLatest ? { line: typed, unsaved: null } : { line, unsaved: typed.text === line.text ? null : typed }
}

/** What the timer there is says it is for. */
export const lineOf = (timer: Pick<Timer, 'uid' | 'line'>, today: Day): LineDraft => ({
  ...(readLine(timer.line, today) ?? emptyLine(today)),
  uid: timer.uid,
})

/** The line of the timer as far as this window knows. */
interface KnownLine {
  stored: string | null
  /** What the field shows of it; any other line was typed here. null = another one was typed here already. */
  shown: LineDraft | null
}

export function knownAtFirst(timer: Timer | null, begun: LineDraft, today: Day): KnownLine {
  if (timer === null) return { stored: null, shown: null }
  const isShown = JSON.stringify(lineOf(timer, today)) === JSON.stringify(begun)
  return { stored: timer.line, shown: isShown ? begun : null }
}

/** The line of the field when the timer's has changed, in this window or another one: what is typed here stays. */
export function followLine(
  timer: Timer,
  line: LineDraft,
  { known, today }: { known: KnownLine; today: Day },
): { line: LineDraft; known: KnownLine } {
  if (timer.line === known.stored) return { line, known }
  if (timer.line === JSON.stringify(line)) return { line, known: { stored: timer.line, shown: line } }
  if (line !== known.shown) return { line, known: { ...known, stored: timer.line } }
  const next = lineOf(timer, today)
  return { line: next, known: { stored: timer.line, shown: next } }
}

/**
 * The line with another text: however much of it is typed anew, it is the line of the same timer. Once that has begun it stays the line of its
 * day, unless other words now name a day: those count from when they are typed.
 */
export function typeTimerLine(
  line: LineDraft,
  typed: TypedText,
  { today, dayWords, hasBegun }: { today: Day; dayWords: (text: string) => string; hasBegun: boolean },
): LineDraft {
  const next = typeLine(line, typed, today, dayWords)
  const words = dayWords(typed.text)
  const isOfItsDay = hasBegun && (words === '' || words === dayWords(line.text))
  return { ...next, uid: line.uid, typedOn: isOfItsDay ? line.typedOn : next.typedOn }
}
