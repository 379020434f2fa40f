import { z } from 'zod'
import {
  Day,
  Key,
  Level,
  LINE_LIMIT,
  LocalDetail,
  LocalLine,
  LocalText,
  Notes,
  Quantity,
  TITLE_LIMIT,
  Uid,
} from './common.ts'
import type { StoredDoc } from './shape.ts'
import {
  ActivityKind,
  Area,
  Audience,
  CertificationStatus,
  Direction,
  EvidenceKind,
  LearningKind,
  LearningStatus,
  ObstacleStatus,
  PersonRole,
  ProjectKind,
  ProjectStatus,
  RequirementKind,
  Scope,
  Verdict,
} from './vocabulary.ts'

/** The plan's role that a result shows. */
const RoleSide = z.enum(['from', 'to'])

const Total = z.int().min(0)
const Share = z.number().min(0).max(1)
const FACTS_LIMIT = 2_000
const facts = <Item extends z.ZodType>(item: Item) => z.array(item).max(FACTS_LIMIT, 'review.tooLong')

const FactTitle = z.string().max(TITLE_LIMIT)
const FactLine = z.string().max(LINE_LIMIT)
const FactUid = Uid.nullable()
const RequirementFact = z.strictObject({
  uid: Uid,
  kind: RequirementKind,
  subject: LocalText.nullable(),
  unit: LocalText.nullable(),
  evidenceKind: EvidenceKind.nullable(),
  activityKind: ActivityKind.nullable(),
  minScope: Scope.nullable(),
  note: LocalText,
  weight: z.int().min(1).max(10),
  value: Share,
  contribution: Share,
  current: Quantity.nullable(),
  target: Quantity.nullable(),
})
const PeriodTotals = z.strictObject({ minutes: Total, activities: Total, activeDays: Total, activeWeeks: Total })
const Facts = z.strictObject({
  periodStart: Day,
  periodEnd: Day,
  plan: z
    .strictObject({
      fromRole: LocalText,
      toRole: LocalText,
      vision: Notes,
      stage: LocalText.nullable(),
      stageUid: FactUid,
      readiness: Share.nullable(),
      gaps: facts(RequirementFact),
    })
    .nullable(),
  roles: z.strictObject({ from: LocalText, to: LocalText }),
  previousFocus: facts(LocalText),
  totals: PeriodTotals,
  before: PeriodTotals,
  byKind: facts(z.strictObject({ kind: ActivityKind.nullable(), minutes: Total, activities: Total })),
  byMonth: facts(z.strictObject({ month: z.string().regex(/^\d{4}-\d{2}$/), minutes: Total })),
  byWeek: facts(z.strictObject({ week: z.string().regex(/^\d{4}-W\d{2}$/), minutes: Total })),
  bySkill: facts(z.strictObject({ uid: FactUid, skill: LocalText, minutes: Total, activities: Total })),
  gatesPassed: facts(z.strictObject({ uid: FactUid, stage: LocalText, day: Day, note: Notes })),
  milestones: facts(
    z.strictObject({ uid: FactUid, title: LocalText, stage: LocalText, plannedDay: Day, doneDay: Day.nullable() }),
  ),
  skills: facts(
    z.strictObject({
      uid: FactUid,
      title: LocalText,
      area: Area,
      from: Level.nullable(),
      to: Level,
      target: Level.nullable(),
      day: Day,
      note: Notes,
      evidence: z.array(LocalText).max(200),
    }),
  ),
  skillsNotRated: facts(
    z.strictObject({
      uid: FactUid,
      title: LocalText,
      area: Area,
      level: Level.nullable(),
      target: Level,
      day: Day.nullable(),
    }),
  ),
  learning: facts(
    z.strictObject({
      uid: FactUid,
      title: FactTitle,
      kind: LearningKind,
      provider: FactLine,
      status: LearningStatus,
      endDay: Day.nullable(),
      minutes: Total,
    }),
  ),
  certifications: facts(
    z.strictObject({
      uid: FactUid,
      title: FactTitle,
      issuer: FactLine,
      status: CertificationStatus,
      day: Day.nullable(),
      renewed: z.boolean(),
    }),
  ),
  projects: facts(
    z.strictObject({
      uid: FactUid,
      title: FactTitle,
      kind: ProjectKind,
      status: ProjectStatus,
      responsibility: FactLine,
      minutes: Total,
    }),
  ),
  achievements: facts(
    z.strictObject({
      uid: FactUid,
      title: FactTitle,
      day: Day,
      situation: Notes,
      task: Notes,
      action: Notes,
      result: Notes,
      audience: z.array(Audience).max(7),
      scope: Scope,
      peopleLed: z.int().min(0).max(100_000).nullable(),
      metricName: FactLine,
      metricBaseline: Quantity.nullable(),
      metricResult: Quantity.nullable(),
      metricUnit: FactLine,
      myShare: z.number().min(0).max(100).nullable(),
      roleShift: z.strictObject({
        focus: RoleSide.nullable(),
        scale: RoleSide.nullable(),
        metrics: RoleSide.nullable(),
        stakeholders: RoleSide.nullable(),
      }),
    }),
  ),
  metrics: facts(
    z.strictObject({
      uid: FactUid,
      title: LocalText,
      unit: LocalText,
      direction: Direction,
      from: Quantity.nullable(),
      to: Quantity,
      day: Day,
    }),
  ),
  obstacles: facts(z.strictObject({ uid: FactUid, title: LocalText, status: ObstacleStatus })),
  experiments: facts(
    z.strictObject({
      uid: FactUid,
      title: LocalText,
      obstacle: LocalText,
      verdict: Verdict,
      day: Day,
      lesson: Notes,
    }),
  ),
  people: facts(z.strictObject({ uid: FactUid, name: FactTitle, role: PersonRole, minutes: Total, activities: Total })),
})

/** The snapshot of version 3: it never changes. */
export const ThirdSnapshot = z.strictObject({
  version: z.literal(3),
  facts: Facts,
  answers: z.array(z.strictObject({ key: Key, prompt: LocalDetail, answer: Notes })).max(50),
  focus: z.array(LocalLine).max(20),
  signedDay: Day,
})
export type ThirdSnapshot = z.infer<typeof ThirdSnapshot>

/** 4: gaps of the gate state since when items count, and which visibility; before, everything counted. */
export function sayWhatCounts(doc: StoredDoc): StoredDoc {
  const { facts, ...rest } = doc as ThirdSnapshot
  const { plan } = facts
  const blank = { since: 'always', visibilityKinds: [], minOutside: null, outside: null }
  const gaps = (plan?.gaps ?? []).map((gap) => ({ ...blank, ...gap }))
  return { ...rest, version: 4, facts: { ...facts, plan: plan && { ...plan, gaps } } }
}
