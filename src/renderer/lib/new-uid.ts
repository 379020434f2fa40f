import { useState } from 'react'
import { v7 as uuidv7 } from 'uuid'

/** The uid of an item about to be created. */
export function newUid(): string {
  return uuidv7()
}

/**
 * Uids for items created by a click, one per thing: a repeated request after a lost answer, or a double click, creates
 * the same item.
 */
export function useNewUids(): (thing: string) => string {
  const [uids] = useState(() => new Map<string, string>())
  return (thing) => {
    const uid = uids.get(thing) ?? newUid()
    uids.set(thing, uid)
    return uid
  }
}
