import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { ItemTable } from './item-table.tsx'
import type { Column, RowGroups, Sort } from './table-types.ts'

interface Item {
  uid: string
  title: string
  hours: number | null
  area: string
}

const ITEMS: Item[] = [
  { uid: 'b', title: 'Б', hours: 9, area: 'x' },
  { uid: 'e', title: '', hours: null, area: 'y' },
  { uid: 'a', title: 'а', hours: 10, area: 'y' },
  { uid: 'c', title: 'В', hours: 9, area: 'x' },
  { uid: 'd', title: 'ё', hours: null, area: 'x' },
]

const COLUMNS: Column<Item>[] = [
  { key: 'hours', header: 'Hours', cell: ({ hours }) => hours, sortBy: ({ hours }) => hours },
  { key: 'area', header: 'Area', cell: ({ area }) => area },
]

function html(sort: Sort | null, more: { groups?: RowGroups<Item>; initialSort?: Sort } = {}): string {
  return renderToStaticMarkup(
    <ItemTable
      label="Items"
      items={ITEMS}
      columns={COLUMNS}
      nameOf={({ title }) => title}
      nameHeader="Title"
      selected="a"
      onOpen={() => {}}
      sorting={{ kept: sort, keep: () => {} }}
      {...more}
    />,
  )
}

const order = (markup: string) => [...markup.matchAll(/data-uid="(\w)"/g)].map(([, uid]) => uid).join('')
const sorted = (markup: string) => [...markup.matchAll(/aria-sort="(\w+)"/g)].map(([, state]) => state).join()

describe('a table', () => {
  test.each([
    [null, 'abcde', 'ascending,none'],
    [{ key: 'name', descending: true }, 'dcbae', 'descending,none'],
    [{ key: 'hours', descending: false }, 'bcaed', 'none,ascending'],
    [{ key: 'hours', descending: true }, 'abced', 'none,descending'],
  ])('sorted by %j keeps what is unknown at the end, and equal rows as they were', (sort, uids, states) => {
    const markup = html(sort)
    expect([order(markup), sorted(markup)]).toEqual([uids, states])
  })

  test.each([
    { key: 'area', descending: true },
    { key: 'nonsense', descending: false },
  ])('is sorted as at first by what it cannot be sorted by: %j', (sort) => {
    const initialSort = { key: 'hours', descending: true }
    expect(html(sort, { initialSort })).toBe(html(initialSort))
  })

  test('sorts within its groups and leaves out an empty one', () => {
    const groups = { of: ({ area }: Item) => area, values: ['y', 'z', 'x'].map((value) => ({ value, label: value })) }
    const markup = html({ key: 'hours', descending: true }, { groups })
    expect(order(markup)).toBe('aebcd')
    expect([...markup.matchAll(/rowgroup">(\w)/g)].map(([, label]) => label)).toEqual(['y', 'x'])
  })
})
