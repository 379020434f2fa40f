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
  /** Where both began. */
  base: string
  mine: string
  theirs: string
  /** null = not chosen yet: until then what the other window has saved stays saved. */
  choice: Choice | null
}

export interface Draft {
  written: Written
  conflicts: Readonly<Record<string, AnswerConflict>>
}

/**
 * The draft of this window after the store turned out to have something else than it began from: answers and lines that only one
 * side has touched are taken from it, an answer that both have changed is a conflict and keeps its text here.
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

/** What may be saved: in place of an answer that waits for a choice what the store has. */
export function toSave({ written, conflicts }: Draft): Written {
  const waiting = Object.entries(conflicts).filter(([, { choice }]) => choice === null)
  return {
    ...written,
    answers: { ...written.answers, ...Object.fromEntries(waiting.map(([key, { theirs }]) => [key, theirs])) },
  }
}

/** From where the draft is kept, so that a conflict is one again when it comes back. */
export function keptFrom(saved: Written, { conflicts }: Draft): Written {
  const waiting = Object.entries(conflicts).filter(([, { choice }]) => choice === null)
  return {
    ...saved,
    answers: { ...saved.answers, ...Object.fromEntries(waiting.map(([key, { base }]) => [key, base])) },
  }
}

/** The draft with an answer typed anew: that is what is mine now, and an end to what was chosen before. */
export function withAnswer({ written, conflicts }: Draft, key: string, answer: string): Draft {
  const { [key]: conflict, ...others } = conflicts
  const waits = conflict?.choice === null && conflict.theirs !== answer
  return {
    written: { ...written, answers: { ...written.answers, [key]: answer } },
    conflicts: waits ? { ...others, [key]: { ...conflict, mine: answer } } : others,
  }
}

/** The text of an answer by each choice. */
export function answerBy({ base, mine, theirs }: AnswerConflict, choice: Choice): string {
  const prefer = { mine: 'ours', theirs: 'theirs', both: 'both' } as const
  return String(mergeValues(base, mine, theirs, prefer[choice]).value)
}

/** The draft with what was chosen; it stays in sight, so that another choice can be made. */
export function withChoice({ written, conflicts }: Draft, key: string, choice: Choice): Draft {
  const conflict = conflicts[key]
  if (conflict === undefined) return { written, conflicts }
  return {
    written: { ...written, answers: { ...written.answers, [key]: answerBy(conflict, choice) } },
    conflicts: { ...conflicts, [key]: { ...conflict, choice } },
  }
}

export const isOpen = ({ conflicts }: Draft) => Object.values(conflicts).some(({ choice }) => choice === null)
