import { expect, it } from 'vitest'
import { afterStep, type KeyedMove, shownMove } from './keyed-moves.ts'

type Card = { uid: string }
const step = (move: KeyedMove<Card> | null, by: number) =>
  afterStep(move, { uid: 'a', status: move?.status ?? 'planned' }, by)

it('leads through several columns as one move, and ends at the last one', () => {
  const far = step(step(step(null, 1), 1), 1)
  expect(far).toEqual({ uid: 'a', from: 'planned', status: 'dropped', before: null })
  expect(step(far, 1)).toBe(far)
  expect(step(far, -1)).toMatchObject({ from: 'planned', status: 'done' })
})

it('begins anew after a written move and for another card', () => {
  const card = { uid: 'a' }
  const written: KeyedMove<Card> = { uid: 'a', from: 'idea', status: 'planned', before: card }
  expect(step(written, 1)).toMatchObject({ from: 'planned', status: 'running', before: null })
  expect(afterStep(step(null, 1), { uid: 'b', status: 'idea' }, 1)).toMatchObject({ uid: 'b', from: 'idea' })
})

it('is shown until the stored card is another', () => {
  const card = { uid: 'a' }
  const going = step(null, 1)
  expect(shownMove(going, [{ uid: 'a' }])).toBe(going)
  const written: KeyedMove<Card> = { uid: 'a', from: 'idea', status: 'planned', before: card }
  expect(shownMove(written, [card])).toBe(written)
  expect(shownMove(written, [{ uid: 'a' }])).toBeNull()
})
