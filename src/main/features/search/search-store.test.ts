import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { openDatabase, type Store } from '#main/store/engine/database.ts'
import { migrate } from '#main/store/engine/migrate.ts'
import { undo } from '#main/store/engine/undo.ts'
import { write } from '#main/store/engine/writer.ts'
import { activityEntity } from '#main/store/entities/journal.ts'
import { personEntity } from '#main/store/entities/people.ts'
import { projectEntity } from '#main/store/entities/projects.ts'
import { skillEntity } from '#main/store/entities/skills.ts'
import { SearchQuestion } from '#shared/contract/search.ts'
import { findItems } from './search-store.ts'

let dir: string
let store: Store
let now = 1_800_000_000_000

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'kurs-search-'))
  store = openDatabase(join(dir, 'kurs.sqlite'), () => ++now)
  migrate(store.sqlite)
})

afterEach(() => {
  store.sqlite.close()
  rmSync(dir, { recursive: true })
})

const find = (text: string, options: Partial<z.input<typeof SearchQuestion>> = {}) =>
  findItems(store, SearchQuestion.parse({ text, ...options }))
const titles = (text: string, options: Partial<z.input<typeof SearchQuestion>> = {}) =>
  find(text, options).items.map(({ title }) => (typeof title === 'string' ? title : title.ru))
const addLine = (title: string, notes = '', tags: string[] = []) =>
  write(store, 'activity.create', (w) =>
    w.insert(activityEntity, { title, notes, tags, day: '2026-11-01', minutes: 10 }),
  ).result
const addSkill = (ru: string, en: string) =>
  write(store, 'skill.create', (w) => w.insert(skillEntity, { title: { ru, en }, area: 'technical' })).result

describe('findItems with words', () => {
  it('finds beginnings of words in titles, notes and tags, in both languages, ё as е', () => {
    addLine('Разбор', 'Поговорили про надёжность сервисов')
    addLine('Встреча', '', ['надежность'])
    addSkill('Надёжность', 'Reliability')
    expect(titles('надеж')).toEqual(['Надёжность', 'Встреча', 'Разбор'])
    expect(titles('RELIAB')).toEqual(['Надёжность'])
    expect(titles('надеж сервис')).toEqual(['Разбор'])
    expect(titles('деж')).toEqual([])
  })

  it('shows the piece of text that matches, nothing where only the title does', () => {
    addLine('Разбор', `${'вода '.repeat(60)}и решение о надёжности ${'вода '.repeat(60)}`)
    addLine('Надёжность')
    const [byTitle, byText] = find('надеж').items
    expect(byTitle).toMatchObject({ title: 'Надёжность', type: 'activity', day: '2026-11-01', snippet: '' })
    expect(byText?.snippet).toMatch(/^…вода.* и решение о надёжности вода.*…$/)
  })

  it('ranks a title above notes, and newer first among equals', () => {
    addSkill('Архитектура', 'Architecture')
    addLine('Курс', 'архитектура')
    const newer = addLine('Курс', 'архитектура')
    const found = find('архитектура').items
    expect(found.map(({ type }) => type)).toEqual(['skill', 'activity', 'activity'])
    expect(found[1]?.uid).toBe(newer)
  })

  it('answers single letters with what was added last', () => {
    addSkill('Архитектура', 'Architecture')
    addLine('Курс', 'архитектура')
    expect(titles('а')).toEqual(['Курс', 'Архитектура'])
    expect(titles('а', { order: 'named' })).toEqual(['Архитектура', 'Курс'])
  })

  it('keeps to the wanted types, with activities or without', () => {
    addLine('Облако')
    addSkill('Облако', 'Cloud')
    write(store, 'project.create', (w) => w.insert(projectEntity, { title: 'Облако', kind: 'pet' }))
    for (const text of ['облако', 'о']) {
      const typesOf = (types: z.input<typeof SearchQuestion>['types']) =>
        find(text, { types })
          .items.map(({ type }) => type)
          .sort()
      expect(typesOf(['skill', 'project'])).toEqual(['project', 'skill'])
      expect(typesOf(['activity', 'skill'])).toEqual(['activity', 'skill'])
      expect(typesOf(['activity'])).toEqual(['activity'])
      expect(typesOf(['person'])).toEqual([])
    }
  })

  it('says when there is more', () => {
    for (let n = 0; n < 4; n++) addLine(`Запись ${n}`)
    expect(find('запись', { limit: 3 })).toMatchObject({ more: true, items: { length: 3 } })
    expect(find('запись', { limit: 4 })).toMatchObject({ more: false, items: { length: 4 } })
  })

  it('forgets what was removed and finds it again when that is undone', () => {
    const uid = addLine('Черновик')
    write(store, 'activity.remove', (w) => w.remove(activityEntity, uid))
    expect(titles('черновик')).toEqual([])
    undo(store)
    expect(titles('черновик')).toEqual(['Черновик'])
  })

  it('takes anything a person may type', () => {
    addLine('C++ и "кавычки"')
    for (const text of ['"', '*', 'NOT', 'a AND', 'title:x', '(', 'с"к*', "'; DROP TABLE item", '\0'])
      expect(() => find(text)).not.toThrow()
    expect(titles('кавыч')).toHaveLength(1)
  })
})

describe('findItems by name', () => {
  const named = (text: string) => titles(text, { order: 'named' })
  const addPerson = (name: string) => write(store, 'person.create', (w) => w.insert(personEntity, { name }))

  it('has people, skills and projects before everything else that is called so, journal lines last', () => {
    addLine('Облако: первая лекция')
    addSkill('Надёжность', 'Облако упоминается')
    addPerson('Анна Облако')
    write(store, 'project.create', (w) => w.insert(projectEntity, { title: 'Переезд', kind: 'pet', notes: 'в облако' }))
    addLine('Облако: вторая лекция')
    const found = named('облако')
    expect(found.slice(0, 2).sort()).toEqual(['Анна Облако', 'Надёжность'])
    expect(found.slice(2)).toEqual(['Переезд', 'Облако: вторая лекция', 'Облако: первая лекция'])
  })

  it('finds other forms of Russian words, after those that were typed', () => {
    addPerson('Иван Петров')
    addSkill('Облако', 'Cloud')
    expect(named('Ивана')).toEqual(['Иван Петров'])
    expect(titles('облаков')).toEqual(['Облако'])
    addLine('Обзор облаков')
    expect(titles('облаков')).toEqual(['Обзор облаков', 'Облако'])
  })

  it('forgives one wrong letter of a name and says what it looked for', () => {
    addSkill('Архитектура', 'Architecture')
    addLine('Разбор архитектуры')
    expect(find('архетектура', { order: 'named' })).toMatchObject({
      corrected: 'архитектура',
      items: [{ title: { ru: 'Архитектура' } }, { title: 'Разбор архитектуры' }],
    })
    expect(find('архитектура', { order: 'named' }).corrected).toBe(null)
    expect(find('ничего', { order: 'named' })).toEqual({ items: [], more: false, corrected: null })
  })
})

describe('findItems without words', () => {
  it('offers what was changed last', () => {
    const first = addLine('Первая')
    addLine('Вторая')
    write(store, 'person.create', (w) => w.insert(personEntity, { name: 'Анна' }))
    expect(titles('')).toEqual(['Анна', 'Вторая', 'Первая'])
    write(store, 'activity.update', (w) => w.update(activityEntity, first, { minutes: 20 }))
    expect(titles(' ')).toEqual(['Первая', 'Анна', 'Вторая'])
    expect(titles('', { types: ['person'] })).toEqual(['Анна'])
    expect(find('', { limit: 2 }).more).toBe(true)
  })

  it('offers rarely changed types however much was logged since', () => {
    addSkill('Облако', 'Cloud')
    for (let n = 0; n < 450; n++) addLine(`Запись ${n}`)
    expect(titles('', { types: ['skill'] })).toEqual(['Облако'])
  })
})
