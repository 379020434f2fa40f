/** Uids of selected entries, anywhere in the journal. */
export type ChosenLines = ReadonlySet<string>

const NONE: ChosenLines = new Set()

/** The selected entries, and the filter and view that found them. */
export interface LineChoiceState {
  /** The filter as text. Entries selected under one filter are never selected under another. */
  filter: string
  /** Stamp of the view known to hold all of them; empty if several views may have found them. */
  stamp: string
  chosen: ChosenLines
}

export const chooseNothing = (filter: string): LineChoiceState => ({ filter, stamp: '', chosen: NONE })

/** Where the selection was made: one view of one filter. */
type Place = Pick<LineChoiceState, 'filter' | 'stamp'>

/** The state after a selection was made in a view. A selection that arrives after the filter has changed is ignored. */
export function chooseIn(
  state: LineChoiceState,
  { filter, stamp }: Place,
  choose: (chosen: ChosenLines) => ChosenLines,
): LineChoiceState {
  if (state.filter !== filter) return state
  const isOfOne = state.chosen.size === 0 || state.stamp === stamp
  return { filter, stamp: isOfOne ? stamp : '', chosen: choose(state.chosen) }
}

/** With one entry added or removed. */
export function toggled(chosen: ChosenLines, uid: string): ChosenLines {
  const next = new Set(chosen)
  if (!next.delete(uid)) next.add(uid)
  return next
}

/** The entries of a range, with those of `beside` that are still selected. */
export const ranged = (chosen: ChosenLines, beside: Iterable<string>, uids: readonly string[]): ChosenLines =>
  new Set([...[...beside].filter((uid) => chosen.has(uid)), ...uids])

/** The selection without deleted entries; entries selected meanwhile stay. */
export function forgetLines(state: LineChoiceState, gone: Iterable<string>): LineChoiceState {
  const chosen = new Set(state.chosen)
  for (const uid of gone) chosen.delete(uid)
  return { ...state, chosen }
}

/** The selection after a view answered which entries of `asked` it still finds. */
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
  // Entries selected meanwhile must be asked for in turn.
  const isKnown = [...chosen].every((uid) => all.has(uid))
  return { filter, stamp: isKnown ? stamp : '', chosen }
}
