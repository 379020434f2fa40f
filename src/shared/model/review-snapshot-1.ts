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

/** The roles of the only path at that time. */
const RoleSide = z.enum(['pmo', 'cto'])

const Total = z.int().min(0)
const FACTS_LIMIT = 2_000
const facts = <Item extends z.ZodType>(item: Item) => z.array(item).max(FACTS_LIMIT, 'review.tooLong')

const FactTitle = z.string().max(TITLE_LIMIT)
const FactLine = z.string().max(LINE_LIMIT)
const Share = z.number().min(0).max(1)

const Requirement = z.strictObject({
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
      readiness: z.number().min(0).max(1).nullable(),
      gaps: facts(Requirement),
    })
    .nullable(),
  previousFocus: facts(LocalText),
  totals: PeriodTotals,
  before: PeriodTotals,
  byKind: facts(z.strictObject({ kind: ActivityKind.nullable(), minutes: Total, activities: Total })),
  byMonth: facts(z.strictObject({ month: z.string().regex(/^\d{4}-\d{2}$/), minutes: Total })),
  byWeek: facts(z.strictObject({ week: z.string().regex(/^\d{4}-W\d{2}$/), minutes: Total })),
  bySkill: facts(z.strictObject({ skill: LocalText, minutes: Total, activities: Total })),
  gatesPassed: facts(z.strictObject({ stage: LocalText, day: Day, note: Notes })),
  milestones: facts(z.strictObject({ title: LocalText, stage: LocalText, plannedDay: Day, doneDay: Day.nullable() })),
  skills: facts(
    z.strictObject({
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
    z.strictObject({ title: LocalText, area: Area, level: Level.nullable(), target: Level, day: Day.nullable() }),
  ),
  learning: facts(
    z.strictObject({
      title: FactTitle,
      kind: LearningKind,
      provider: FactLine,
      status: LearningStatus,
      endDay: Day.nullable(),
      minutes: Total,
    }),
  ),
  certifications: facts(
    z.strictObject({ title: FactTitle, issuer: FactLine, status: CertificationStatus, day: Day.nullable() }),
  ),
  projects: facts(
    z.strictObject({
      title: FactTitle,
      kind: ProjectKind,
      status: ProjectStatus,
      responsibility: FactLine,
      minutes: Total,
    }),
  ),
  achievements: facts(
    z.strictObject({
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
      title: LocalText,
      unit: LocalText,
      direction: Direction,
      from: Quantity.nullable(),
      to: Quantity,
      day: Day,
    }),
  ),
  obstacles: facts(z.strictObject({ title: LocalText, status: ObstacleStatus })),
  experiments: facts(
    z.strictObject({ title: LocalText, obstacle: LocalText, verdict: Verdict, day: Day, lesson: Notes }),
  ),
  people: facts(z.strictObject({ name: FactTitle, role: PersonRole, minutes: Total, activities: Total })),
})

/** The snapshot of version 1, the shape of the first release: it never changes. */
export const FirstSnapshot = z.strictObject({
  version: z.literal(1),
  facts: Facts,
  answers: z.array(z.strictObject({ key: Key, prompt: LocalDetail, answer: Notes })).max(50),
  focus: z.array(LocalLine).max(20),
  signedDay: Day,
})
export type FirstSnapshot = z.infer<typeof FirstSnapshot>

/** 2: facts have the uids of their items, and distinguish a renewed certification from a new one. */
export function nameItems(doc: StoredDoc): StoredDoc {
  const { facts, ...rest } = doc as FirstSnapshot
  const named = <Fact extends object>(list: Fact[]) => list.map((fact) => ({ uid: null, ...fact }))
  return {
    ...rest,
    version: 2,
    facts: {
      ...facts,
      plan: facts.plan && { ...facts.plan, stageUid: null },
      bySkill: named(facts.bySkill),
      gatesPassed: named(facts.gatesPassed),
      milestones: named(facts.milestones),
      skills: named(facts.skills),
      skillsNotRated: named(facts.skillsNotRated),
      learning: named(facts.learning),
      certifications: named(facts.certifications).map((fact) => ({ ...fact, renewed: false })),
      projects: named(facts.projects),
      achievements: named(facts.achievements),
      metrics: named(facts.metrics),
      obstacles: named(facts.obstacles),
      experiments: named(facts.experiments),
      people: named(facts.people),
    },
  }
}
