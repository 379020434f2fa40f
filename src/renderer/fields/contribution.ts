import type { Icon } from '@tabler/icons-react'
import type { PartForms } from '#renderer/fields/case-parts.ts'
import type { Client } from '#renderer/lib/api.ts'
import type { DueWords } from '#renderer/lib/due-words.ts'
import type { Letter } from '#renderer/lib/keys.ts'
import type { Selection } from '#renderer/lib/selection.ts'
import type { KeysOf, Texts } from '#renderer/lib/text-keys.ts'
import type { WorkspaceInfo } from '#renderer/lib/workspace.ts'
import type { LazyPart } from '#renderer/ui/lazy-part.tsx'
import type { Language } from '#shared/model/common.ts'
import type { DueKind } from '#shared/model/due.ts'
import type { ItemType } from '#shared/model/entities.ts'

/** The title of a page: that of its feature. */
export type PageTitle =
  | { [Name in keyof Texts]: Texts[Name] extends { title: string } ? `${Name}:title` : never }[keyof Texts]
  | 'journal:inboxTitle'

/** The title of a command: its own text, or that of the button or form it opens. */
export type CommandTitle =
  | KeysOf<'command'>
  | { [Name in keyof Texts]: Texts[Name] extends { new: string } ? `${Name}:new` : never }[keyof Texts]
  | 'plan:edit'
  | 'load:week.title'
  | 'plan:stage.new'
  | 'plan:milestone.new'
  | 'plan:requirement.new'

/** What a command may use; the app provides it. */
export interface CommandPowers {
  client: Client
  /** The language of the page. */
  language: Language
  /** Opens a page; `item` is the item its address opens there, `section` the place on the page. */
  go(path: string, to?: { item?: string; section?: string }): void
  /** Downloads a file that the host makes at this address. */
  download(address: string): Promise<void>
  /** Reports success when nothing on the screen shows it. */
  tell(text: KeysOf<'command'>): void
  capture(): void
  timer(): void
  print(): void
  undo(): void
  redo(): void
  showKeys(): void
}

/** An action or a setting in the palette (`Ctrl K`). */
export interface Command {
  title: CommandTitle
  /** Other words to find it by. */
  words?: KeysOf<'commandWords'>
  icon: Icon
  /** The key with the same effect: `N`, `Mod+Z`. */
  keys?: string
  /** The command is hidden where it would do nothing. */
  isOffered?(info: WorkspaceInfo): boolean
  /** A rejection is reported like the failure of any other action. */
  run(powers: CommandPowers): unknown
}

/** The sidebar's groups, in the order of the work. */
export const NAVIGATION_GROUPS = ['direction', 'log', 'impact', 'reflect'] as const

export interface NavigationEntry {
  /** `foot`: below the groups, beside the settings. */
  group: (typeof NAVIGATION_GROUPS)[number] | 'foot'
  path: string
  title: PageTitle
  icon: Icon
  /** The letter that opens the page after `G`. It is unique, and `D` is reserved for a day of the journal. */
  key: Letter
  /** Other addresses of the page: former ones, or ones that people would type. */
  aliases?: readonly string[]
}

/**
 * What a feature adds to the app, gathered by `renderer/app`. All of it is loaded with the first screen, so it holds
 * names, icons and lazy parts, never a page itself.
 */
export interface Contribution {
  /** Pages by their address. */
  pages?: { readonly [path: string]: LazyPart<{ selection: Selection }> }
  /** The pages' places in the sidebar and in the search; within a group in the order of the contributions. */
  navigation?: readonly NavigationEntry[]
  /** The page on which items of each type are opened; a type shown inside another page leads to that page. */
  types?: { readonly [Type in ItemType]?: string }
  /** Sections of the settings page, by name. */
  settings?: { readonly [name: string]: LazyPart<object> }
  /** Cards of the overview below the present stage, by name. */
  overview?: { readonly [name: string]: LazyPart<object> }
  /** Sections of the page of the week, by name. */
  week?: { readonly [name: string]: LazyPart<object> }
  /** Forms of this feature's items that are filled in from parts of a case. */
  cases?: Partial<PartForms>
  /** Commands in the palette. */
  commands?: readonly Command[]
  /** Words for the kinds of due items that belong to this feature. */
  due?: { readonly [Kind in DueKind]?: DueWords }
}

/**
 * Keeps the exact type of a contribution, so that a type that nobody opens, or a kind of due item without words, does
 * not compile.
 */
export const defineContribution = <const Given extends Contribution>(contribution: Given): Given => contribution
