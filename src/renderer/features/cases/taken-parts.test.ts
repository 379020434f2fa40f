import { describe, expect, it } from 'vitest'
import type { CasePart } from '#shared/model/template-case.ts'
import { type Standing, takenUid } from './taken-parts.ts'

const text = (name: string) => ({ ru: `${name} по-русски`, en: name })

const milestone: CasePart = {
  as: 'milestone',
  key: 'milestone',
  title: text('Take over'),
  stage: 'stage',
  check: text('Owner'),
  skills: ['skill'],
  days: 60,
}
const experiment: CasePart = {
  as: 'experiment',
  key: 'experiment',
  title: text('One queue'),
  obstacle: 'obstacle',
  hypothesis: text('If'),
  action: text('Do'),
  indicator: text('Calls'),
  reviewAfterDays: 30,
}
const learning: CasePart = { as: 'learning', key: 'learning', from: 'book', why: text('Why') }

const book = { key: 'book', title: 'Book', chosenUid: null }
const nothing: Standing = { milestones: [], experiments: [], catalogue: [book] }

describe('takenUid', () => {
  it.each([milestone, experiment, learning])('finds nothing where nothing stands', (part) => {
    expect(takenUid(part, nothing)).toBeNull()
  })

  it.each([
    ['as it is in the template', text('Take over'), text('Owner'), 'made'],
    ['worded anew by a later build in one language', { ru: 'Принять', en: 'Take over' }, text('Other'), 'made'],
    ['with a title of one’s own', 'Billing is mine', text('Owner'), 'made'],
    ['with both of one’s own', 'Billing is mine', 'By May', null],
  ])('knows a milestone %s', (_name, title, check, uid) => {
    const milestones = [
      { uid: 'other', title: 'Other', check: '' },
      { uid: 'made', title, check },
    ]
    expect(takenUid(milestone, { ...nothing, milestones })).toBe(uid)
  })

  it('knows an experiment by its title or its hypothesis', () => {
    const of = (title: string, hypothesis: string) =>
      takenUid(experiment, { ...nothing, experiments: [{ uid: 'made', title, hypothesis }] })
    expect(of('One queue', 'Mine')).toBe('made')
    expect(of('Mine', 'If')).toBe('made')
    expect(of('Mine', 'Mine')).toBeNull()
  })

  it('knows what there is to learn by the catalogue it was chosen from', () => {
    expect(takenUid(learning, { ...nothing, catalogue: [{ ...book, chosenUid: 'made' }] })).toBe('made')
  })
})
