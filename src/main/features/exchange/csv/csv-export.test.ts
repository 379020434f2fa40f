import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openSnapshot } from '#main/store/engine/database.ts'
import { createItem } from '#main/store/engine/items.ts'
import { activityEntity } from '#main/store/entities/journal.ts'
import type { Workspace } from '#main/store/open-workspace.ts'
import { formatCsv, parseCsv } from '#shared/domain/text/csv.ts'
import { CsvList } from '#shared/model/entities.ts'
import { fillSample, openSample } from '../../../../../tests/fixtures/sample-workspace.ts'
import { type CsvOptions, tableOf, writeCsv } from './csv-export.ts'

let dir: string
let workspace: Workspace

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'kurs-csv-'))
  workspace = openSample(dir)
  await fillSample(workspace)
})

afterEach(() => {
  workspace.close()
  rmSync(dir, { recursive: true })
})

const TODAY = '2026-11-23'
const PLAIN: CsvOptions = { language: 'ru', spreadsheet: false, today: TODAY }
const RUSSIAN_EXCEL: CsvOptions = { language: 'ru', spreadsheet: true, today: TODAY }

async function table(list: CsvList, options: CsvOptions): Promise<string> {
  const snapshot = openSnapshot(workspace.store.sqlite.name, workspace.store.clock)
  let text = ''
  for await (const piece of writeCsv(snapshot, list, options)) text += piece
  snapshot.sqlite.close()
  return text
}

/** Rows by heading. */
function records(text: string, delimiter: ',' | ';' = ','): Record<string, string>[] {
  const [heading = [], ...rows] = parseCsv(text, delimiter)
  return rows.map((row) => Object.fromEntries(heading.map((key, index) => [key, row[index] ?? ''])))
}

describe('a plain table', () => {
  it.each(CsvList.options)('of %s reads back exactly and has stable headings', async (list) => {
    const text = await table(list, PLAIN)
    const rows = parseCsv(text)
    expect(formatCsv(rows)).toBe(text)
    expect(rows[0]).toEqual(tableOf(list).table.columns.map((column) => column.key))
    expect(rows.length).toBeGreaterThan(1)
    for (const row of rows) expect(row).toHaveLength(rows[0]?.length ?? 0)
    const english = await table(list, { ...PLAIN, language: 'en' })
    expect(parseCsv(english)[0]).toEqual(rows[0])
  })

  it('has the values as the data has them', async () => {
    expect(records(await table('learning', PLAIN))[0]).toMatchObject({
      kind: 'course',
      title: 'Курс "CTO", часть 1; =SUM(A1)',
      cost: '12345.6',
      currency: 'RUB',
      plannedHours: '2.5',
      links: 'Pet',
      notes: '=cmd|x\r\n"quoted", comma',
      startDay: '',
    })
    expect(records(await table('journal', PLAIN))[0]).toMatchObject({ title: '-5 минут', kind: 'study', tags: 'a, b' })
    expect(records(await table('milestones', PLAIN))[0]).toMatchObject({ stage: 'Начало', first90: '0' })
  })

  it('says of visibility alone what was seen and by whom', async () => {
    const seen = { title: 'x', visibilityKind: 'talk', visibleTo: 'outside' } as const
    for (const kind of ['visibility', 'meeting'] as const)
      createItem(workspace.store, activityEntity, { fields: { ...seen, kind, day: '2026-05-01' } })
    const lines = records(await table('journal', PLAIN)).slice(1)
    expect(lines.map(({ visibilityKind, visibleTo }) => [visibilityKind, visibleTo])).toEqual([
      ['talk', 'outside'],
      ['', ''],
    ])
  })

  it('shows the newest rating of a skill that was not taken back', async () => {
    expect(records(await table('skills', PLAIN))[0]).toMatchObject({
      title: 'Облако',
      level: '2',
      ratedOn: '2026-03-31',
    })
    expect(records(await table('skills', { ...PLAIN, language: 'en' }))[0]).toMatchObject({ title: 'Cloud' })
  })

  it('has every row of a long list once, in the order of days', async () => {
    for (let index = 0; index < 1100; index++)
      createItem(workspace.store, activityEntity, {
        fields: { title: `line ${index}`, day: `20${20 + (index % 7)}-0${1 + (index % 9)}-11` },
      })
    const rows = records(await table('journal', PLAIN))
    expect(new Set(rows.map((row) => row.uid)).size).toBe(1101)
    const days = rows.map((row) => row.day)
    expect(days).toEqual([...days].sort())
  })
})

describe('what counts', () => {
  it('is what is done by the day, in the last column', async () => {
    const add = (fields: object) => createItem(workspace.store, activityEntity, { fields: { title: 'x', ...fields } })
    for (const day of [TODAY, '2026-11-24', '2062-01-01']) add({ day, minutes: 60 })
    const lines = records(await table('journal', PLAIN))
    expect(lines.map(({ day, counted }) => [day, counted])).toEqual([
      ['2026-04-30', '1'],
      [TODAY, '1'],
      ['2026-11-24', '0'],
      ['2062-01-01', '0'],
    ])
    const later = records(await table('journal', { ...RUSSIAN_EXCEL, today: '2026-11-24' }), ';')
    expect(later.map((line) => line.Засчитано)).toEqual(['1', '1', '1', '0'])
    const certificates = (today: string) => table('certifications', { ...PLAIN, today })
    const counts = async (today: string) => records(await certificates(today)).map(({ counted }) => counted)
    expect(await counts('2026-02-27')).toEqual(['0'])
    expect(await counts('2026-02-28')).toEqual(['1'])
    expect(await counts('2028-03-01')).toEqual(['0'])
  })
})

describe('a table for Excel', () => {
  it('has a mark, semicolons, words and commas of the language, and nothing that runs', async () => {
    const text = await table('learning', RUSSIAN_EXCEL)
    expect(text.startsWith('\ufeffИдентификатор;Вид;Название;')).toBe(true)
    expect(records(text, ';')[0]).toMatchObject({
      Вид: 'Курс',
      Состояние: 'В планах',
      Стоимость: '12345,6',
      Заметки: '\'=cmd|x\r\n"quoted", comma',
    })
    expect(records(await table('journal', RUSSIAN_EXCEL), ';')[0]).toMatchObject({
      Название: "'-5 минут",
      Вид: 'Учёба',
    })
    const english = await table('achievements', { ...RUSSIAN_EXCEL, language: 'en' })
    expect(records(english)[0]).toMatchObject({
      Before: '40',
      After: '4.5',
      'Main focus': 'Chef',
      'Key metrics': 'Cook',
    })
  })
})
