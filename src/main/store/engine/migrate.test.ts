import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openDatabase } from './database.ts'
import { migrate, shippedMigrations } from './migrate.ts'

/** Hashes of the migrations that have landed: they are in other people's workspaces and never change. */
const LANDED = [
  ['0000_first', '3a45394bf479b58eca06f9c49c9984b4ee1bf2dbd929ad249841315a13cbe5bd'],
  ['0001_search', '1184cbe15793fce36a333cd172a14fba97ca5bdabb9434c32463ef14cfb769b6'],
  ['0002_order_of_entry', 'fdbe0fe9afb952ed04552d783e67485fd11c807ec85ab7fe439a5eb450107598'],
  ['0003_shapes', '65f13a114c566f18c11d2b088b3d902bf28fa4c83725a61279b85a55a4dc937a'],
  ['0004_journal_index', 'd2aff0fb14b6c37ad2d7fd0d90018d2cf56317804969575c1218b480dda494e2'],
  ['0005_plan_template', 'f3ae201677c861919efe67671a8827bba09f9b532f587cf07151b5abe5f3aa95'],
  ['0006_role_sides', 'f75ad3ad1e505f58042e08a04df81fa8cc24da9b956cff460dd8bd795fa7f59f'],
  ['0007_values_are_not_searched', '61bc11c7885a90db4885536e7b6428049192e63eab7fc0999903176a720bd609'],
  ['0008_initiatives', '56f3c34c4c5532f45aceb35e9d68b7310bb648cfdbb5aab8e6d773100a83bb7e'],
  ['0009_what_counts', 'f2ffba85ad88b9c5187e88c70177d5e4bef7c3f781eaa92890bec5a1279d37bd'],
  ['0010_steps', '9a9b662797ecb979b89d117d73baccc16a02f4c478ae75519d8e45bd8999d74c'],
  ['0011_load', 'e6aa95a083717e945d5086a87617f7f8f4d56019a3b81270246adaaf635a1d52'],
  ['0012_retros', 'a7c05960c4bbe821a856aab7bb57fe2882bb2bbca46d4178793b0b2886848423'],
  ['0013_saved_views', '1e7047f92f0cee180cc6c80bb2cd1bccdcf332873a75ff948d18442ae16f82c1'],
]

it('ships migrations in the order they were made, as they landed', () => {
  const migrations = shippedMigrations()
  expect(migrations.map(({ tag, hash }) => [tag, hash])).toEqual(LANDED)
  const times = migrations.map(({ when }) => when)
  expect(times).toEqual([...new Set(times)].sort((a, b) => a - b))
})

it('keeps every item and its key when keys become orders of entry, and gives none of them twice', () => {
  const dir = mkdtempSync(join(tmpdir(), 'kurs-migrate-'))
  const { sqlite } = openDatabase(join(dir, 'kurs.sqlite'), Date.now)
  migrate(sqlite, undefined, shippedMigrations().slice(0, 2))
  sqlite.exec(`
    INSERT INTO item VALUES (3, 'p', 'person', '"Anna"', NULL, 1, 2), (7, 'a', 'activity', '"Line"', '2026-11-01', 3, 4);
    INSERT INTO person VALUES (3, 'Anna', 'mentor', '', '', '', NULL, '');
    INSERT INTO activity (id, kind, title, day, minutes, notes, inbox) VALUES (7, NULL, 'Line', '2026-11-01', 30, '', 0);
    INSERT INTO link VALUES (7, 'link', 3, 'person', '2026-11-01', 30);
    INSERT INTO item_tag VALUES (7, 'tag');
    INSERT INTO item_text (rowid, title, body) VALUES (7, 'line', '');
    INSERT INTO batch VALUES (1, 5, 'x', 'user', 1, 1, NULL);
    INSERT INTO change VALUES (1, 1, 'a', 'activity', NULL)`)
  const tables = ['item', 'person', 'activity', 'link', 'item_tag', 'batch']
  const read = () => tables.map((table) => sqlite.prepare(`SELECT * FROM ${table}`).all())
  const before = read()
  migrate(sqlite)
  const added = { activity: { visibility_kind: null, visible_to: null } }
  expect(read()).toEqual(
    before.map((rows, index) => rows.map((row) => ({ ...(row as object), ...added[tables[index] as 'activity'] }))),
  )
  expect(sqlite.prepare("SELECT rowid FROM item_text WHERE item_text MATCH 'line'").pluck().all()).toEqual([7])
  expect(sqlite.prepare('SELECT item_id FROM change').pluck().all()).toEqual([null])
  sqlite.exec("DELETE FROM activity; DELETE FROM link; DELETE FROM item_tag; DELETE FROM item WHERE uid = 'a'")
  sqlite.exec(`INSERT INTO item (uid, type, title, created_at, updated_at) VALUES ('b', 'person', '"B"', 5, 5)`)
  expect(sqlite.prepare("SELECT id FROM item WHERE uid = 'b'").pluck().get()).toBe(8)
  sqlite.close()
  rmSync(dir, { recursive: true })
})

it('keeps which role an achievement speaks for', () => {
  const dir = mkdtempSync(join(tmpdir(), 'kurs-migrate-'))
  const { sqlite } = openDatabase(join(dir, 'kurs.sqlite'), Date.now)
  migrate(sqlite, undefined, shippedMigrations().slice(0, 6))
  sqlite.exec(`
    INSERT INTO item VALUES (1, 'a', 'achievement', '"cto"', '2026-01-01', 1, 2);
    INSERT INTO achievement VALUES (1, '"cto" "pmo"', '2026-01-01', '', '', '"cto"', '', '[]', 'team', NULL, '', NULL, NULL, '', NULL,
      '{"focus":"cto","scale":"pmo","metrics":null,"stakeholders":"cto"}')`)
  migrate(sqlite)
  const marks = { focus: 'to', scale: 'from', metrics: null, stakeholders: 'to' }
  const [row] = sqlite.prepare<[], Record<string, string>>('SELECT title, action, role_shift FROM achievement').all()
  expect({ ...row, role_shift: JSON.parse(row?.role_shift ?? '') }).toEqual({
    title: '"cto" "pmo"',
    action: '"cto"',
    role_shift: marks,
  })
  sqlite.close()
  rmSync(dir, { recursive: true })
})

it('leaves requirements counting as they did, and says nothing of what visibility was', () => {
  const dir = mkdtempSync(join(tmpdir(), 'kurs-migrate-'))
  const { sqlite } = openDatabase(join(dir, 'kurs.sqlite'), Date.now)
  migrate(sqlite, undefined, shippedMigrations().slice(0, 9))
  sqlite.exec(`
    INSERT INTO item VALUES (1, 's', 'stage', '"S"', NULL, 1, 2), (2, 'r', 'requirement', '""', NULL, 1, 2),
      (3, 'a', 'activity', '"Talk"', '2026-01-01', 1, 2);
    INSERT INTO requirement VALUES (2, 1, 0, 'evidence', 3, '"why"', NULL, NULL, 'activity', 'visibility', NULL, 2, '[]', NULL, NULL, NULL);
    INSERT INTO activity (id, kind, title, day, minutes, notes, inbox) VALUES (3, 'visibility', 'Talk', '2026-01-01', 30, '', 0)`)
  migrate(sqlite)
  const asked = 'SELECT activity_kind, count, note, since, visibility_kinds, min_outside FROM requirement'
  expect(sqlite.prepare(asked).raw().get()).toEqual(['visibility', 2, '"why"', 'always', '[]', null])
  const line = 'SELECT title, minutes, visibility_kind, visible_to FROM activity'
  expect(sqlite.prepare(line).raw().get()).toEqual(['Talk', 30, null, null])
  sqlite.close()
  rmSync(dir, { recursive: true })
})

it('takes values of metrics out of the search', () => {
  const dir = mkdtempSync(join(tmpdir(), 'kurs-migrate-'))
  const { sqlite } = openDatabase(join(dir, 'kurs.sqlite'), Date.now)
  migrate(sqlite, undefined, shippedMigrations().slice(0, 7))
  sqlite.exec(`
    INSERT INTO item VALUES (1, 'm', 'metric', '"NPS"', NULL, 1, 2), (2, 'p', 'metricPoint', '"42"', '2026-01-01', 1, 2);
    INSERT INTO item_text (rowid, title, body) VALUES (1, 'nps', 'note'), (2, '42', 'note')`)
  migrate(sqlite)
  expect(sqlite.prepare("SELECT rowid FROM item_text WHERE item_text MATCH 'note'").pluck().all()).toEqual([1])
  sqlite.close()
  rmSync(dir, { recursive: true })
})
