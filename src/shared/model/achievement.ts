import { z } from 'zod'
import { Day, Line, Notes, Quantity, Title } from './common.ts'
import { declareModel } from './declare.ts'
import { Links, Tags } from './item.ts'
import type { StoredDoc, Upgrade } from './shape.ts'
import { Audience, Scope } from './vocabulary.ts'

/** The role that a result shows by one criterion: the plan's from-role or to-role. */
export const RoleSide = z.enum(['from', 'to'])
export type RoleSide = z.infer<typeof RoleSide>

export const achievementShape = {
  title: Title,
  day: Day,
  /** STAR: situation, task, action, result; Markdown. */
  situation: Notes,
  task: Notes,
  action: Notes,
  result: Notes,
  audience: z.array(Audience).max(7),
  scope: Scope,
  peopleLed: z.int({ message: 'people.invalid' }).min(0, 'people.invalid').max(100_000, 'people.invalid').nullable(),
  /** Metric change: the metric, and its values before and after. */
  metricName: Line,
  metricBaseline: Quantity.nullable(),
  metricResult: Quantity.nullable(),
  metricUnit: Line,
  /** The person's share of the change, percent 0-100. */
  myShare: z.number({ message: 'share.invalid' }).min(0, 'share.invalid').max(100, 'share.invalid').nullable(),
  roleShift: z.strictObject({
    focus: RoleSide.nullable(),
    scale: RoleSide.nullable(),
    metrics: RoleSide.nullable(),
    stakeholders: RoleSide.nullable(),
  }),
  links: Links,
  tags: Tags,
}
export const AchievementFields = z.strictObject(achievementShape)
export type AchievementFields = z.infer<typeof AchievementFields>
export const emptyAchievement: AchievementFields = {
  title: '',
  day: '',
  situation: '',
  task: '',
  action: '',
  result: '',
  audience: [],
  scope: 'project',
  peopleLed: null,
  metricName: '',
  metricBaseline: null,
  metricResult: null,
  metricUnit: '',
  myShare: null,
  roleShift: { focus: null, scale: null, metrics: null, stakeholders: null },
  links: [],
  tags: [],
}

const SIDES: Record<string, string> = { pmo: 'from', cto: 'to' }

/** Renames the old names of roles to the present ones; present names stay. */
function renameSides(doc: StoredDoc): StoredDoc {
  const marks = Object.entries(doc.roleShift as Record<string, string | null>)
  const roleShift = marks.map(([criterion, side]) => [criterion, side === null ? null : (SIDES[side] ?? side)])
  return { ...doc, roleShift: Object.fromEntries(roleShift) }
}

/** 2: roles are `from` and `to` of any plan; before, there was one path. */
const achievementUpgrades: readonly Upgrade[] = [renameSides]

/** Converts a form draft that was kept, possibly by an older Kurs: some of the fields, in any version. */
export const liftAchievementDraft = (kept: Partial<AchievementFields>): Partial<AchievementFields> =>
  kept.roleShift === undefined ? kept : renameSides(kept)

export const achievementModel = declareModel({
  type: 'achievement',
  shape: achievementShape,
  fields: AchievementFields,
  empty: emptyAchievement,
  upgrades: achievementUpgrades,
  procedures: 'achievements',
  csv: 'achievements',
})
