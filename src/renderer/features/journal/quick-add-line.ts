import { z } from 'zod'
import { newUid } from '#renderer/lib/new-uid.ts'
import type { QuickAdd } from '#shared/domain/capture/quick-add.ts'
import { Day, NewUid } from '#shared/model/common.ts'
import { ActivityKind } from '#shared/model/vocabulary.ts'

/** A kind that the person chose, `none` where the line is to have none. */
const ChosenKind = z.union([ActivityKind, z.literal('none')])
export type ChosenKind = z.infer<typeof ChosenKind>

/** A line of quick add that is not saved yet. */
const LineDraft = z.object({
  text: z.string(),
  /** The day its relative words are counted from, and its own where it names none: when that was typed. */
  typedOn: Day,
  /** Of the journal line it becomes: saved twice it is still one. */
  uid: NewUid,
  /** Of the people it names for the first time, in their order in the line. */
  people: z.array(NewUid),
  /** Chosen instead of what the words say. */
  kind: ChosenKind.optional(),
})
export type LineDraft = z.infer<typeof LineDraft>

export const emptyLine = (today: Day): LineDraft => ({ text: '', typedOn: today, uid: newUid(), people: [] })

/**
 * The line with another text. *Yesterday* means the day before it was typed however long the line waits: the day is fixed when
 * the line begins, and anew when the words that name a day are changed. A line that was emptied is another one.
 */
export function typeLine(line: LineDraft, text: string, today: Day, dayWords: (text: string) => string): LineDraft {
  if (text === '' || line.text === '') return { ...emptyLine(today), text }
  const words = dayWords(text)
  return { ...line, text, typedOn: words !== '' && words !== dayWords(line.text) ? today : line.typedOn }
}

/** What was understood, with the kind that was chosen in its place. A bare title without a kind waits in the inbox, whoever says so. */
export function withChosenKind(parsed: QuickAdd, chosen: ChosenKind | undefined): QuickAdd {
  if (chosen === undefined) return parsed
  const suggested = { ...parsed.suggested, kind: null }
  const isBare = parsed.title !== '' && parsed.tokens.every(({ type }) => type === 'kind')
  return { ...parsed, kind: chosen === 'none' ? null : chosen, inbox: chosen === 'none' && isBare, suggested }
}

/** The line with a unit written after the number that may be minutes. */
export function withUnit(line: LineDraft, end: number, unit: string): LineDraft {
  return { ...line, text: `${line.text.slice(0, end)} ${unit}${line.text.slice(end)}` }
}

/** The line with uids for so many new people; those it has stay. */
export function withPeople(line: LineDraft, count: number): LineDraft {
  const missing = Math.max(0, count - line.people.length)
  return missing === 0 ? line : { ...line, people: [...line.people, ...Array.from({ length: missing }, newUid)] }
}

/** A line as it was kept; null for anything else. */
export function readLine(kept: string | null): LineDraft | null {
  try {
    return LineDraft.safeParse(JSON.parse(kept ?? 'null')).data ?? null
  } catch {
    return null
  }
}
