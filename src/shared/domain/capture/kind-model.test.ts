import { describe, expect, test } from 'vitest'
import type { ActivityKind } from '#shared/model/vocabulary.ts'
import { shippedModel } from '../../../../tests/fixtures/capture/shipped-kinds.ts'
import { createKindScorer, decideKind, type OwnLine } from './kind-model.ts'
import { isTypo, stemWord } from './kind-stems.ts'
import { featuresOfTitle } from './quick-add-kind.ts'

const own = (title: string, kind: ActivityKind): OwnLine => ({ line: featuresOfTitle(title), kind })
const decide = (title: string, lines: readonly OwnLine[] = []) =>
  decideKind(createKindScorer(shippedModel, lines).read(featuresOfTitle(title)))

describe('stems', () => {
  test.each([
    ['ментором', 'ментор'],
    ['менторы', 'ментор'],
    ['mentored', 'mentor'],
    ["mentor's", 'mentor'],
    ['az-104', 'az-104'],
  ])('%s is %s', (form, stem) => expect(stemWord(form)).toBe(stem))

  test('one letter typed wrong, left out, added or swapped is a typo', () => {
    for (const typed of ['meetign', 'meating', 'meting', 'meetting']) expect(isTypo(typed, 'meeting')).toBe(true)
    for (const typed of ['meeting room', 'mating', 'eating']) expect(isTypo(typed, 'meeting')).toBe(false)
  })
})

describe('the kind of a line', () => {
  test('a typo in the telling word changes nothing', () => {
    expect(decide('meetign with legal about GDPR').decided).toBe('meeting')
    expect(decide('мок-интревью по алгоритмам').decided).toBe('practice')
  })

  test('what nobody could know is not decided', () => {
    expect(decide('qwerty zxcvb')).toEqual({ decided: null, suggested: null })
  })

  test('who reads and who wrote is told by the verb', () => {
    expect(decide('прочитал статью про найм').decided).toBe('reading')
    expect(decide('написал статью про найм').decided).toBe('visibility')
    expect(decide('watched a talk on sharding').decided).toBe('study')
    expect(decide('gave a talk on sharding').decided).toBe('visibility')
  })
})

describe("the user's own corrections", () => {
  test('count most: the line has the kind it was given, and so have lines like it', () => {
    const title = 'созвон с Барсиком по поводу сокола'
    expect(decide(title).decided).toBe('meeting')
    const lines = [own(title, 'networking')]
    expect(decide(title, lines).decided).toBe('networking')
    expect(decide('созвон с Барсиком про сокола', lines).decided).toBe('networking')
  })

  test('one is enough for what was not decided at all', () => {
    expect(decide('фламинго утром').decided).toBeNull()
    expect(decide('фламинго вечером', [own('фламинго утром', 'practice')]).decided).toBe('practice')
  })

  test('say nothing of lines that share no telling word', () => {
    const lines = [own('созвон с Барсиком по поводу сокола', 'networking')]
    expect(decide('созвон с командой по релизу', lines).decided).toBe('meeting')
    expect(decide('прочитал статью про найм', lines).decided).toBe('reading')
  })

  test('the later wins where two disagree', () => {
    const lines = [own('сокол и барсик', 'study'), own('сокол и барсик', 'practice')]
    expect(decide('сокол и барсик', lines).decided).toBe('practice')
  })

  test('a line that was understood rightly moves nothing', () => {
    const before = createKindScorer(shippedModel).read(featuresOfTitle('встреча с заказчиком'))
    const after = createKindScorer(shippedModel, [own('встреча с командой', 'meeting')]).read(
      featuresOfTitle('встреча с заказчиком'),
    )
    expect(after.chances).toEqual(before.chances)
  })
})
