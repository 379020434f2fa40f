import type { CaptureTarget } from '#renderer/lib/capture.ts'
import { newUid } from '#renderer/lib/new-uid.ts'
import type { Timer } from '#shared/contract/timer.ts'
import type { Day } from '#shared/model/common.ts'
import { keptText } from '../early-line.ts'
import { emptyLine, firstLine, LineDraft, type TypedText, typeLine } from '../quick-add-line.ts'

/** A line as it was kept, at least its text; null where there is none. */
export function readLine(kept: string | null, today: Day): LineDraft | null {
  const text = keptText(kept)
  try {
    const read = LineDraft.safeParse(JSON.parse(kept ?? 'null')).data
    return read ?? (text === '' ? null : { ...emptyLine(today), text })
  } catch {
    return null
  }
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
  /** What was typed in this window and has not reached the timer, whose line has another text: undo goes back to it; null = nothing. */
  unsaved: LineDraft | null
}

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
  return { line, unsaved: typed?.uid === timer.uid && typed.text !== line.text ? typed : null }
}

/** What the timer there is says it is for. */
export const lineOf = (timer: Pick<Timer, 'uid' | 'line'>, today: Day): LineDraft => ({
  ...(readLine(timer.line, today) ?? emptyLine(today)),
  uid: timer.uid,
})

/** The line with another text: however much of it is typed anew, it is the line of the same timer, and of its day once that has begun. */
export function typeTimerLine(
  line: LineDraft,
  typed: TypedText,
  { today, dayWords, hasBegun }: { today: Day; dayWords: (text: string) => string; hasBegun: boolean },
): LineDraft {
  const next = typeLine(line, typed, today, dayWords)
  return { ...next, uid: line.uid, typedOn: hasBegun ? line.typedOn : next.typedOn }
}
