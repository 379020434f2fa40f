import { expect, it } from 'vitest'
import { isPlainView, isSameView, readViewQuery } from './view-query.ts'

const UID = '019a0000-0000-7000-8000-000000000001'

it('keeps what is shown of a list, not what is open in it nor what cannot be read', () => {
  const shown = { q: 'облако', show: 'done', sort: '-end' }
  expect(readViewQuery({ ...shown, item: UID, edit: true, tag: '', from: 2025, about: 'x' })).toEqual(shown)
  expect(isPlainView({ item: UID, q: ' ', kinds: undefined })).toBe(true)
  expect(isPlainView({ about: UID })).toBe(false)
})

it('knows the same view by what it shows', () => {
  expect(isSameView({ kinds: 'study,none', q: 'a', item: UID }, { q: 'a', kinds: 'none,study' })).toBe(true)
  expect(isSameView({ period: 'month' }, { from: '2026-11-01', to: '2026-11-30' })).toBe(false)
  expect(isSameView({ sort: 'end' }, { sort: '-end' })).toBe(false)
})
