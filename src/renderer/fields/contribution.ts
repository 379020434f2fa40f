import type { Icon } from '@tabler/icons-react'
import type { Selection } from '#renderer/lib/selection.ts'
import type { LazyPart } from '#renderer/ui/lazy-part.tsx'
import type { resources } from '#shared/locales/resources.ts'
import type { ItemType } from '#shared/model/entities.ts'

type Texts = (typeof resources)['en']

/** What a page is called: the title of its feature. */
export type PageTitle =
  | { [Name in keyof Texts]: Texts[Name] extends { title: string } ? `${Name}:title` : never }[keyof Texts]
  | 'journal:inboxTitle'

/** The sidebar's groups, in the order of the work. */
export const NAVIGATION_GROUPS = ['direction', 'log', 'impact', 'reflect'] as const

export interface NavigationEntry {
  group: (typeof NAVIGATION_GROUPS)[number]
  path: string
  title: PageTitle
  icon: Icon
}

/**
 * What a feature adds to the app, gathered by `renderer/app`. It comes with the first screen whatever is looked at, so it
 * holds names, icons and lazy parts, never a page itself.
 */
export interface Contribution {
  /** Pages by their address. */
  pages?: { readonly [path: string]: LazyPart<{ selection: Selection }> }
  /** Their places in the sidebar and in the search, within a group in the order of the contributions. */
  navigation?: readonly NavigationEntry[]
  /** Where items of its types are opened; a type that lives inside another page leads to that page. */
  types?: { readonly [Type in ItemType]?: string }
  /** Sections of the settings page by their names. */
  settings?: { readonly [name: string]: LazyPart<object> }
}

/** Keeps which types are contributed, so that one that nobody opens does not compile. */
export const defineContribution = <const Given extends Contribution>(contribution: Given): Given => contribution
