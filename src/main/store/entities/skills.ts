import { refuse } from '#shared/model/failure.ts'
import { AssessmentFields, emptyAssessment, emptySkill, SkillFields } from '#shared/model/skill.ts'
import { defineEntity } from '../entity.ts'
import { assessment, skill } from '../schema/skills.ts'

export const skillEntity = defineEntity<SkillFields>({
  type: 'skill',
  fields: SkillFields,
  empty: emptySkill,
  table: skill,
  title: (fields) => fields.title,
  searchText: (fields) => [
    fields.meaning,
    fields.why,
    ...fields.aliases,
    ...fields.levels.flatMap((level) => [level.descriptor, ...level.signals]),
  ],
})

/** A rating is a fact about a day: it is never edited, only taken back, and stays in the history even then. */
export const assessmentEntity = defineEntity<AssessmentFields>({
  type: 'assessment',
  fields: AssessmentFields,
  empty: emptyAssessment,
  table: assessment,
  refs: { skillUid: { column: 'skillId', type: 'skill', onRemove: 'cascade' } },
  linkField: { field: 'evidence', role: 'evidence' },
  title: (fields) => fields.note.split('\n', 1)[0]?.slice(0, 200) ?? '',
  day: (fields) => fields.day,
  searchText: (fields) => [fields.note],
  retract: (now) => ({ retractedAt: now }),
  guard: (before, after) => {
    if (after === null) return
    const kept = before.skillUid === after.skillUid && before.level === after.level && before.day === after.day
    if (!kept || before.note !== after.note) refuse('assessment-immutable')
  },
})
