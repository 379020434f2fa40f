import { z } from 'zod'
import { Day, Level, LocalText, NewUid, Uid } from '#shared/model/common.ts'
import { ItemRef, viewOf } from '#shared/model/entities.ts'
import { assessmentModel, assessmentShape, skillModel, skillShape } from '#shared/model/skill.ts'
import { EvidenceKind } from '#shared/model/vocabulary.ts'
import { ByUid, bulk, crud, MoveInput, Nothing, procedure, Saved, SavedMany, Uids } from './base.ts'

const { key: _key, position: _position, archived: _archived, ...skillEditShape } = skillShape

const Skill = viewOf(skillModel)
export const Assessment = viewOf(assessmentModel)
export type Assessment = z.infer<typeof Assessment>

/** How many items of a kind back a skill: finished ones, as gates count them, and those under way. */
export const EvidenceCount = z.strictObject({ kind: EvidenceKind, done: z.int().min(0), open: z.int().min(0) })
export type EvidenceCount = z.infer<typeof EvidenceCount>

/** An item that backs a skill: it is about it, or a rating that counts names it. */
export const EvidenceItem = z.strictObject({
  item: ItemRef,
  /** Otherwise it is under way. */
  isDone: z.boolean(),
  isNamed: z.boolean(),
})
export type EvidenceItem = z.infer<typeof EvidenceItem>

export const skillStateShape = {
  /** The newest assessment that was not retracted, null = not assessed yet. */
  level: Level.nullable(),
  assessedOn: Day.nullable(),
  /** Target of the present stage, null = the stage has none for this skill (or the plan is complete). */
  target: Level.nullable(),
  /**
   * Levels missing to reach that target (all of them for a skill without an assessment); 0 = reached, null = no target.
   */
  gap: Level.nullable(),
  /** The level the gate of the present stage asks for, null = it does not ask for this skill. */
  gateLevel: Level.nullable(),
  /**
   * The usual level of people who come from the plan's from-role: offered at the first assessment, never assumed. null
   * for skills the user added.
   */
  baseline: Level.nullable(),
  /** Minutes of activities about this skill in the last 365 days, today included. */
  yearMinutes: z.int().min(0),
  lastActivityDay: Day.nullable(),
  /** What backs the skill, by kind; kinds without an item are left out. */
  evidence: z.array(EvidenceCount),
  /** Day of the newest evidence that is done. */
  evidenceOn: Day.nullable(),
}

/** A skill in a list: its level and targets, without its descriptors. */
export const SkillLine = z.strictObject({
  uid: Uid,
  key: Skill.shape.key,
  area: Skill.shape.area,
  position: Skill.shape.position,
  title: Skill.shape.title,
  aliases: Skill.shape.aliases,
  archived: z.boolean(),
  /** Target level by stage uid. */
  targets: Skill.shape.targets,
  ...skillStateShape,
})
export type SkillLine = z.infer<typeof SkillLine>

export const SkillView = z.strictObject({
  ...Skill.shape,
  ...skillStateShape,
  stages: z.array(z.strictObject({ uid: Uid, title: LocalText, passedOn: Day.nullable() })),
  /** All assessments, newest first; one with `retractedAt` does not count. */
  assessments: z.array(Assessment),
})
export type SkillView = z.infer<typeof SkillView>

const { retractedAt: _retractedAt, ...assessShape } = assessmentShape

const { list: _list, get: _get, ...skillWrites } = crud(skillEditShape, Skill)
const { removeMany } = bulk(skillEditShape)

export const skills = {
  /** By area and position; skills set aside are last. */
  list: procedure.input(Nothing).output(z.array(SkillLine)),
  get: procedure.input(ByUid).output(SkillView),
  /** What backs a skill: items under way first, then finished ones, newest first; of journal entries about it the newest 20. */
  evidence: procedure.input(ByUid).output(z.array(EvidenceItem)),
  /** VALIDATION `alias.invalid`, `alias.taken` (an alias belongs to one skill). */
  ...skillWrites,
  /** Many skills at once can only be set aside or brought back; other fields are individual. */
  updateMany: procedure
    .input(z.strictObject({ uids: Uids, patch: z.strictObject({ archived: skillShape.archived }) }))
    .output(SavedMany),
  removeMany,
  /** Sets a skill aside, or brings it back; its history stays. */
  setArchived: procedure.input(z.strictObject({ uid: Uid, archived: z.boolean() })).output(Saved),
  /** Among the skills of its area that are in use, or, for a skill that is set aside, among those set aside. */
  move: procedure.input(MoveInput).output(Saved),
  /** Assesses a skill on a day that is not in the future (VALIDATION `day.future`), with its evidence. */
  assess: procedure.input(z.strictObject({ uid: NewUid, ...assessShape })).output(Saved),
  /** Retracts an assessment: it stays in the history, marked, and no longer counts. Undo makes it count again. */
  retract: procedure.input(ByUid).output(Saved),
}
