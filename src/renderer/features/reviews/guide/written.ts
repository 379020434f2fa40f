import type { Choice } from '#renderer/lib/conflicts.ts'
import { mergeValues } from '#shared/domain/keeping/merge.ts'
import type { LocalText } from '#shared/model/common.ts'

/** What a person writes into a draft: the answers by the key of their prompt, and the focus. */
export interface Written {
  answers: Readonly<Record<string, string>>
  focus: LocalText[]
}

/** An answer that was written here and in another window. */
export interface AnswerConflict {
  /** The common base of both. */
  base: string
  mine: string
  theirs: string
  /** null = not chosen yet; until then the version of the other window stays stored. */
  choice: Choice | null
}

export interface Draft {
  written: Written
  conflicts: Readonly<Record<string, AnswerConflict>>
}

/**
 * The draft of this window after the store turned out to differ from its base. Answers and lines that only one side has
 * changed are taken from that side; an answer that both have changed becomes a conflict and keeps its text here.
 */
export function meetStored({ written, conflicts }: Draft, began: Written, stored: Written): Draft {
  const answers: Record<string, string> = {}
  const met: Record<string, AnswerConflict> = {}
  for (const [key, theirs] of Object.entries(stored.answers)) {
    const mine = written.answers[key] ?? theirs
    const open = conflicts[key]
    const base = open?.choice === null ? open.base : (began.answers[key] ?? '')
    const { value, isConflict } = mergeValues(base, mine, theirs, 'ours')
    answers[key] = isConflict ? mine : String(value)
    if (isConflict) met[key] = { base, mine, theirs, choice: null }
    else if (open !== undefined && open.choice !== null && answers[key] === mine) met[key] = open
  }
  return { written: { answers, focus: mergeLines(began.focus, written.focus, stored.focus) }, conflicts: met }
}

const mergeLines = (...lines: [began: LocalText[], mine: LocalText[], theirs: LocalText[]]) =>
  mergeValues(...lines, 'ours').value as LocalText[]

/** What may be saved: an answer that waits for a choice is replaced by its stored version. */
export function toSave({ written, conflicts }: Draft): Written {
  const waiting = Object.entries(conflicts).filter(([, { choice }]) => choice === null)
  return {
    ...written,
    answers: { ...written.answers, ...Object.fromEntries(waiting.map(([key, { theirs }]) => [key, theirs])) },
  }
}

/** The base to keep with the draft, so that a conflict is detected again when the draft is restored. */
export function keptFrom(saved: Written, { conflicts }: Draft): Written {
  const waiting = Object.entries(conflicts).filter(([, { choice }]) => choice === null)
  return {
    ...saved,
    answers: { ...saved.answers, ...Object.fromEntries(waiting.map(([key, { base }]) => [key, base])) },
  }
}

/** The draft with an answer typed anew: it becomes the new `mine` and cancels an earlier choice. */
export function withAnswer({ written, conflicts }: Draft, key: string, answer: string): Draft {
  const { [key]: conflict, ...others } = conflicts
  const waits = conflict?.choice === null && conflict.theirs !== answer
  return {
    written: { ...written, answers: { ...written.answers, [key]: answer } },
    conflicts: waits ? { ...others, [key]: { ...conflict, mine: answer } } : others,
  }
}

/** The text of an answer for each choice. */
export function answerBy({ base, mine, theirs }: AnswerConflict, choice: Choice): string {
  const prefer = { mine: 'ours', theirs: 'theirs', both: 'both' } as const
  return String(mergeValues(base, mine, theirs, prefer[choice]).value)
}

/** The draft after a choice; the conflict stays visible, so that another choice can be made. */
export function withChoice({ written, conflicts }: Draft, key: string, choice: Choice): Draft {
  const conflict = conflicts[key]
  if (conflict === undefined) return { written, conflicts }
  return {
    written: { ...written, answers: { ...written.answers, [key]: answerBy(conflict, choice) } },
    conflicts: { ...conflicts, [key]: { ...conflict, choice } },
  }
}

export const isOpen = ({ conflicts }: Draft) => Object.values(conflicts).some(({ choice }) => choice === null)
