import { z } from 'zod'
import { Day, Instant, Key, Level, LocalDetail, LocalNotes, LocalTitle, Notes, Uid } from './common.ts'
import { declareModel } from './declare.ts'
import { Links } from './item.ts'
import { Area } from './vocabulary.ts'

/** The description of a level: observable behaviour, and signals that others can see. */
const LevelDescriptor = z.strictObject({ descriptor: LocalDetail, signals: z.array(LocalDetail).max(10) })

/** Stages a skill may have a target for: the maximum number of stages in a plan. */
export const TARGET_LIMIT = 101

export const skillShape = {
  key: Key.nullable(),
  area: Area,
  position: z.int().min(0).max(1000),
  title: LocalTitle,
  meaning: LocalNotes,
  why: LocalNotes,
  /** Words for `#alias` in quick add, lower case without spaces. */
  aliases: z.array(z.string().trim().min(1).max(50)).max(40),
  /** Index = level 0-5. */
  levels: z.array(LevelDescriptor).length(6),
  /** Target level by stage uid, for the end of that stage. */
  targets: z.record(Uid, Level).refine((targets) => Object.keys(targets).length <= TARGET_LIMIT, 'list.tooLong'),
  evidenceIdeas: z.array(LocalDetail).max(20),
  /** Set aside: kept with its history, but no longer asked about. */
  archived: z.boolean(),
}
export const SkillFields = z.strictObject(skillShape)
export type SkillFields = z.infer<typeof SkillFields>
export const emptySkill: SkillFields = {
  key: null,
  area: 'technical',
  position: 0,
  title: '',
  meaning: '',
  why: '',
  aliases: [],
  levels: Array.from({ length: 6 }, () => ({ descriptor: '', signals: [] })),
  targets: {},
  evidenceIdeas: [],
  archived: false,
}

export const skillModel = declareModel({
  type: 'skill',
  shape: skillShape,
  fields: SkillFields,
  empty: emptySkill,
  csv: 'skills',
})

export const assessmentShape = {
  skillUid: Uid,
  level: Level,
  day: Day,
  note: Notes,
  /** Evidence of this assessment. */
  evidence: Links,
  /** Set if the assessment was retracted (undo): it stays in the history and no longer counts. */
  retractedAt: Instant.nullable(),
}
export const AssessmentFields = z.strictObject(assessmentShape)
export type AssessmentFields = z.infer<typeof AssessmentFields>
const emptyAssessment: AssessmentFields = {
  skillUid: '',
  level: 0,
  day: '',
  note: '',
  evidence: [],
  retractedAt: null,
}

export const assessmentModel = declareModel({
  type: 'assessment',
  shape: assessmentShape,
  fields: AssessmentFields,
  empty: emptyAssessment,
})
