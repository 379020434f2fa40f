import { z } from 'zod'
import { Day, Key, Level, LocalText, LocalTitle, NewUid, Notes, Uid } from '#shared/model/common.ts'
import { ItemRef, viewOf } from '#shared/model/entities.ts'
import { ForecastFacts } from '#shared/model/forecast.ts'
import { RequirementStatus } from '#shared/model/gate.ts'
import {
  HorizonYears,
  milestoneModel,
  milestoneShape,
  PlanStartDay,
  planModel,
  planShape,
  requirementModel,
  requirementShape,
  stageModel,
  stageShape,
} from '#shared/model/plan.ts'
import { STAGE_LIMIT } from '#shared/model/template.ts'
import { TemplateDoc } from '#shared/model/template-doc.ts'
import { Direction } from '#shared/model/vocabulary.ts'
import { changeShape, crud, MoveInput, Nothing, procedure, Saved } from './base.ts'

export const Plan = viewOf(planModel)
export type Plan = z.infer<typeof Plan>
export const Stage = viewOf(stageModel)
export type Stage = z.infer<typeof Stage>
export const Milestone = viewOf(milestoneModel)
export type Milestone = z.infer<typeof Milestone>
export const Requirement = viewOf(requirementModel)
export type Requirement = z.infer<typeof Requirement>

/** Readiness of a gate or a requirement: 0 = nothing done yet, 1 = met. */
const Readiness = z.number().min(0).max(1)

/** A requirement with everything its readiness is computed from, so that a click can explain it. */
export const RequirementView = z.strictObject({
  ...Requirement.shape,
  value: Readiness,
  /** Present level, count or metric value; a milestone counts 0 or 1 of 1; null = unknown. */
  current: z.number().nullable(),
  target: z.number().nullable(),
  /**
   * All counting items of evidence and certifications; more than `current` if some places are reserved for items
   * visible outside the company.
   */
  counted: z.int().min(0).nullable(),
  /** How many of them were visible outside; null if the requirement does not ask for that. */
  outside: z.int().min(0).nullable(),
  /** The first day that counts, null = any day; nothing can count while `waitsForStage`. */
  countsFrom: Day.nullable(),
  waitsForStage: z.boolean(),
  /** First value of the metric, from which progress is measured; null for other kinds, or without a value. */
  baseline: z.number().nullable(),
  /** The direction in which the metric should change; null for other kinds. */
  direction: Direction.nullable(),
  /** weight * value / total weight: the parts of a gate add up to its readiness. */
  contribution: Readiness,
})
export type RequirementView = z.infer<typeof RequirementView>

/** A finished item of the kind a requirement asks for that does not count, and why. */
export const LeftOut = z.strictObject({
  item: ItemRef,
  why: z.enum([
    /** `early`: done before the first day that counts; `notYet`: the stage from which it counts has not begun. */
    'early',
    'notYet',
    /** `kind`: another kind of visibility; `unsaid`: no visibility was stated. */
    'kind',
    'unsaid',
    /** Its scope is too narrow. */
    'scope',
  ]),
})
export type LeftOut = z.infer<typeof LeftOut>

/** The items that count towards a requirement, newest first, at most 200, and the newest ones left out, at most 50. */
export const CountedItems = z.strictObject({ items: z.array(ItemRef), leftOut: z.array(LeftOut) })
export type CountedItems = z.infer<typeof CountedItems>

/** A stage with its milestones and its gate, both in their order. */
export const StageView = z.strictObject({
  ...Stage.shape,
  milestones: z.array(Milestone),
  requirements: z.array(RequirementView),
  /** Weighted mean of the requirements, null = there are no requirements. */
  readiness: Readiness.nullable(),
  totalWeight: z.int().min(0),
})
export type StageView = z.infer<typeof StageView>

export const PlanView = z.strictObject({
  /** null before the first run. */
  plan: Plan.nullable(),
  /** The first stage whose gate is not passed; null = all are passed, or there are no stages. */
  presentStageUid: Uid.nullable(),
  stages: z.array(StageView),
})
export type PlanView = z.infer<typeof PlanView>

const { templateKey: _templateKey, startDay: _startDay, horizonYears: _horizonYears, ...planTextShape } = planShape

const PlanStart = z.strictObject({
  uid: NewUid,
  startDay: PlanStartDay,
  horizonYears: HorizonYears,
  vision: Notes,
  /** By default the roles of the template, in both languages. */
  fromRole: LocalTitle.optional(),
  toRole: LocalTitle.optional(),
  companyNote: Notes.optional(),
  /** The template to start from; by default the one that ships with Kurs. VALIDATION if it cannot be read. */
  template: TemplateDoc.optional(),
  /**
   * The variant of each stage that offers some, by key; by default the first. VALIDATION if the template has no such
   * variant.
   */
  variants: z
    .array(z.strictObject({ stage: Key, variant: Key }))
    .max(STAGE_LIMIT)
    .optional(),
})
export type PlanStart = z.infer<typeof PlanStart>

/** A requirement affected by a change of variant, with everything needed to put it into words. */
const VariantRequirement = RequirementStatus.omit({
  uid: true,
  note: true,
  weight: true,
  value: true,
  contribution: true,
})

const VariantMilestone = z.strictObject({ title: LocalText, plannedDay: Day })

/** The changes to the plan if a variant is chosen; nothing that the person made is removed. */
const VariantChange = z.strictObject({
  added: z.strictObject({ requirements: z.array(VariantRequirement), milestones: z.array(VariantMilestone) }),
  removed: z.strictObject({ requirements: z.array(VariantRequirement), milestones: z.array(VariantMilestone) }),
  /** Belongs to another variant but stays, because it was changed, is done, or something is kept with it. */
  kept: z.strictObject({ requirements: z.array(VariantRequirement), milestones: z.array(VariantMilestone) }),
  /** Changed target levels of skills, by stage. */
  targets: z.array(z.strictObject({ skill: LocalText, stage: LocalText, from: Level, to: Level })),
})
export type VariantChange = z.infer<typeof VariantChange>

/** A variant of a stage that its template offers. */
export const StageVariant = z.strictObject({
  key: Key,
  title: LocalText,
  meaning: LocalText,
  /** True for the variant closest to the plan: the choice itself is not stored. */
  chosen: z.boolean(),
  change: VariantChange,
})
export type StageVariant = z.infer<typeof StageVariant>

export const plan = {
  /** First run: the whole plan from the template as one undoable action. REFUSED `plan-exists`. */
  start: procedure.input(PlanStart).output(Saved),
  /** The data of the plan page. */
  get: procedure.input(Nothing).output(PlanView),
  /** Roles, vision, title. Days are changed by `reschedule`. */
  update: procedure.input(z.strictObject(changeShape(planTextShape))).output(Saved),
  /**
   * Fits everything that is not passed yet into the given start day and horizon (or the present ones): open stages keep
   * their proportions, open milestones their place within the stage. What is passed or done does not move. VALIDATION
   * `horizon.tooShort` if no time is left for them.
   */
  reschedule: procedure
    .input(z.strictObject({ startDay: PlanStartDay.optional(), horizonYears: HorizonYears.optional() }))
    .output(Saved),
  /**
   * Passes a gate on a day, at any readiness: the person decides, and the readiness is recorded. VALIDATION
   * `day.future`; REFUSED `gate-passed`, or `gate-order` while an earlier gate is open.
   */
  passGate: procedure.input(z.strictObject({ stageUid: Uid, day: Day, note: Notes })).output(Saved),
  /** Opens a passed gate again. REFUSED `gate-order` while a later gate is passed. */
  reopenGate: procedure.input(z.strictObject({ stageUid: Uid })).output(Saved),
  /** The variants of a stage; empty if its template offers none or its gate is passed. */
  variants: procedure.input(z.strictObject({ stageUid: Uid })).output(z.array(StageVariant)),
  /**
   * Changes the plan to another variant of a stage, as one undoable action. NOT_FOUND if the variant is not offered;
   * REFUSED `gate-passed`.
   */
  changeVariant: procedure.input(z.strictObject({ stageUid: Uid, variant: Key })).output(Saved),
  counted: procedure.input(z.strictObject({ requirementUid: Uid })).output(CountedItems),
  /**
   * The facts a forecast is computed from; `forecastPlan` computes the forecast and every what-if from them. Writes
   * nothing.
   */
  forecast: procedure.input(Nothing).output(ForecastFacts),
}

const {
  key: _stageKey,
  position: _stagePosition,
  passedOn: _passedOn,
  passNote: _passNote,
  passReadiness: _passReadiness,
  ...stageEditShape
} = stageShape

const { list: _stages, get: _stage, ...stageWrites } = crud(stageEditShape, Stage)

/** Stages are read with their plan, as are milestones and requirements. */
export const stages = {
  ...stageWrites,
  /**
   * Adds a stage at a place (default: the end; never before a passed gate). Without planned days room is made: the
   * stages that are not passed share the remaining time.
   */
  create: procedure
    .input(
      z.strictObject({
        uid: NewUid,
        fields: z.strictObject(stageEditShape).partial(),
        at: z.int().min(0).max(100).optional(),
      }),
    )
    .output(Saved),
  /** `shift`: later stages that are not passed, and their open milestones, move by as many days as the planned end. */
  update: procedure
    .input(z.strictObject({ uid: Uid, ...changeShape(stageEditShape), shift: z.boolean().default(false) }))
    .output(Saved),
  /** REFUSED `gate-order` if an open stage would be placed before a passed one. */
  move: procedure.input(MoveInput).output(Saved),
}

const { key: _milestoneKey, position: _milestonePosition, ...milestoneEditShape } = milestoneShape

const { list: _milestones, get: _milestone, ...milestoneWrites } = crud(milestoneEditShape, Milestone)

/** VALIDATION `day.future` for a milestone done in the future. */
export const milestones = {
  ...milestoneWrites,
  move: procedure.input(MoveInput).output(Saved),
}

const { position: _requirementPosition, ...requirementEditShape } = requirementShape

const { list: _requirements, get: _requirement, ...requirementWrites } = crud(requirementEditShape, Requirement)

export const requirements = {
  ...requirementWrites,
  move: procedure.input(MoveInput).output(Saved),
}
