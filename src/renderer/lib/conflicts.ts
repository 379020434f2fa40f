import { isSameValue, mergeValues } from '#shared/domain/keeping/merge.ts'
import { LINE_LIMIT } from '#shared/model/common.ts'

/** What to keep of a field that was changed here and in another window. */
export type Choice = 'mine' | 'theirs' | 'both'

export interface Conflict {
  name: string
  /** The stored value, which becomes the base of the chosen change. */
  stored: unknown
  /** The value of the field for each choice; `both` only for longer texts. */
  options: Partial<Record<Choice, unknown>>
  /** The field holds free text, so its values can be shown as they are. */
  isText: boolean
}

interface Sides {
  base: unknown
  mine: unknown
  theirs: unknown
}

/** A conflict with its options. `accepts` says whether the rules of the field allow a value. */
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

/** The choice that results in this value; null = it was edited into something else. */
export function choiceOf({ options }: Conflict, value: unknown): Choice | null {
  const entries = Object.entries(options) as [Choice, unknown][]
  return entries.find(([, option]) => isSameValue(option, value))?.[0] ?? null
}
