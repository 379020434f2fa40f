import { describe, expect, it } from 'vitest'
import { emptyPerson } from '#shared/model/person.ts'
import { mergePeople } from './merge-people.ts'

const ivan = { ...emptyPerson, uid: 'ivan', name: 'Иван Петров' }
const vanya = { ...emptyPerson, uid: 'vanya', name: 'Ваня' }

describe('two people who are one', () => {
  it('say what either of them said', () => {
    const kept = { ...ivan, company: 'Банк', cadenceDays: 30, tags: ['mba'], links: ['a', 'vanya'] }
    const gone = {
      ...vanya,
      role: 'mentor',
      position: 'CTO',
      cadenceDays: 7,
      tags: ['mba', 'tea'],
      links: ['ivan', 'b'],
    } as const
    expect(mergePeople(kept, { ...gone, tags: [...gone.tags], links: [...gone.links] })).toEqual({
      role: 'mentor',
      position: 'CTO',
      company: 'Банк',
      contact: '',
      cadenceDays: 30,
      notes: 'Ваня',
      tags: ['mba', 'tea'],
      links: ['a', 'b'],
    })
  })

  it('lose nothing that was said twice and differently', () => {
    const kept = { ...ivan, position: 'CTO', contact: '@ivan', notes: 'Из банка' }
    const gone = { ...vanya, position: 'Архитектор', contact: '@ivan', notes: 'Учился в МФТИ' }
    expect(mergePeople(kept, gone).notes).toBe('Из банка\n\nВаня, Архитектор\n\nУчился в МФТИ')
    expect(mergePeople(ivan, { ...vanya, name: ' иван петров ' }).notes).toBe('')
  })
})
