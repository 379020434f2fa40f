import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openDatabase, type Store } from '#main/store/engine/database.ts'
import { getItem } from '#main/store/engine/items.ts'
import { migrate } from '#main/store/engine/migrate.ts'
import { redo, undo } from '#main/store/engine/undo.ts'
import { write } from '#main/store/engine/writer.ts'
import { attachmentEntity } from '#main/store/entities/attachments.ts'
import { initiativeEntity } from '#main/store/entities/initiatives.ts'
import { activityEntity } from '#main/store/entities/journal.ts'
import { learningEntity } from '#main/store/entities/learning.ts'
import { personEntity } from '#main/store/entities/people.ts'
import { savedViewEntity } from '#main/store/entities/saved-views.ts'
import { PersonView } from '#shared/contract/people.ts'
import { getPerson, listPeople, mergePerson } from './people-store.ts'

let dir: string
let store: Store

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'kurs-people-'))
  store = openDatabase(join(dir, 'kurs.sqlite'), () => new Date(2026, 10, 20, 12).getTime())
  migrate(store.sqlite)
})

afterEach(() => {
  store.sqlite.close()
  rmSync(dir, { recursive: true })
})

const addPerson = (name: string) => write(store, 'x', (w) => w.insert(personEntity, { name })).result
const meet = (day: string, ...links: string[]) =>
  write(store, 'x', (w) => w.insert(activityEntity, { title: 'Встреча', day, links }))

describe('the last interaction', () => {
  it('is the newest journal line about the person that is not in the future', () => {
    const ivan = addPerson('Иван')
    const anna = addPerson('Анна')
    meet('2026-11-02', ivan)
    meet('2026-10-01', ivan, anna)
    meet('2026-12-01', ivan)
    const days = new Map(listPeople(store).map((person) => [person.name, person.lastInteractionDay]))
    expect(Object.fromEntries(days)).toEqual({ Иван: '2026-11-02', Анна: '2026-10-01' })
    expect(getPerson(store, ivan).lastInteractionDay).toBe('2026-11-02')
    expect(PersonView.safeParse(getPerson(store, anna)).success).toBe(true)
  })

  it('is unknown without a line, and other links are no interaction', () => {
    const ivan = addPerson('Иван')
    write(store, 'x', (w) => w.insert(learningEntity, { title: 'Курс', startDay: '2026-11-01', links: [ivan] }))
    expect(getPerson(store, ivan).lastInteractionDay).toBeNull()
  })

  it('goes back when the line is taken back', () => {
    const ivan = addPerson('Иван')
    meet('2026-10-01', ivan)
    meet('2026-11-02', ivan)
    undo(store)
    expect(getPerson(store, ivan).lastInteractionDay).toBe('2026-10-01')
  })

  it('refuses an unknown person', () => {
    expect(() => getPerson(store, '019aaaaa-0000-7000-8000-000000000000')).toThrowError(/NOT_FOUND/)
  })
})

describe('two people who are one', () => {
  const words = { role: '', rhythm: '' }
  const linksOf = (uid: string) => getItem(store, activityEntity, uid).links
  const everything = () =>
    store.sqlite.prepare('SELECT source_id, role, target_id, day, minutes FROM link ORDER BY 1, 2, 3').all()

  it('become one, with everything that names either, and are two again after one undo', () => {
    const ivan = addPerson('Иван Петров')
    const vanya = addPerson('Ваня')
    const one = meet('2026-11-02', vanya).result
    const both = meet('2026-11-03', ivan, vanya).result
    const file = write(store, 'x', (w) =>
      w.insert(attachmentEntity, { ownerUid: vanya, name: 'cv.pdf', hash: 'a'.repeat(64), size: 1 }),
    ).result
    write(store, 'x', (w) => w.update(personEntity, ivan, { links: [vanya] }))
    const before = everything()

    const { uid, batchId } = mergePerson(store, { kept: ivan, gone: vanya, words })
    expect(uid).toBe(ivan)
    expect(listPeople(store).map(({ name, notes, links }) => [name, notes, links])).toEqual([
      ['Иван Петров', 'Ваня', []],
    ])
    expect([linksOf(one), linksOf(both)]).toEqual([[ivan], [ivan]])
    expect(getItem(store, attachmentEntity, file).ownerUid).toBe(ivan)
    expect(getPerson(store, ivan).lastInteractionDay).toBe('2026-11-03')

    undo(store, batchId)
    expect(
      listPeople(store)
        .map(({ name }) => name)
        .sort(),
    ).toEqual(['Ваня', 'Иван Петров'])
    expect(everything()).toEqual(before)
    expect(getItem(store, attachmentEntity, file).ownerUid).toBe(vanya)
    redo(store)
    expect([linksOf(one), linksOf(both)]).toEqual([[ivan], [ivan]])
    expect(listPeople(store)).toHaveLength(1)
  })

  it('keep apart what each was to an item before', () => {
    const ivan = addPerson('Иван Петров')
    const vanya = addPerson('Ваня')
    const fields = { title: 'Ставка', links: [ivan], stakeholders: [vanya] }
    const bet = write(store, 'x', (w) => w.insert(initiativeEntity, fields)).result
    const before = everything()
    for (let time = 0; time < 2; time++) {
      const { batchId } = mergePerson(store, { kept: ivan, gone: vanya, words })
      expect(getItem(store, initiativeEntity, bet)).toMatchObject({ links: [ivan], stakeholders: [ivan] })
      undo(store, batchId)
      expect(everything()).toEqual(before)
    }
  })

  it('are one in the saved views as well', () => {
    const [ivan, vanya] = [addPerson('Иван Петров'), addPerson('Ваня')]
    const fields = { title: 'С Ваней', page: 'journal', query: { about: vanya, kinds: 'study' } }
    const view = write(store, 'x', (w) => w.insert(savedViewEntity, fields)).result
    const aboutOf = () => getItem(store, savedViewEntity, view).query
    const { batchId } = mergePerson(store, { kept: ivan, gone: vanya, words })
    expect(aboutOf()).toEqual({ about: ivan, kinds: 'study' })
    undo(store, batchId)
    expect(aboutOf()).toEqual({ about: vanya, kinds: 'study' })
  })

  it('are told apart from one and the same', () => {
    const ivan = addPerson('Иван Петров')
    expect(mergePerson(store, { kept: ivan, gone: ivan, words })).toEqual({ uid: ivan, batchId: 0 })
    expect(listPeople(store)).toHaveLength(1)
  })
})
