import { describe, expect, it } from 'vitest'
import { emptyPerson } from '#shared/model/person.ts'
import { mergePeople } from './merge-people.ts'

const ivan = { ...emptyPerson, uid: 'ivan', name: 'Иван Петров' }
const vanya = { ...emptyPerson, uid: 'vanya', name: 'Ваня' }

const words = { role: 'Ментор', rhythm: 'раз в 7 дней' }
const silent = { role: '', rhythm: '' }

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
    expect(mergePeople(kept, { ...gone, tags: [...gone.tags], links: [...gone.links] }, words)).toEqual({
      role: 'mentor',
      position: 'CTO',
      company: 'Банк',
      contact: '',
      cadenceDays: 30,
      notes: 'Ваня, раз в 7 дней',
      tags: ['mba', 'tea'],
      links: ['a', 'b'],
    })
  })

  it('lose nothing that was said twice and differently', () => {
    const kept = { ...ivan, position: 'CTO', contact: '@ivan', notes: 'Из банка' }
    const gone = { ...vanya, position: 'Архитектор', contact: '@ivan', notes: 'Учился в МФТИ' }
    expect(mergePeople(kept, gone, silent).notes).toBe('Из банка\n\nВаня, Архитектор\n\nУчился в МФТИ')
    expect(mergePeople(ivan, { ...vanya, name: ' иван петров ' }, silent).notes).toBe('')
    // The position of one is the company of the other: it is said of something else.
    const mentor = { ...vanya, role: 'mentor', position: 'Банк' } as const
    const peer = { ...ivan, role: 'peer', position: 'CTO', company: 'Банк' } as const
    expect(mergePeople(peer, mentor, words).notes).toBe('Ваня, Ментор, Банк')
  })
})
