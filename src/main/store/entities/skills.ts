import { assessment, skill } from '#main/store/schema/skills.ts'
import { refuse } from '#shared/model/failure.ts'
import { assessmentModel, skillModel } from '#shared/model/skill.ts'
import { choice, csvTable, days, flag, local, plain } from './csv.ts'
import { defineEntity } from './entity.ts'

export const skillEntity = defineEntity(skillModel, {
  table: skill,
  title: (fields) => fields.title,
  searchText: (fields) => [
    fields.meaning,
    fields.why,
    ...fields.aliases,
    ...fields.levels.flatMap((level) => [level.descriptor, ...level.signals]),
  ],
  csv: csvTable({
    order: 'own.area, own.position, item.id',
    columns: [
      ...plain('uid'),
      choice('area', 'area'),
      ...local('title'),
      ...plain('level'),
      ...days('ratedOn'),
      ...local('meaning'),
      flag('archived'),
    ],
  }),
})

/** A rating is a fact about a day: it is never edited, only retracted, and stays in the history even then. */
export const assessmentEntity = defineEntity(assessmentModel, {
  table: assessment,
  refs: { skillUid: { column: 'skillId', type: 'skill', onRemove: 'cascade' } },
  links: { evidence: { role: 'evidence', type: 'any' } },
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
