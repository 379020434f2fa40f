import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { attachmentEntity } from '#main/store/entities/attachments.ts'
import type { Entity } from '#main/store/entities/entity.ts'
import { activityEntity } from '#main/store/entities/journal.ts'
import { personEntity } from '#main/store/entities/people.ts'
import { assessmentEntity, skillEntity } from '#main/store/entities/skills.ts'
import { currentLevels } from '#main/store/facts/skill-levels.ts'
import { openDatabase, type Store } from './database.ts'
import { migrate } from './migrate.ts'
import { itemExists, readDoc } from './rows.ts'
import { redo, undo, undoState } from './undo.ts'
import { write } from './writer.ts'

const loose = <F extends object>(entity: Entity<F>) => entity as unknown as Entity

let dir: string
let store: Store
let now = 1_800_000_000_000

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'kurs-writer-'))
  store = openDatabase(join(dir, 'kurs.sqlite'), () => ++now)
  migrate(store.sqlite)
})

afterEach(() => {
  store.sqlite.close()
  rmSync(dir, { recursive: true })
})

const add = (title: string, links: string[] = []) =>
  write(store, 'activity.add', (w) =>
    w.insert(activityEntity, { title, day: '2026-11-01', minutes: 30, links, tags: ['b', 'a'] }),
  )
const addSkill = () =>
  write(store, 'skill.add', (w) => w.insert(skillEntity, { title: { ru: 'Облако', en: 'Cloud' }, area: 'technical' }))

describe('write', () => {
  it('stores fields, links and sorted tags', () => {
    const skill = addSkill().result
    const uid = add('Курс', [skill]).result
    expect(readDoc(store, loose(activityEntity), uid)).toMatchObject({
      title: 'Курс',
      day: '2026-11-01',
      minutes: 30,
      kind: null,
      inbox: false,
      links: [skill],
      tags: ['a', 'b'],
    })
  })

  it('refuses what breaks a rule and writes nothing', () => {
    expect(() => add('')).toThrowError(/title.empty/)
    expect(() => write(store, 'x', (w) => w.insert(activityEntity, { title: 'a', day: '2026-02-31' }))).toThrowError(
      /day.invalid/,
    )
    expect(() => add('a', ['019aaaaa-0000-7000-8000-000000000000'])).toThrowError(/NOT_FOUND/)
    expect(store.sqlite.prepare('SELECT count(*) n FROM item').get()).toEqual({ n: 0 })
    expect(store.sqlite.prepare('SELECT count(*) n FROM batch').get()).toEqual({ n: 0 })
  })

  it('does not record a patch that changes nothing', () => {
    const uid = add('a').result
    const { batchId } = write(store, 'activity.edit', (w) => w.update(activityEntity, uid, { title: 'a' }))
    expect(batchId).toBe(0)
    expect(store.sqlite.prepare('SELECT count(*) n FROM batch').get()).toEqual({ n: 1 })
  })

  it('detaches links and takes owned items along when an item goes', () => {
    const skill = addSkill().result
    const uid = add('a', [skill]).result
    const rating = write(store, 'skill.assess', (w) =>
      w.insert(assessmentEntity, { skillUid: skill, level: 2, day: '2026-11-01', evidence: [uid] }),
    ).result
    write(store, 'skill.remove', (w) => w.remove(skillEntity, skill))
    expect(itemExists(store, rating)).toBe(false)
    expect(readDoc(store, loose(activityEntity), uid).links).toEqual([])
    undo(store)
    expect(readDoc(store, loose(activityEntity), uid).links).toEqual([skill])
    expect(readDoc(store, loose(assessmentEntity), rating)).toMatchObject({ level: 2, evidence: [uid] })
    expect(store.sqlite.pragma('foreign_key_check')).toEqual([])
  })

  it('tells listeners after the commit', () => {
    const events: (readonly string[])[] = []
    store.listeners.add((event) => events.push(event.types))
    addSkill()
    expect(events).toEqual([['skill']])
  })
})

describe('undo and redo', () => {
  it('goes back and forth through adding, editing and removing', () => {
    const uid = add('first').result
    write(store, 'activity.edit', (w) => w.update(activityEntity, uid, { title: 'second', minutes: 60 }))
    write(store, 'activity.remove', (w) => w.remove(activityEntity, uid))
    expect(undoState(store).undo?.label).toBe('activity.remove')
    undo(store)
    expect(readDoc(store, loose(activityEntity), uid)).toMatchObject({ title: 'second', minutes: 60 })
    undo(store)
    expect(readDoc(store, loose(activityEntity), uid)).toMatchObject({ title: 'first', minutes: 30 })
    undo(store)
    expect(itemExists(store, uid)).toBe(false)
    expect(undoState(store).undo).toBeNull()
    expect(() => undo(store)).toThrowError(/nothing-to-undo/)
    redo(store)
    redo(store)
    expect(readDoc(store, loose(activityEntity), uid).title).toBe('second')
    redo(store)
    expect(itemExists(store, uid)).toBe(false)
    expect(() => redo(store)).toThrowError(/nothing-to-redo/)
    undo(store)
    expect(readDoc(store, loose(activityEntity), uid).title).toBe('second')
  })

  it('forgets redo once something new is done', () => {
    add('a')
    undo(store)
    add('b')
    expect(undoState(store).redo).toBeNull()
  })

  it('takes back one older batch, unless its items changed later', () => {
    const first = add('a')
    add('b')
    write(store, 'activity.edit', (w) => w.update(activityEntity, first.result, { title: 'c' }))
    expect(() => undo(store, first.batchId)).toThrowError(/undo-conflict/)
    undo(store)
    undo(store, first.batchId)
    expect(itemExists(store, first.result)).toBe(false)
  })

  it('does not take back what something later names', () => {
    const person = write(store, 'person.add', (w) => w.insert(personEntity, { name: 'Иван' }))
    const line = add('Встреча', [person.result])
    write(store, 'activity.edit', (w) => w.update(activityEntity, line.result, { title: 'Обед' }))
    expect(() => undo(store, person.batchId)).toThrowError(/undo-conflict/)
    expect(readDoc(store, loose(activityEntity), line.result).links).toEqual([person.result])
    undo(store)
    undo(store)
    undo(store, person.batchId)
    expect(itemExists(store, person.result)).toBe(false)
  })

  it('does not take a rating along with its skill while it counts', () => {
    const skill = addSkill()
    const rating = write(store, 'skill.assess', (w) =>
      w.insert(assessmentEntity, { skillUid: skill.result, level: 3, day: '2026-11-01' }),
    )
    expect(() => undo(store, skill.batchId)).toThrowError(/undo-conflict/)
    expect(itemExists(store, rating.result)).toBe(true)
  })

  it('keeps a rating that is taken back, marked as retracted', () => {
    const skill = addSkill().result
    const rating = write(store, 'skill.assess', (w) =>
      w.insert(assessmentEntity, { skillUid: skill, level: 3, day: '2026-11-01', note: 'x' }),
    ).result
    undo(store)
    expect(readDoc(store, loose(assessmentEntity), rating).retractedAt).toBeTypeOf('number')
    redo(store)
    expect(readDoc(store, loose(assessmentEntity), rating).retractedAt).toBeNull()
    expect(() => write(store, 'x', (w) => w.update(assessmentEntity, rating, { level: 5 }))).toThrowError(
      /assessment-immutable/,
    )
  })

  it('takes a rating that was taken back along with its skill, and brings both back', () => {
    const skill = addSkill().result
    const rating = write(store, 'skill.assess', (w) =>
      w.insert(assessmentEntity, { skillUid: skill, level: 3, day: '2026-11-01' }),
    ).result
    undo(store)
    undo(store)
    expect([itemExists(store, skill), itemExists(store, rating)]).toEqual([false, false])
    redo(store)
    redo(store)
    expect(readDoc(store, loose(assessmentEntity), rating).retractedAt).toBeNull()
  })

  it('puts what comes back where it stood among the others, also when something was added meanwhile', () => {
    const lines = ['a', 'b', 'c'].map((title) => add(title).result)
    const order = () =>
      store.sqlite.prepare<[], string>('SELECT title FROM activity ORDER BY day, id').pluck().all().join('')
    write(store, 'activity.remove', (w) => w.remove(activityEntity, lines[1] ?? ''))
    undo(store)
    expect(order()).toBe('abc')
    const { batchId } = write(store, 'activity.removeMany', (w) => {
      for (const uid of lines.slice(1)) w.remove(activityEntity, uid)
    })
    add('d')
    undo(store, batchId)
    expect(order()).toBe('abcd')
    undo(store)
    add('e')
    expect(order()).toBe('abce')
  })

  it('brings the files of an item back in their order, and the rating that counted', () => {
    const skill = addSkill().result
    const rate = (level: number) =>
      write(store, 'skill.assess', (w) => w.insert(assessmentEntity, { skillUid: skill, level, day: '2026-11-01' }))
    for (const level of [3, 1]) rate(level)
    for (const name of ['first.pdf', 'second.pdf', 'third.pdf'])
      write(store, 'attachment.create', (w) =>
        w.insert(attachmentEntity, { ownerUid: skill, name, size: 1, hash: '0'.repeat(64) }),
      )
    const files = () => store.sqlite.prepare<[], string>('SELECT name FROM attachment ORDER BY id').pluck().all()
    write(store, 'skill.remove', (w) => w.remove(skillEntity, skill))
    undo(store)
    expect(files()).toEqual(['first.pdf', 'second.pdf', 'third.pdf'])
    expect(currentLevels(store).get(skill)?.level).toBe(1)
    redo(store)
    undo(store)
    expect(files()).toEqual(['first.pdf', 'second.pdf', 'third.pdf'])
  })

  it('restores a person with everything that named them', () => {
    const person = write(store, 'person.add', (w) => w.insert(personEntity, { name: 'Иван' })).result
    const uid = add('Встреча', [person]).result
    write(store, 'person.remove', (w) => w.remove(personEntity, person))
    undo(store)
    expect(readDoc(store, loose(activityEntity), uid).links).toEqual([person])
    const links = store.sqlite.prepare('SELECT day, minutes, target_type FROM link').all()
    expect(links).toEqual([{ day: '2026-11-01', minutes: 30, target_type: 'person' }])
  })
})
