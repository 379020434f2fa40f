import { achievement } from '#main/store/schema/achievements.ts'
import { achievementModel } from '#shared/model/achievement.ts'
import { BY_DAY, COUNTED_BY_DAY, type CsvColumn, choice, csvTable, days, LINKS, plain, TAGS } from './csv.ts'
import { defineEntity } from './entity.ts'

const ROLE_SHIFT: CsvColumn<'focus' | 'scale' | 'metrics' | 'stakeholders'>[] = (
  ['focus', 'scale', 'metrics', 'stakeholders'] as const
).map((criterion) => ({
  key: criterion,
  choice: 'roleSide',
  cell: (item) => (item.roleShift as Record<string, string | null>)[criterion] ?? null,
}))

const AUDIENCE: CsvColumn<'audience'> = { key: 'audience', cell: (item) => (item.audience as string[]).join(', ') }

export const achievementEntity = defineEntity(achievementModel, {
  table: achievement,
  links: { links: { role: 'link', type: 'any' } },
  hasTags: true,
  title: (fields) => fields.title,
  day: (fields) => fields.day,
  searchText: (fields) => [
    fields.situation,
    fields.task,
    fields.action,
    fields.result,
    fields.metricName,
    ...fields.tags,
  ],
  csv: csvTable({
    order: BY_DAY,
    columns: [
      ...plain('uid'),
      ...days('day'),
      ...plain('title', 'situation', 'task', 'action', 'result'),
      choice('scope', 'scope'),
      AUDIENCE,
      ...plain('peopleLed', 'metricName', 'metricBaseline', 'metricResult', 'metricUnit', 'myShare'),
      ...ROLE_SHIFT,
      TAGS,
      LINKS,
      COUNTED_BY_DAY,
    ],
  }),
})
