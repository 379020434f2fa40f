import { contribution as achievements } from '#renderer/features/achievements/contribution.ts'
import { contribution as cases } from '#renderer/features/cases/contribution.ts'
import { contribution as certifications } from '#renderer/features/certifications/contribution.ts'
import { contribution as exchange } from '#renderer/features/exchange/contribution.ts'
import { contribution as history } from '#renderer/features/history/contribution.ts'
import { contribution as initiatives } from '#renderer/features/initiatives/contribution.ts'
import { contribution as journal } from '#renderer/features/journal/contribution.ts'
import { contribution as learning } from '#renderer/features/learning/contribution.ts'
import { contribution as load } from '#renderer/features/load/contribution.ts'
import { contribution as metrics } from '#renderer/features/metrics/contribution.ts'
import { contribution as obstacles } from '#renderer/features/obstacles/contribution.ts'
import { contribution as overview } from '#renderer/features/overview/contribution.ts'
import { contribution as people } from '#renderer/features/people/contribution.ts'
import { contribution as plan } from '#renderer/features/plan/contribution.ts'
import { contribution as projects } from '#renderer/features/projects/contribution.ts'
import { contribution as reviews } from '#renderer/features/reviews/contribution.ts'
import { contribution as roleShift } from '#renderer/features/role-shift/contribution.ts'
import { contribution as savedViews } from '#renderer/features/saved-views/contribution.ts'
import { contribution as skills } from '#renderer/features/skills/contribution.ts'
import { contribution as steps } from '#renderer/features/steps/contribution.ts'
import { contribution as workspace } from '#renderer/features/workspace/contribution.ts'
import type { PartForms } from '#renderer/fields/case-parts.ts'
import { type Command, type Contribution, NAVIGATION_GROUPS } from '#renderer/fields/contribution.ts'
import type { WordsOfDue } from '#renderer/lib/due-words.ts'
import type { ItemType } from '#shared/model/entities.ts'

/** What the features add to the app, in the order of the sidebar. */
const CONTRIBUTIONS: readonly Contribution[] = [
  overview,
  steps,
  plan,
  skills,
  roleShift,
  cases,
  journal,
  learning,
  projects,
  certifications,
  load,
  achievements,
  metrics,
  initiatives,
  obstacles,
  people,
  reviews,
  savedViews,
  history,
  exchange,
  workspace,
]

/** The sidebar: four groups in the order of the work. */
export const NAVIGATION = NAVIGATION_GROUPS.map((group) => ({
  group,
  pages: CONTRIBUTIONS.flatMap(({ navigation = [] }) => navigation.filter((entry) => entry.group === group)),
}))

/** Pages shown below the groups, beside the settings. */
export const FOOT = CONTRIBUTIONS.flatMap(({ navigation = [] }) => navigation.filter(({ group }) => group === 'foot'))

/** Every page that has a place in the navigation. */
const PLACES = CONTRIBUTIONS.flatMap(({ navigation = [] }) => navigation)

/** Further addresses of pages, and the page each one leads to. */
export const ALIASES: readonly (readonly [alias: string, path: string])[] = [
  ...PLACES.flatMap(({ path, aliases = [] }) => aliases.map((alias) => [alias, path] as const)),
  ...['/preferences', '/backups', '/export', '/import'].map((alias) => [alias, '/settings'] as const),
]

/** Pages by their address. */
export const CONTRIBUTED_PAGES = Object.assign({}, ...CONTRIBUTIONS.map(({ pages }) => pages)) as NonNullable<
  Contribution['pages']
>

/** Sections of the settings page, each with its name. */
export const SETTINGS = CONTRIBUTIONS.flatMap(({ settings = {} }) => Object.entries(settings))

/** Cards of the overview, each with its name. */
export const OVERVIEW_CARDS = CONTRIBUTIONS.flatMap(({ overview: cards = {} }) => Object.entries(cards))

/** Sections of the page of the week, each with its name. */
export const WEEK_SECTIONS = CONTRIBUTIONS.flatMap(({ week = {} }) => Object.entries(week))

/** The page on which an item of each type is opened. A type that no feature opens does not compile. */
export const PATH_OF_TYPE: { readonly [Type in ItemType]: string } = {
  ...plan.types,
  ...metrics.types,
  ...skills.types,
  ...journal.types,
  ...learning.types,
  ...projects.types,
  ...certifications.types,
  ...achievements.types,
  ...initiatives.types,
  ...obstacles.types,
  ...people.types,
  ...reviews.types,
  ...steps.types,
  ...load.types,
  ...savedViews.types,
}

/** What the palette offers beside pages and items. */
export const COMMANDS: readonly Command[] = CONTRIBUTIONS.flatMap(({ commands = [] }) => commands)

/** The form for each sort of case part. A sort without a form does not compile. */
export const PART_FORMS: PartForms = { ...plan.cases, ...obstacles.cases, ...learning.cases }

/** Words for everything that can be due. A kind without words does not compile. */
export const DUE_WORDS: WordsOfDue = {
  ...plan.due,
  ...certifications.due,
  ...initiatives.due,
  ...obstacles.due,
  ...people.due,
  ...reviews.due,
}
