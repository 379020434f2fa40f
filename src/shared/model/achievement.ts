import { z } from 'zod'
import { Day, Line, Notes, Title } from './common.ts'
import { envelopeShape, Links, refsShape, Tags } from './item.ts'
import { Audience, Scope } from './vocabulary.ts'

/** Which side of the PMO / CTO comparison a result speaks for, on one criterion. */
export const RoleSide = z.enum(['pmo', 'cto'])

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
  /** Metric change: what moved, from where, to where. */
  metricName: Line,
  metricBaseline: z.number({ message: 'number.invalid' }).nullable(),
  metricResult: z.number({ message: 'number.invalid' }).nullable(),
  metricUnit: Line,
  /** My share of the change, percent 0-100. */
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
export const Achievement = z.strictObject({ ...achievementShape, ...envelopeShape, ...refsShape })
export type Achievement = z.infer<typeof Achievement>
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
