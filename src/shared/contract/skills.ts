import { z } from 'zod'
import { Day, Level, LocalText, NewUid, Uid } from '#shared/model/common.ts'
import { viewOf } from '#shared/model/entities.ts'
import { assessmentModel, assessmentShape, skillModel, skillShape } from '#shared/model/skill.ts'
import { ByUid, bulk, crud, MoveInput, Nothing, procedure, Saved, SavedMany, Uids } from './base.ts'

const { key: _key, position: _position, archived: _archived, ...skillEditShape } = skillShape

const Skill = viewOf(skillModel)
export const Assessment = viewOf(assessmentModel)
export type Assessment = z.infer<typeof Assessment>

const skillStateShape = {
  /** The newest rating that was not taken back, null = not rated yet. */
  level: Level.nullable(),
  assessedOn: Day.nullable(),
  /** Target of the present stage, null = the stage has none for this skill (or the plan is complete). */
  target: Level.nullable(),
  /** Levels missing to reach that target (all of them for an unrated skill); 0 = reached, null = no target. */
  gap: Level.nullable(),
  /** Level people usually bring from the role they come from: offered at the first rating, never assumed. null for skills of one's own. */
  baseline: Level.nullable(),
}

/** A skill in a list: where it stands, without its descriptors. */
export const SkillLine = z.strictObject({
  uid: Uid,
  key: Skill.shape.key,
  area: Skill.shape.area,
  position: Skill.shape.position,
  title: Skill.shape.title,
  aliases: Skill.shape.aliases,
  archived: z.boolean(),
  ...skillStateShape,
  /** Targets of the present stage and of those after it, in the order of the plan. */
  targets: z.array(z.strictObject({ stageUid: Uid, level: Level })),
  /** Minutes of activities about this skill in the last 365 days, today included. */
  yearMinutes: z.int().min(0),
  lastActivityDay: Day.nullable(),
})
export type SkillLine = z.infer<typeof SkillLine>

export const SkillView = z.strictObject({
  ...Skill.shape,
  ...skillStateShape,
  yearMinutes: z.int().min(0),
  lastActivityDay: Day.nullable(),
  stages: z.array(z.strictObject({ uid: Uid, title: LocalText, passedOn: Day.nullable() })),
  /** All of them, newest first; one with `retractedAt` was taken back and does not count. */
  assessments: z.array(Assessment),
})
export type SkillView = z.infer<typeof SkillView>

const { retractedAt: _retractedAt, ...assessShape } = assessmentShape

const { list: _list, get: _get, ...skillWrites } = crud(skillEditShape, Skill)
const { removeMany } = bulk(skillEditShape)

export const skills = {
  /** By area and position; archived ones at the end. */
  list: procedure.input(Nothing).output(z.array(SkillLine)),
  get: procedure.input(ByUid).output(SkillView),
  /** VALIDATION `alias.invalid`, `alias.taken` (an alias means one skill). */
  ...skillWrites,
  /** Many at once are put aside or taken back; what else a skill has is its own. */
  updateMany: procedure
    .input(z.strictObject({ uids: Uids, patch: z.strictObject({ archived: skillShape.archived }) }))
    .output(SavedMany),
  removeMany,
  /** Puts a skill aside, or takes it back: its history stays. */
  setArchived: procedure.input(z.strictObject({ uid: Uid, archived: z.boolean() })).output(Saved),
  /** Among those of its area that are asked about, or, for one that is set aside, among those that are not. */
  move: procedure.input(MoveInput).output(Saved),
  /** Rates a skill on a day that is not in the future (VALIDATION `day.future`), with the items that back it. */
  assess: procedure.input(z.strictObject({ uid: NewUid, ...assessShape })).output(Saved),
  /** Takes a rating back: it stays in the history, marked, and no longer counts. Undo counts it again. */
  retract: procedure.input(ByUid).output(Saved),
}
