import { z } from 'zod'
import { Day, Instant, Level, LocalNotes, LocalText, LocalTitle, Notes, Uid } from './common.ts'
import { envelopeShape, Links, refsShape } from './item.ts'
import { Area } from './vocabulary.ts'

/** What a level looks like: observable behaviour and signals others could see. */
export const LevelDescriptor = z.strictObject({ descriptor: LocalText, signals: z.array(LocalText).max(10) })

export const skillShape = {
  key: z.string().nullable(),
  area: Area,
  position: z.int().min(0).max(1000),
  title: LocalTitle,
  meaning: LocalNotes,
  why: LocalNotes,
  /** Words for `#alias` in quick add, lower case without spaces. */
  aliases: z.array(z.string().trim().min(1).max(50)).max(40),
  /** Index = level 0-5. */
  levels: z.array(LevelDescriptor).length(6),
  /** Target level by stage uid: what is wanted at the end of that stage. */
  targets: z.record(Uid, Level),
  evidenceIdeas: z.array(LocalText).max(20),
  /** Put aside: kept with its history, not asked about. */
  archived: z.boolean(),
}
export const SkillFields = z.strictObject(skillShape)
export type SkillFields = z.infer<typeof SkillFields>
export const Skill = z.strictObject({ ...skillShape, ...envelopeShape, ...refsShape })
export type Skill = z.infer<typeof Skill>
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

export const assessmentShape = {
  skillUid: Uid,
  level: Level,
  day: Day,
  note: Notes,
  /** Items that back this rating. */
  evidence: Links,
  /** Set when the rating was taken back (undo): it stays in the history and no longer counts. */
  retractedAt: Instant.nullable(),
}
export const AssessmentFields = z.strictObject(assessmentShape)
export type AssessmentFields = z.infer<typeof AssessmentFields>
export const Assessment = z.strictObject({ ...assessmentShape, ...envelopeShape, ...refsShape })
export type Assessment = z.infer<typeof Assessment>
export const emptyAssessment: AssessmentFields = {
  skillUid: '',
  level: 0,
  day: '',
  note: '',
  evidence: [],
  retractedAt: null,
}
