/** Uids of lines, wherever in the journal they stand. */
export type ChosenLines = ReadonlySet<string>

const NONE: ChosenLines = new Set()

/** Chosen lines, and what found them. */
export interface LineChoiceState {
  /** The filter, as text. Lines of one filter are never chosen within another. */
  filter: string
  /** The view that is known to hold all of them; empty where they may have been found by several. */
  stamp: string
  chosen: ChosenLines
}

export const chooseNothing = (filter: string): LineChoiceState => ({ filter, stamp: '', chosen: NONE })

/** Where a row is chosen: one view of one filter. */
type Place = Pick<LineChoiceState, 'filter' | 'stamp'>

/** What is chosen after a choice made in a view. One that comes late, when the filter is another by now, is none. */
export function chooseIn(
  state: LineChoiceState,
  { filter, stamp }: Place,
  choose: (chosen: ChosenLines) => ChosenLines,
): LineChoiceState {
  if (state.filter !== filter) return state
  const isOfOne = state.chosen.size === 0 || state.stamp === stamp
  return { filter, stamp: isOfOne ? stamp : '', chosen: choose(state.chosen) }
}

/** With one line more, or without it. */
export function toggled(chosen: ChosenLines, uid: string): ChosenLines {
  const next = new Set(chosen)
  if (!next.delete(uid)) next.add(uid)
  return next
}

/** Lines that a range holds, and those beside it as far as they are still chosen. */
export const ranged = (chosen: ChosenLines, beside: Iterable<string>, uids: readonly string[]): ChosenLines =>
  new Set([...[...beside].filter((uid) => chosen.has(uid)), ...uids])

/** Without lines that are gone; those chosen meanwhile stay. */
export function forgetLines(state: LineChoiceState, gone: Iterable<string>): LineChoiceState {
  const chosen = new Set(state.chosen)
  for (const uid of gone) chosen.delete(uid)
  return { ...state, chosen }
}

/** After a view was asked which lines of `asked` it still finds. */
export function keepFound(
  state: LineChoiceState,
  { filter, stamp }: Place,
  { asked, found }: { asked: readonly string[]; found: readonly string[] },
): LineChoiceState {
  if (state.filter !== filter) return state
  const [all, held] = [new Set(asked), new Set(found)]
  const { chosen } = forgetLines(
    state,
    asked.filter((uid) => !held.has(uid)),
  )
  // What was chosen meanwhile is still to be asked for.
  const isKnown = [...chosen].every((uid) => all.has(uid))
  return { filter, stamp: isKnown ? stamp : '', chosen }
}
