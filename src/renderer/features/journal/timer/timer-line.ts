import type { CaptureTarget } from '#renderer/lib/capture.ts'
import type { Timer } from '#shared/contract/timer.ts'
import type { Day } from '#shared/model/common.ts'
import { keptText } from '../early-line.ts'
import { emptyLine, firstLine, LineDraft, type TypedText, typeLine } from '../quick-add-line.ts'

/** A kept line, or at least its text; null if there is none. */
function readLine(kept: string | null, today: Day): LineDraft | null {
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

/** The line a timer's field begins with: that of the present timer, else of one to be started. */
export function beginLine(timer: Timer | null, { draft, about, today }: Begin): LineDraft {
  const typed = readLine(draft, today)
  if (timer === null) return firstLine(typed && { ...typed, typedOn: today }, about, today)
  const kept = typed?.uid === timer.uid ? typed : readLine(timer.line, today)
  return { ...(kept ?? emptyLine(today)), uid: timer.uid }
}

/**
 * The line with another text. Even a text that is completely new belongs to the same timer and to the day it was
 * started on.
 */
export function typeTimerLine(
  line: LineDraft,
  typed: TypedText,
  today: Day,
  dayWords: (text: string) => string,
): LineDraft {
  const { uid, typedOn } = line
  return { ...typeLine(line, typed, today, dayWords), uid, typedOn }
}
