import { contribution as achievements } from '#renderer/features/achievements/contribution.ts'
import { contribution as certifications } from '#renderer/features/certifications/contribution.ts'
import { contribution as exchange } from '#renderer/features/exchange/contribution.ts'
import { contribution as initiatives } from '#renderer/features/initiatives/contribution.ts'
import { contribution as journal } from '#renderer/features/journal/contribution.ts'
import { contribution as learning } from '#renderer/features/learning/contribution.ts'
import { contribution as metrics } from '#renderer/features/metrics/contribution.ts'
import { contribution as obstacles } from '#renderer/features/obstacles/contribution.ts'
import { contribution as overview } from '#renderer/features/overview/contribution.ts'
import { contribution as people } from '#renderer/features/people/contribution.ts'
import { contribution as plan } from '#renderer/features/plan/contribution.ts'
import { contribution as projects } from '#renderer/features/projects/contribution.ts'
import { contribution as reviews } from '#renderer/features/reviews/contribution.ts'
import { contribution as roleShift } from '#renderer/features/role-shift/contribution.ts'
import { contribution as skills } from '#renderer/features/skills/contribution.ts'
import { type Contribution, NAVIGATION_GROUPS } from '#renderer/fields/contribution.ts'
import type { ItemType } from '#shared/model/entities.ts'

/** What the features add to the app, in the order of the sidebar. */
const CONTRIBUTIONS: readonly Contribution[] = [
  overview,
  plan,
  metrics,
  skills,
  roleShift,
  journal,
  learning,
  projects,
  certifications,
  achievements,
  initiatives,
  obstacles,
  people,
  reviews,
  exchange,
]

/** The sidebar: four groups in the order of the work. */
export const NAVIGATION = NAVIGATION_GROUPS.map((group) => ({
  group,
  pages: CONTRIBUTIONS.flatMap(({ navigation = [] }) => navigation.filter((entry) => entry.group === group)),
}))

/** Pages by their address. */
export const CONTRIBUTED_PAGES = Object.assign({}, ...CONTRIBUTIONS.map(({ pages }) => pages)) as NonNullable<
  Contribution['pages']
>

/** Sections of the settings page, each with its name. */
export const SETTINGS = CONTRIBUTIONS.flatMap(({ settings = {} }) => Object.entries(settings))

/** Where an item of a type lives: a type that no feature opens does not compile. */
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
}
