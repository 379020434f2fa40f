import { afterEach, beforeEach, expect, expectTypeOf, it } from 'vitest'
import { z } from 'zod'
import { LocalText } from '#shared/model/common.ts'
import { openTemporaryStore } from '../../../../tests/fixtures/temporary-store.ts'
import type { Store } from './database.ts'
import { buildOnce, findRow, hasRow, readRows, runSql } from './statements.ts'

let opened: ReturnType<typeof openTemporaryStore>
let store: Store

beforeEach(() => {
  opened = openTemporaryStore(Date.UTC(2026, 10, 23))
  store = opened.store
  store.sqlite.exec('CREATE TABLE thing (id INTEGER PRIMARY KEY, title TEXT, marks TEXT)')
  const insert = 'INSERT INTO thing (title, marks) VALUES (?, ?)'
  runSql(store, insert, ['"plain"', '[1,2]'])
  runSql(store, insert, ['{"ru":"да","en":"yes"}', null])
})

afterEach(() => opened.close())

interface Thing {
  id: number
  title: LocalText
  marks: number[] | null
}

const READ = { title: LocalText, marks: z.array(z.number()).nullable() }

it('reads columns of JSON by their schemas, and leaves the others as they are', () => {
  expect(readRows<Thing>(store, 'SELECT * FROM thing ORDER BY id', [], READ)).toEqual([
    { id: 1, title: 'plain', marks: [1, 2] },
    { id: 2, title: { ru: 'да', en: 'yes' }, marks: null },
  ])
  expect(findRow<Thing>(store, 'SELECT * FROM thing WHERE id = @id', { id: 2 }, READ)?.title).toHaveProperty('ru')
  expect(findRow<{ id: number }>(store, 'SELECT id FROM thing WHERE id = ?', [3])).toBeNull()
})

it('refuses what does not have the shape its column should have', () => {
  runSql(store, 'UPDATE thing SET title = ? WHERE id = 1', ['[1]'])
  expect(() => readRows<Thing>(store, 'SELECT * FROM thing', [], READ)).toThrow(z.ZodError)
  runSql(store, 'UPDATE thing SET title = ? WHERE id = 1', ['not JSON'])
  expect(() => readRows<Thing>(store, 'SELECT * FROM thing', [], READ)).toThrow(SyntaxError)
})

it('asks for the schema of every column that is not plain, and for no other', () => {
  type Asked<Row extends object> = Parameters<typeof readRows<Row>>
  expectTypeOf<Asked<{ id: number; day: string | null }>['length']>().toEqualTypeOf<3>()
  expectTypeOf<keyof NonNullable<Asked<Thing>[3]>>().toEqualTypeOf<'title' | 'marks'>()
})

it('compiles each text once', () => {
  const sql = 'SELECT id FROM thing'
  readRows(store, sql, [])
  const statement = store.statements.get(sql)
  expect([hasRow(store, sql), store.statements.get(sql) === statement]).toEqual([true, true])
})

it('builds once for each function and argument', () => {
  const made: string[] = []
  const build = (_store: Store, argument: string) => made.push(argument)
  const other = (_store: Store, argument: string) => made.push(`other ${argument}`)
  for (const argument of ['a', 'b', 'a']) buildOnce(store, build, argument)
  buildOnce(store, other, 'a')
  expect(made).toEqual(['a', 'b', 'other a'])
})
