import { z } from 'zod'
import { Day, Key, Level, LocalDetail, LocalNotes, LocalTitle, Notes, Quantity, Uid } from './common.ts'
import { declareModel } from './declare.ts'
import { Links, requireOrder } from './item.ts'
import type { Upgrade } from './shape.ts'
import { ActivityKind, CountedSince, EvidenceKind, RequirementKind, Scope, VisibilityKind } from './vocabulary.ts'

/** Whole years a plan may span. */
export const HorizonYears = z.int({ message: 'horizon.invalid' }).min(5, 'horizon.invalid').max(10, 'horizon.invalid')

/** The first day of a plan: early enough for its horizon to end within the calendar of `Day`. */
export const PlanStartDay = Day.refine((day) => day < '2180', { message: 'day.invalid' })

export const planShape = {
  /** Key of the template this plan came from, null for a plan written by hand. */
  templateKey: Key.nullable(),
  title: LocalTitle,
  fromRole: LocalTitle,
  toRole: LocalTitle,
  startDay: PlanStartDay,
  horizonYears: HorizonYears,
  vision: Notes,
  /** The kind of company the person aims at: start-up, mid-size business... */
  companyNote: Notes,
}
export const PlanFields = z.strictObject(planShape)
export type PlanFields = z.infer<typeof PlanFields>
const emptyPlan: PlanFields = {
  templateKey: null,
  title: '',
  fromRole: '',
  toRole: '',
  startDay: '',
  horizonYears: 7,
  vision: '',
  companyNote: '',
}

export const planModel = declareModel({
  type: 'plan',
  shape: planShape,
  fields: PlanFields,
  empty: emptyPlan,
})

export const stageShape = {
  key: Key.nullable(),
  /** Order in the plan, from 0. */
  position: z.int().min(0).max(100),
  title: LocalTitle,
  purpose: LocalNotes,
  /** What changes in the work. */
  shift: LocalNotes,
  traps: z.array(LocalDetail).max(20),
  plannedStart: Day,
  plannedEnd: Day,
  gateMeaning: LocalNotes,
  /** Day the gate was passed, null = not passed. */
  passedOn: Day.nullable(),
  passNote: Notes,
  /**
   * Readiness 0-1 of the gate when it was passed (a person may pass it before everything is met); null = it had no
   * requirements.
   */
  passReadiness: z.number().min(0).max(1).nullable(),
}
export const StageFields = z
  .strictObject(stageShape)
  .superRefine((stage, ctx) =>
    requireOrder(ctx, stage.plannedStart, stage.plannedEnd, 'plannedEnd', 'day.endBeforeStart'),
  )
export type StageFields = z.infer<typeof StageFields>
export const emptyStage: StageFields = {
  key: null,
  position: 0,
  title: '',
  purpose: '',
  shift: '',
  traps: [],
  plannedStart: '',
  plannedEnd: '',
  gateMeaning: '',
  passedOn: null,
  passNote: '',
  passReadiness: null,
}

export const stageModel = declareModel({
  type: 'stage',
  shape: stageShape,
  fields: StageFields,
  empty: emptyStage,
})

export const requirementShape = {
  stageUid: Uid,
  position: z.int().min(0).max(1000),
  kind: RequirementKind,
  /** Relative weight in the gate's readiness, 1-10. */
  weight: z.int({ message: 'weight.invalid' }).min(1, 'weight.invalid').max(10, 'weight.invalid'),
  note: LocalNotes,
  /** for kind skill */
  skillUid: Uid.nullable(),
  level: Level.nullable(),
  /** for kind evidence; `count` also for kind certification */
  evidenceKind: EvidenceKind.nullable(),
  activityKind: ActivityKind.nullable(),
  minScope: Scope.nullable(),
  count: z.int().min(1, 'count.invalid').max(1000, 'count.invalid').nullable(),
  /** for kinds evidence and certification: from when on items count */
  since: CountedSince,
  /** for kind evidence with journal entries of kind visibility: which of them count; empty = any */
  visibilityKinds: z.array(VisibilityKind).max(VisibilityKind.options.length),
  /** How many of `count` must be visible outside the company, null = none. */
  minOutside: z.int().min(1, 'count.invalid').max(1000, 'count.invalid').nullable(),
  /** for kind certification: catalogue keys, of which any one counts; empty = any certification */
  catalogueKeys: z.array(Key).max(50),
  /** for kind metric */
  metricUid: Uid.nullable(),
  metricValue: Quantity.nullable(),
  /** for kind milestone */
  milestoneUid: Uid.nullable(),
}

const NEEDED_BY_KIND = {
  skill: ['skillUid', 'level'],
  evidence: ['evidenceKind', 'count'],
  certification: ['count'],
  metric: ['metricUid', 'metricValue'],
  milestone: ['milestoneUid'],
} as const

export const RequirementFields = z.strictObject(requirementShape).superRefine((requirement, ctx) => {
  for (const field of NEEDED_BY_KIND[requirement.kind])
    if (requirement[field] === null) ctx.addIssue({ code: 'custom', path: [field], message: 'field.required' })
  const { kind, evidenceKind, activityKind, minOutside, count } = requirement
  const asksVisibility = kind === 'evidence' && evidenceKind === 'activity' && activityKind === 'visibility'
  if (asksVisibility && (minOutside ?? 0) > (count ?? 0))
    ctx.addIssue({ code: 'custom', path: ['minOutside'], message: 'outside.tooMany' })
})
export type RequirementFields = z.infer<typeof RequirementFields>
export const emptyRequirement: RequirementFields = {
  stageUid: '',
  position: 0,
  kind: 'evidence',
  weight: 1,
  note: '',
  skillUid: null,
  level: null,
  evidenceKind: null,
  activityKind: null,
  minScope: null,
  count: null,
  since: 'always',
  visibilityKinds: [],
  minOutside: null,
  catalogueKeys: [],
  metricUid: null,
  metricValue: null,
  milestoneUid: null,
}

/**
 * 2: requirements state since when items count, and which visibility; before, every day and every visibility counted.
 */
const requirementUpgrades: readonly Upgrade[] = [
  (doc) => ({ since: 'always', visibilityKinds: [], minOutside: null, ...doc }),
]

export const requirementModel = declareModel({
  type: 'requirement',
  shape: requirementShape,
  fields: RequirementFields,
  empty: emptyRequirement,
  upgrades: requirementUpgrades,
})

export const milestoneShape = {
  key: Key.nullable(),
  stageUid: Uid,
  position: z.int().min(0).max(1000),
  title: LocalTitle,
  /** How to tell that it is done. */
  check: LocalNotes,
  plannedDay: Day,
  doneDay: Day.nullable(),
  /** One of the first 90 days. */
  first90: z.boolean(),
  notes: Notes,
  links: Links,
}
export const MilestoneFields = z.strictObject(milestoneShape)
export type MilestoneFields = z.infer<typeof MilestoneFields>
export const emptyMilestone: MilestoneFields = {
  key: null,
  stageUid: '',
  position: 0,
  title: '',
  check: '',
  plannedDay: '',
  doneDay: null,
  first90: false,
  notes: '',
  links: [],
}

export const milestoneModel = declareModel({
  type: 'milestone',
  shape: milestoneShape,
  fields: MilestoneFields,
  empty: emptyMilestone,
  csv: 'milestones',
})
