import { useState } from 'react'
import { v7 as uuidv7 } from 'uuid'

/** The identity of an item that is about to be made. */
export function newUid(): string {
  return uuidv7()
}

/**
 * Uids of what can be made here by a click, one for each thing: asking again after a lost answer, or clicking twice, asks for
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
