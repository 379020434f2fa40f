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

/** What a page is called: the title of its feature. */
export type PageTitle =
  | { [Name in keyof Texts]: Texts[Name] extends { title: string } ? `${Name}:title` : never }[keyof Texts]
  | 'journal:inboxTitle'

/** What a command is called: words of its own, or those of the button or the form it opens. */
export type CommandTitle =
  | KeysOf<'command'>
  | { [Name in keyof Texts]: Texts[Name] extends { new: string } ? `${Name}:new` : never }[keyof Texts]
  | 'plan:edit'
  | 'load:week.title'
  | 'plan:stage.new'
  | 'plan:milestone.new'
  | 'plan:requirement.new'

/** What a command may do; the app gives it. */
export interface CommandPowers {
  client: Client
  /** That of the page. */
  language: Language
  /** Goes to a page; `item` is what its address opens there, `section` where on the page. */
  go(path: string, to?: { item?: string; section?: string }): void
  /** Gets a file the host makes, by its address. */
  download(address: string): Promise<void>
  /** Says that it is done, where nothing on the screen shows it. */
  tell(text: KeysOf<'command'>): void
  capture(): void
  timer(): void
  print(): void
  undo(): void
  redo(): void
  showKeys(): void
}

/** An action or a setting that is offered in the palette, under `Ctrl K`. */
export interface Command {
  title: CommandTitle
  /** Other words people look for it by. */
  words?: KeysOf<'commandWords'>
  icon: Icon
  /** The key that does the same: `N`, `Mod+Z`. */
  keys?: string
  /** Left out where it would do nothing. */
  isOffered?(info: WorkspaceInfo): boolean
  /** What it rejects with is told like the failure of any other action. */
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
  /** The letter that leads there after `G`; no two pages have the same, and `D` is a day of the journal. */
  key: Letter
  /** Other addresses that lead there: what it was called, or what one would type. */
  aliases?: readonly string[]
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
  /** Cards of the overview below the present stage, by their names. */
  overview?: { readonly [name: string]: LazyPart<object> }
  /** Sections of the page of the week, by their names. */
  week?: { readonly [name: string]: LazyPart<object> }
  /** Forms of its items that the parts of a case fill. */
  cases?: Partial<PartForms>
  /** What the palette offers of it. */
  commands?: readonly Command[]
  /** Words for what of it can be due. */
  due?: { readonly [Kind in DueKind]?: DueWords }
}

/** Keeps what exactly is contributed, so that a type that nobody opens, or a kind of due without words, does not compile. */
export const defineContribution = <const Given extends Contribution>(contribution: Given): Given => contribution
