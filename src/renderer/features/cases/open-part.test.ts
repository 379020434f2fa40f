import { expect, it } from 'vitest'
import type { TemplateCase } from '#shared/model/template-case.ts'
import { findOpenPart, partAddress } from './open-part.ts'

it('opens the same part whatever order a later build puts parts in', () => {
  const parts = ['first', 'second'].map((key) => ({ as: 'learning', key, from: 'book' }))
  const of = (order: object[]) => [{ key: 'case', tactics: [{ parts: order }] }] as unknown as TemplateCase[]
  const address = partAddress('case', 'first')
  expect(findOpenPart(of(parts), address)?.part.key).toBe('first')
  expect(findOpenPart(of([...parts].reverse()), address)?.part.key).toBe('first')
  expect(findOpenPart(of(parts), 'case')).toBeNull()
})
