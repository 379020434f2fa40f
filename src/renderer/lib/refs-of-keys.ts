import type { LocalText } from '#shared/model/common.ts'
import type { ItemRef } from '#shared/model/entities.ts'

/** References to the skills of the workspace with these template keys; deleted skills are left out. */
export function refsOfKeys(
  skills: readonly { uid: string; key: string | null; title: LocalText }[],
  keys: readonly string[],
): ItemRef[] {
  const known = skills.filter(({ key }) => key !== null && keys.includes(key))
  return known.map(({ uid, title }) => ({ uid, type: 'skill', title, day: null }))
}
