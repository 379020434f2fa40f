import { ENTRY_NAMES } from '#shared/model/entities.ts'

/** Whose value wins if two people, or two windows, have changed a field differently. */
export type Preference = 'ours' | 'theirs' | 'both'

export interface Merged {
  value: unknown
  /** Both sides have changed something to different values; `value` has the preferred one. */
  isConflict: boolean
}

type Bag = Readonly<Record<string, unknown>>

const isBag = (value: unknown): value is Bag => typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * Objects that are merged as a whole: a text in both languages and an amount, because half of one would mean something
 * else.
 */
function isWhole(value: Bag): boolean {
  const names = Object.keys(value).sort().join()
  return names === 'en,ru' || names === 'currency,minor'
}

const isParts = (value: unknown): value is Bag => isBag(value) && !isWhole(value)

/** The name that identifies an entry of a list. */
const nameOf = (one: unknown): unknown =>
  isBag(one) ? ENTRY_NAMES.map((name) => one[name]).find((name) => name !== undefined && name !== null) : undefined

/** Whether every entry has a unique name. */
function isKeyed(list: readonly unknown[]): boolean {
  const names = list.map(nameOf)
  const isName = (name: unknown) => typeof name === 'string' || typeof name === 'number'
  return names.every(isName) && new Set(names).size === names.length
}

/** Equal in content, whatever the order of keys; undefined is the same as absent. */
export function isSameValue(one: unknown, other: unknown): boolean {
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((each, index) => isSameValue(each, other[index]))
  if (isBag(one) && isBag(other)) {
    const names = new Set([...Object.keys(one), ...Object.keys(other)])
    return [...names].every((name) => isSameValue(one[name], other[name]))
  }
  return Object.is(one, other)
}

/**
 * Merges two changes of one value that both began at `base`. A part that only one side has changed is taken from that
 * side: entries of a list are matched by key, levels of a skill by index, entries of a record by name. Lists of words,
 * links and lines keep what either side has added and lose what either has removed, so they never conflict; an edited
 * line counts as removed and added. A part that both sides have changed to different values is a conflict, decided by
 * `prefer`; `both` joins texts and means `ours` for anything else.
 */
export function mergeValues(base: unknown, ours: unknown, theirs: unknown, prefer: Preference): Merged {
  if (isSameValue(base, ours) || isSameValue(ours, theirs)) return { value: theirs, isConflict: false }
  if (isSameValue(base, theirs)) return { value: ours, isConflict: false }
  if (Array.isArray(base) && Array.isArray(ours) && Array.isArray(theirs)) return mergeLists(base, ours, theirs, prefer)
  if (isParts(base) && isParts(ours) && isParts(theirs)) return mergeParts(base, ours, theirs, prefer)
  return { value: preferred(ours, theirs, prefer), isConflict: true }
}

function mergeParts(base: Bag, ours: Bag, theirs: Bag, prefer: Preference): Merged {
  const names = [...new Set([...Object.keys(theirs), ...Object.keys(ours)])]
  const parts = names.map((name) => [name, mergeValues(base[name], ours[name], theirs[name], prefer)] as const)
  return {
    value: Object.fromEntries(
      parts.filter(([, { value }]) => value !== undefined).map(([name, { value }]) => [name, value]),
    ),
    isConflict: parts.some(([, { isConflict }]) => isConflict),
  }
}

function mergeLists(base: unknown[], ours: unknown[], theirs: unknown[], prefer: Preference): Merged {
  const all = [...base, ...ours, ...theirs]
  const asParts = (named: (list: unknown[]) => [string, unknown][]): Merged => {
    const bag = (list: unknown[]) => Object.fromEntries(named(list))
    const { value, isConflict } = mergeParts(bag(base), bag(ours), bag(theirs), prefer)
    return { value: Object.values(value as Bag), isConflict }
  }
  // The prefix keeps the order of the names: without it, names that look like numbers would come first.
  if (all.length > 0 && [base, ours, theirs].every(isKeyed))
    return asParts((list) => list.map((one) => [`#${nameOf(one)}`, one]))
  const isFixed = base.length === ours.length && base.length === theirs.length && all.every(isParts)
  if (isFixed) return asParts((list) => list.map((one, index) => [`#${index}`, one]))
  return { value: mergeSets(base, ours, theirs), isConflict: false }
}

const has = (list: readonly unknown[], one: unknown) => list.some((other) => isSameValue(other, one))

/** Entries added by either side and not removed by either; in the order of the side that has changed it. */
function mergeSets(base: unknown[], ours: unknown[], theirs: unknown[]): unknown[] {
  const kept = base.filter((one) => has(ours, one))
  const isMoved = !isSameValue(
    kept,
    ours.filter((one) => has(base, one)),
  )
  const [first, second] = isMoved ? [ours, theirs] : [theirs, ours]
  const stays = (one: unknown) => !has(base, one) || (has(ours, one) && has(theirs, one))
  const merged: unknown[] = []
  for (const one of [...first, ...second]) if (stays(one) && !has(merged, one)) merged.push(one)
  return merged
}

function preferred(ours: unknown, theirs: unknown, prefer: Preference): unknown {
  if (prefer === 'theirs') return theirs
  return prefer === 'both' ? joined(ours, theirs) : ours
}

/**
 * Two texts one below the other, or only the longer one if it contains the other. Values other than texts cannot be
 * joined.
 */
function joined(ours: unknown, theirs: unknown): unknown {
  if (isBag(ours) && isBag(theirs) && isWhole(ours) && 'ru' in ours && 'ru' in theirs)
    return { ru: joined(ours.ru, theirs.ru), en: joined(ours.en, theirs.en) }
  // An edited text is the same in every language; the other side keeps its text in each.
  if (typeof ours === 'string' && isBag(theirs) && 'ru' in theirs)
    return { ru: joined(ours, theirs.ru), en: joined(ours, theirs.en) }
  if (typeof theirs === 'string' && isBag(ours) && 'ru' in ours)
    return { ru: joined(ours.ru, theirs), en: joined(ours.en, theirs) }
  if (typeof ours !== 'string' || typeof theirs !== 'string') return ours
  const [one, other] = [ours.trim(), theirs.trim()]
  if (one.includes(other)) return ours
  return other.includes(one) ? theirs : `${ours.trimEnd()}\n\n${theirs.trimStart()}`
}
