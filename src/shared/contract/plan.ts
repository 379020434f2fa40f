import { z } from 'zod'
import { Day, Level, LocalTitle, Notes, Uid } from '#shared/model/common.ts'
import { ItemRef } from '#shared/model/item.ts'
import {
  HorizonYears,
  Milestone,
  milestoneShape,
  Plan,
  PlanStartDay,
  planShape,
  Requirement,
  requirementShape,
  Stage,
  stageShape,
} from '#shared/model/plan.ts'
import { Direction } from '#shared/model/vocabulary.ts'
import { crud, Nothing, procedure, Saved } from './base.ts'

/** Readiness of a gate or a requirement: 0 = nothing of it is there, 1 = met. */
const Readiness = z.number().min(0).max(1)

/** A new place among the item's siblings: index from 0, anything beyond the end is the end. */
export const MoveInput = z.strictObject({ uid: Uid, to: z.int().min(0).max(1000) })

/** A requirement with everything its number is made of, so that a click can answer "why?". */
export const RequirementView = z.strictObject({
  ...Requirement.shape,
  value: Readiness,
  /** Level, count or metric value today; a milestone counts 0 or 1 of 1; null = unknown. */
  current: z.number().nullable(),
  target: z.number().nullable(),
  /** First value of the metric, from where the way is measured; null for other kinds, or without a value. */
  baseline: z.number().nullable(),
  /** Which way the metric should move; null for other kinds. */
  direction: Direction.nullable(),
  /** weight * value / total weight: the parts of a gate add up to its readiness. */
  contribution: Readiness,
})
export type RequirementView = z.infer<typeof RequirementView>

/** A stage with its milestones and its gate, both in their order. */
export const StageView = z.strictObject({
  ...Stage.shape,
  milestones: z.array(Milestone),
  requirements: z.array(RequirementView),
  /** Weighted mean of the requirements, null = there are none. */
  readiness: Readiness.nullable(),
  totalWeight: z.int().min(0),
})
export type StageView = z.infer<typeof StageView>

export const PlanView = z.strictObject({
  /** null before the first run. */
  plan: Plan.nullable(),
  /** The first stage whose gate is not passed; null = all are passed, or there are none. */
  presentStageUid: Uid.nullable(),
  stages: z.array(StageView),
})
export type PlanView = z.infer<typeof PlanView>

const { templateKey: _templateKey, startDay: _startDay, horizonYears: _horizonYears, ...planTextShape } = planShape

const PlanStart = z.strictObject({
  startDay: PlanStartDay,
  horizonYears: HorizonYears,
  vision: Notes,
  /** Left out: the roles of the template, in both languages. */
  fromRole: LocalTitle.optional(),
  toRole: LocalTitle.optional(),
  companyNote: Notes.optional(),
})
export type PlanStart = z.infer<typeof PlanStart>

export const plan = {
  /** First run: the whole plan from the template as one undoable action. REFUSED `plan-exists`. */
  start: procedure.input(PlanStart).output(Saved),
  /** Everything the plan page shows. */
  get: procedure.input(Nothing).output(PlanView),
  /** Roles, vision, title. Days are changed by `reschedule`. */
  update: procedure.input(z.strictObject({ patch: z.strictObject(planTextShape).partial() })).output(Saved),
  /**
   * Fits what is not passed yet into the start day and horizon given (or the present ones): open stages keep their
   * proportions, open milestones their place within the stage. What is passed or done does not move. VALIDATION
   * `horizon.tooShort` when no time is left for them.
   */
  reschedule: procedure
    .input(z.strictObject({ startDay: PlanStartDay.optional(), horizonYears: HorizonYears.optional() }))
    .output(Saved),
  /**
   * Passes a gate on a day, at whatever readiness: the person decides, the readiness is recorded. VALIDATION `day.future`;
   * REFUSED `gate-passed`, or `gate-order` while an earlier gate is open.
   */
  passGate: procedure.input(z.strictObject({ stageUid: Uid, day: Day, note: Notes })).output(Saved),
  /** Opens a passed gate again. REFUSED `gate-order` while a later gate is passed. */
  reopenGate: procedure.input(z.strictObject({ stageUid: Uid })).output(Saved),
  /** The items that count towards a requirement, newest first, at most 200. */
  counted: procedure.input(z.strictObject({ requirementUid: Uid })).output(z.strictObject({ items: z.array(ItemRef) })),
}

const {
  key: _stageKey,
  position: _stagePosition,
  passedOn: _passedOn,
  passNote: _passNote,
  passReadiness: _passReadiness,
  ...stageEditShape
} = stageShape

export const stages = {
  ...crud(stageEditShape, Stage),
  /**
   * Adds a stage at a place (left out: the end; never before a passed gate). Without planned days room is made: the
   * stages that are not passed share the time that is left.
   */
  create: procedure
    .input(
      z.strictObject({
        uid: Uid.optional(),
        fields: z.strictObject(stageEditShape).partial(),
        at: z.int().min(0).max(100).optional(),
      }),
    )
    .output(Saved),
  /** REFUSED `gate-order` when an open stage would come to stand before a passed one. */
  move: procedure.input(MoveInput).output(Saved),
  /** Target levels of several skills for this stage at once; null takes a target away. */
  setTargets: procedure
    .input(
      z.strictObject({
        stageUid: Uid,
        targets: z.array(z.strictObject({ skillUid: Uid, level: Level.nullable() })).max(200),
      }),
    )
    .output(Saved),
}

const { key: _milestoneKey, position: _milestonePosition, ...milestoneEditShape } = milestoneShape

/** VALIDATION `day.future` for a milestone done in the future. */
export const milestones = {
  ...crud(milestoneEditShape, Milestone),
  list: procedure.input(z.strictObject({ stageUid: Uid.optional() })).output(z.array(Milestone)),
  move: procedure.input(MoveInput).output(Saved),
}

const { position: _requirementPosition, ...requirementEditShape } = requirementShape

export const requirements = {
  ...crud(requirementEditShape, Requirement),
  list: procedure.input(z.strictObject({ stageUid: Uid.optional() })).output(z.array(Requirement)),
  move: procedure.input(MoveInput).output(Saved),
}
