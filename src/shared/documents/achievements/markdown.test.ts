import { expect, test } from 'vitest'
import { emptyAchievement } from '#shared/model/achievement.ts'
import type { ItemView } from '#shared/model/entities.ts'
import { achievementsMarkdown } from './markdown.ts'

const SKILL = '01900000-0000-7000-8000-000000000001'
const PERSON = '01900000-0000-7000-8000-000000000002'

const achievement: ItemView<'achievement'> = {
  ...emptyAchievement,
  uid: '01900000-0000-7000-8000-000000000003',
  createdAt: 0,
  updatedAt: 0,
  title: 'Lead time *halved*',
  day: '2026-06-01',
  situation: 'Releases took weeks.',
  action: '# Steps\n\n- rebuilt the pipeline',
  result: '25 days',
  scope: 'company',
  audience: ['cLevel'],
  metricName: 'Lead time',
  metricBaseline: 40,
  metricResult: 25,
  metricUnit: 'd',
  myShare: 60,
  roleShift: { ...emptyAchievement.roleShift, focus: 'to' },
  tags: ['ownlabel'],
  links: [SKILL, PERSON],
  refs: [
    { uid: SKILL, type: 'skill', title: { ru: 'Архитектура', en: 'Architecture' }, day: null },
    { uid: PERSON, type: 'person', title: 'Anna_Baker', day: null },
  ],
}
const told = (items: ItemView<'achievement'>[], language: 'en' | 'ru') =>
  achievementsMarkdown(items, language).replace(/[\u00a0\u202f]/g, ' ')

test('says what it is about, STAR, the change, the day and what is linked, and nothing of one’s own', () => {
  expect(told([achievement], 'en')).toBe(`## Lead time \\*halved\\*

1 June 2026 · Scope: Company · Seen by: C-level

**Lead time: 40 → 25 d** (−38%, my share 60%)

**Situation:** Releases took weeks.

**Action:**

### Steps

- rebuilt the pipeline

**Result:** 25 days

Skills: Architecture · Linked to: Anna\\_Baker
`)
})

test('says it in Russian, several after one another, and leaves out what is not there', () => {
  const bare = { ...achievement, title: 'Второе', situation: '', action: '', result: '', links: [], metricResult: null }
  const text = told([achievement, bare], 'ru')
  expect(text).toContain('1 июня 2026 · Масштаб: ')
  expect(text).toContain('Навыки: Архитектура · Связи: Anna\\_Baker\n\n## Второе\n\n1 июня 2026')
  expect(text).not.toMatch(/ownlabel|undefined|\{\{/)
})

test('does not continue a list of the person’s own', () => {
  const text = told([{ ...achievement, result: '- faster\n- cheaper' }], 'en')
  expect(text).toContain('- faster\n- cheaper\n\nSkills: Architecture')
})

test('goes by day, as the review does, and those of one day by when they were made', () => {
  const at = (title: string, day: string, last: number) => ({
    ...achievement,
    title,
    day,
    uid: `01900000-0000-7000-8000-00000000000${last}`,
  })
  const items = [at('third', '2026-06-02', 3), at('second', '2026-06-01', 5), at('first', '2026-06-01', 4)]
  expect(told(items, 'en').match(/^## .*$/gm)).toEqual(['## first', '## second', '## third'])
})
