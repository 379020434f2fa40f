import { z } from 'zod'
import { RoleSide } from './achievement.ts'
import { Day, Level, LINE_LIMIT, LocalText, Notes, Quantity, TITLE_LIMIT, Uid } from './common.ts'
import {
  ActivityKind,
  Area,
  Audience,
  CertificationStatus,
  CountedSince,
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
  VisibilityKind,
} from './vocabulary.ts'

const Total = z.int().min(0)
const Share = z.number().min(0).max(1)

/** Entries of one list of facts; far more than a person does in thirty years. */
const FACTS_LIMIT = 2_000

/** A list of facts, which were validated when they were recorded. */
const facts = <Item extends z.ZodType>(item: Item) => z.array(item).max(FACTS_LIMIT, 'review.tooLong')

const FactTitle = z.string().max(TITLE_LIMIT)
const FactLine = z.string().max(LINE_LIMIT)

/** The item of a fact; null in reviews that were signed before uids were stored. The item may be deleted by now. */
const FactUid = Uid.nullable()

/** A requirement as it was: with its own shape, so that new fields of gates do not affect signed reviews. */
const RequirementFact = z.strictObject({
  uid: Uid,
  kind: RequirementKind,
  subject: LocalText.nullable(),
  unit: LocalText.nullable(),
  evidenceKind: EvidenceKind.nullable(),
  activityKind: ActivityKind.nullable(),
  minScope: Scope.nullable(),
  since: CountedSince,
  visibilityKinds: z.array(VisibilityKind).max(10),
  minOutside: z.int().nullable(),
  outside: z.int().min(0).nullable(),
  note: LocalText,
  weight: z.int().min(1).max(10),
  /** Its readiness, 0-1. */
  value: Share,
  /** Its part of the gate's readiness, 0-1. */
  contribution: Share,
  /** The two numbers `value` was computed from, null = unknown. */
  current: Quantity.nullable(),
  target: Quantity.nullable(),
})

/** Sums over the journal; `activeDays` and `activeWeeks` (ISO weeks) count those with at least one activity. */
const PeriodTotals = z.strictObject({ minutes: Total, activities: Total, activeDays: Total, activeWeeks: Total })

/**
 * Everything the app gathered about one period, ready to be read: texts keep both languages if they have them. Signing
 * freezes it, so every change of this shape, or of a vocabulary it uses, is a new version in `review-snapshot.ts`.
 */
export const ReviewFacts = z.strictObject({
  periodStart: Day,
  periodEnd: Day,
  plan: z
    .strictObject({
      fromRole: LocalText,
      toRole: LocalText,
      vision: Notes,
      /** The present stage, null = all gates are passed, or the plan has no stages. */
      stage: LocalText.nullable(),
      stageUid: FactUid,
      /** Readiness 0-1 of the present stage's gate on the day of gathering, null = no requirements. */
      readiness: Share.nullable(),
      /** Requirements of that gate that are not met yet, the heaviest first. */
      gaps: facts(RequirementFact),
    })
    .nullable(),
  /** The plan's roles in one or two words each, for the marks of achievements. */
  roles: z.strictObject({ from: LocalText, to: LocalText }),
  /** Focus of the previous signed review, to compare with what was done. */
  previousFocus: facts(LocalText),
  totals: PeriodTotals,
  /** The same figures for the previous period of equal length, to compare with. */
  before: PeriodTotals,
  /** Most time first. */
  byKind: facts(z.strictObject({ kind: ActivityKind.nullable(), minutes: Total, activities: Total })),
  /** Every month that overlaps the period; only days inside the period count. */
  byMonth: facts(z.strictObject({ month: z.string().regex(/^\d{4}-\d{2}$/), minutes: Total })),
  /** Every ISO week (`2026-W53`) that overlaps the period; only days inside the period count. */
  byWeek: facts(z.strictObject({ week: z.string().regex(/^\d{4}-W\d{2}$/), minutes: Total })),
  /** An activity about two skills counts for both. */
  bySkill: facts(z.strictObject({ uid: FactUid, skill: LocalText, minutes: Total, activities: Total })),
  gatesPassed: facts(z.strictObject({ uid: FactUid, stage: LocalText, day: Day, note: Notes })),
  /** Planned or done within the period; `doneDay` is null if it was not done by the period's end. */
  milestones: facts(
    z.strictObject({ uid: FactUid, title: LocalText, stage: LocalText, plannedDay: Day, doneDay: Day.nullable() }),
  ),
  /** Skills assessed within the period. */
  skills: facts(
    z.strictObject({
      uid: FactUid,
      title: LocalText,
      area: Area,
      /** Level before the period, else the first of several assessments in it; null = there is only one. */
      from: Level.nullable(),
      to: Level,
      target: Level.nullable(),
      day: Day,
      note: Notes,
      evidence: z.array(LocalText).max(200),
    }),
  ),
  /** Skills with a target in the present stage that were not assessed within the period. */
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
  /** Ended or worked on within the period; `status` as of the end of the period. */
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
  /**
   * Earned, failed or expired within the period, and those in preparation; `day` is that of issue, exam or expiry.
   * `renewed`: held before and issued again in the period.
   */
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
  /** Started, ended or worked on within the period. */
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
  /** Metrics with a value within the period: the last value of the period, and the starting one, as for skills. */
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
  /** People the activities of the period were about, most activities first. */
  people: facts(z.strictObject({ uid: FactUid, name: FactTitle, role: PersonRole, minutes: Total, activities: Total })),
})
export type ReviewFacts = z.infer<typeof ReviewFacts>
