import type { PersonFields } from '#shared/model/person.ts'

type Person = PersonFields & { uid: string }

/** The role and the rhythm of the entry that goes, in the language of the notes; empty = none. */
export interface GoneWords {
  role: string
  rhythm: string
}

const unique = (values: readonly string[]): string[] => [...new Set(values)]

/**
 * What changes of a person when another entry turns out to be the same one. What the kept one says stays; where it says nothing, the
 * other's word is taken. Nothing of the other is lost: its name, and what it said differently, stand in the notes before its own.
 */
export function mergePeople(kept: Person, gone: Person, words: GoneWords): Partial<PersonFields> {
  const filled = {
    role: kept.role === 'contact' ? gone.role : kept.role,
    position: kept.position || gone.position,
    company: kept.company || gone.company,
    contact: kept.contact || gone.contact,
    cadenceDays: kept.cadenceDays ?? gone.cadenceDays,
  }
  const saidBy = { ...gone, role: words.role, cadenceDays: words.rhythm }
  const isNothing = gone.role === 'contact' ? ['role'] : []
  const differing = (['role', 'position', 'company', 'contact', 'cadenceDays'] as const)
    .filter((field) => gone[field] !== filled[field] && !isNothing.includes(field))
    .map((field) => saidBy[field])
    .filter((said) => said !== '')
  const named = gone.name.trim().toLowerCase() === kept.name.trim().toLowerCase() ? [] : [gone.name]
  const line = [...named, ...differing].join(', ')
  return {
    ...filled,
    notes: [kept.notes, line, gone.notes].filter((part) => part !== '').join('\n\n'),
    tags: unique([...kept.tags, ...gone.tags]),
    links: unique([...kept.links, ...gone.links]).filter((uid) => uid !== kept.uid && uid !== gone.uid),
  }
}
