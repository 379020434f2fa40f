import type { resources } from '#shared/locales/resources.ts'

/** The texts of the app in one language, by namespace. */
export type Texts = (typeof resources)['en']

/** Keys of one group of texts, in every feature that has this group: `people:dueWords.person`. */
export type KeysOf<Group extends string> = {
  [Name in keyof Texts]: Texts[Name] extends { [Key in Group]: infer Words extends object }
    ? `${Name}:${Group}.${keyof Words & string}`
    : never
}[keyof Texts]
