import { describe, expect, it } from 'vitest'
import { shippedModel } from '../../../../tests/fixtures/capture/shipped-kinds.ts'
import { createKindScorer } from './kind-model.ts'
import { rankKinds } from './rank-kinds.ts'

const DAY = '2026-11-23'
const scorer = createKindScorer(shippedModel)

describe('kinds for a line of the inbox', () => {
  it.each([
    ['прочитал главу книги', 'reading'],
    ['созвон с моим ментором', 'mentoringReceived'],
    ['завтра экзамен PMP', 'certification'],
    ['wrote an article for the blog', 'visibility'],
  ])('%s', (title, kind) => {
    const ranked = rankKinds({ title, kind: null, day: DAY }, scorer, [])
    expect([ranked.kinds[0], ranked.isLikely, ranked.kinds.length]).toEqual([kind, true, 5])
  })

  it('are those used most where the words say nothing, and none of them is likely', () => {
    const ranked = rankKinds({ title: 'Xyzzy', kind: null, day: DAY }, null, ['meeting', 'study', 'study'])
    expect(ranked).toMatchObject({
      kinds: ['study', 'meeting', expect.anything(), expect.anything(), expect.anything()],
    })
    expect(ranked.isLikely).toBe(false)
  })

  it('begin with the kind the line has', () => {
    expect(rankKinds({ title: 'прочитал главу книги', kind: 'study', day: DAY }, scorer, [])).toMatchObject({
      kinds: ['study', 'reading', expect.anything(), expect.anything(), expect.anything()],
      isLikely: true,
    })
  })
})
