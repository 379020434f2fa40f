import { isSameValue, mergeValues } from '#shared/domain/keeping/merge.ts'
import { LINE_LIMIT } from '#shared/model/common.ts'

/** What stays of a field that was changed here and in another window. */
export type Choice = 'mine' | 'theirs' | 'both'

export interface Conflict {
  name: string
  /** What stands in the store now: from there the chosen change begins. */
  stored: unknown
  /** What the field becomes by each choice; `both` only for longer texts. */
  options: Partial<Record<Choice, unknown>>
  /** Any words may stand in the field, so they can be shown as they are. */
  isText: boolean
}

interface Sides {
  base: unknown
  mine: unknown
  theirs: unknown
}

/** A conflict with its ways out. `accepts` says whether the rules of the field take a value. */
export function conflictOf(name: string, sides: Sides, accepts: (value: unknown) => boolean): Conflict {
  const { base, mine, theirs } = sides
  const merged = (prefer: 'ours' | 'theirs' | 'both') => mergeValues(base, mine, theirs, prefer).value
  const options = { mine: merged('ours'), theirs: merged('theirs') }
  const both = merged('both')
  const isNew = !isSameValue(both, options.mine) && !isSameValue(both, options.theirs)
  const isOneText = typeof both === 'string' || (typeof both === 'object' && both !== null && 'ru' in both)
  const isLong = !isOneText || accepts('x'.repeat(LINE_LIMIT + 1))
  return {
    name,
    stored: theirs,
    options: isNew && isLong && accepts(both) ? { ...options, both } : options,
    isText: isOneText && accepts('x'),
  }
}

/** The choice that a value is the outcome of; null = it was edited into something else. */
export function choiceOf({ options }: Conflict, value: unknown): Choice | null {
  const entries = Object.entries(options) as [Choice, unknown][]
  return entries.find(([, option]) => isSameValue(option, value))?.[0] ?? null
}
