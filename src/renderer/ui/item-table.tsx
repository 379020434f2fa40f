import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import {
  type ColumnDef,
  createSortedRowModel,
  type Row,
  rowSortingFeature,
  type SortFn,
  tableFeatures,
  useTable,
} from '@tanstack/react-table'
import { type ReactNode, useMemo, useState } from 'react'
import classes from './item-table.module.css'

/** By which column a table is sorted; `name` is the first one. */
export interface Sort {
  key: string
  descending: boolean
}

export interface Column<Item> {
  key: string
  header: string
  cell: (item: Item) => ReactNode
  /** What the column sorts by; without it the column cannot be sorted. */
  sortBy?: (item: Item) => string | number | null
  align?: 'end'
  width?: string
  /** A column that may give way where the list is narrow, such as beside an open item. */
  optional?: boolean
  /** A column that stays longer and gives way where hardly more than the names fit. */
  secondary?: boolean
}

/** Headings between the rows; within each the rows are sorted by themselves. */
export interface RowGroups<Item> {
  of: (item: Item) => string
  /** In the order of the table; a group without rows is left out. */
  values: { value: string; label: string }[]
}

interface ItemTableProps<Item extends { uid: string }> {
  /** Name of the table for screen readers. */
  label: string
  items: Item[]
  columns: Column<Item>[]
  /** The first column is the item's name and opens it. */
  nameOf: (item: Item) => string
  nameHeader: string
  selected: string | null
  onOpen: (uid: string) => void
  /** Sorted by at first. */
  initialSort?: Sort
  /** Where the sorting is kept when the table is gone, such as in the address; null is the one at first. */
  sorting?: { kept: Sort | null; keep: (sort: Sort) => void }
  groups?: RowGroups<Item>
}

const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() })
type Features = typeof features

type Known = string | number

const byValue = <Item extends object>(a: Row<Features, Item>, b: Row<Features, Item>, key: string): number => {
  const [one, other] = [a.getValue<Known>(key), b.getValue<Known>(key)]
  return typeof one === 'number' && typeof other === 'number' ? one - other : String(one).localeCompare(String(other))
}

/** What the table knows of a column: how it sorts. Its cells are drawn by ourselves, so that they are never mounted anew. */
function toDefinition<Item extends object>({ key, sortBy }: Column<Item>): ColumnDef<Features, Item> {
  return {
    id: key,
    accessorFn: (item) => {
      const value = sortBy?.(item) ?? null
      return value === null || value === '' ? undefined : value
    },
    enableSorting: sortBy !== undefined,
    sortFn: byValue satisfies SortFn<Features, Item>,
    sortUndefined: 'last',
    sortDescFirst: false,
  }
}

const cellClass = ({ align, optional, secondary }: Pick<Column<never>, 'align' | 'optional' | 'secondary'>) =>
  [align === 'end' && classes.end, optional && classes.optional, secondary && classes.secondary]
    .filter(Boolean)
    .join(' ') || undefined

/** A sortable list of items as a real table; unknown values stay at the end in either direction. */
export function ItemTable<Item extends { uid: string }>(props: ItemTableProps<Item>) {
  const { label, items, columns, nameOf, nameHeader, selected, onOpen, sorting } = props
  const [own, setOwn] = useState<Sort | null>(null)
  const all = useMemo<Column<Item>[]>(
    () => [
      {
        key: 'name',
        header: nameHeader,
        sortBy: nameOf,
        cell: (item) => (
          <button type="button" className={classes.open} data-uid={item.uid} onClick={() => onOpen(item.uid)}>
            {nameOf(item)}
          </button>
        ),
      },
      ...columns,
    ],
    [columns, nameHeader, nameOf, onOpen],
  )
  const kept = sorting === undefined ? own : sorting.kept
  // An address may name anything.
  const isKnown = kept !== null && all.some(({ key, sortBy }) => key === kept.key && sortBy !== undefined)
  const { key, descending } = isKnown ? kept : (props.initialSort ?? { key: 'name', descending: false })
  const table = useTable({
    features,
    data: items,
    columns: useMemo(() => all.map((column) => toDefinition(column)), [all]),
    getRowId: ({ uid }) => uid,
    state: { sorting: useMemo(() => [{ id: key, desc: descending }], [descending, key]) },
  })
  const sorted = table.getRowModel().rows.map(({ original }) => original)
  return (
    <div className={classes.frame}>
      <table className={classes.table} aria-label={label}>
        <thead>
          <tr>
            {all.map((column) => (
              <HeaderCell
                key={column.key}
                column={column}
                sort={{ key, descending }}
                onSort={sorting?.keep ?? setOwn}
              />
            ))}
          </tr>
        </thead>
        {props.groups === undefined ? (
          <tbody>
            <Rows items={sorted} columns={all} selected={selected} />
          </tbody>
        ) : (
          <GroupedRows groups={props.groups} items={sorted} columns={all} selected={selected} />
        )}
      </table>
    </div>
  )
}

interface RowsProps<Item> {
  items: Item[]
  columns: Column<Item>[]
  selected: string | null
}

function Rows<Item extends { uid: string }>({ items, columns, selected }: RowsProps<Item>) {
  return items.map((item) => (
    <tr key={item.uid} data-selected={item.uid === selected}>
      {columns.map((column) => (
        <td key={column.key} className={cellClass(column)}>
          {column.cell(item)}
        </td>
      ))}
    </tr>
  ))
}

function GroupedRows<Item extends { uid: string }>(props: RowsProps<Item> & { groups: RowGroups<Item> }) {
  const { groups, items, columns, selected } = props
  return groups.values
    .map(({ value, label }) => ({ value, label, rows: items.filter((item) => groups.of(item) === value) }))
    .filter(({ rows }) => rows.length > 0)
    .map(({ value, label, rows }) => (
      <tbody key={value}>
        <tr className={classes.group}>
          <th colSpan={columns.length} scope="rowgroup">
            {label}
          </th>
        </tr>
        <Rows items={rows} columns={columns} selected={selected} />
      </tbody>
    ))
}

interface HeaderCellProps<Item> {
  column: Column<Item>
  sort: Sort
  onSort: (sort: Sort) => void
}

function HeaderCell<Item>({ column, sort, onSort }: HeaderCellProps<Item>) {
  const active = sort.key === column.key
  const Arrow = sort.descending ? IconArrowDown : IconArrowUp
  const style = column.width === undefined ? undefined : { width: column.width }
  const className = cellClass(column)
  if (column.sortBy === undefined)
    return (
      <th scope="col" style={style} className={className}>
        {column.header}
      </th>
    )
  return (
    <th
      scope="col"
      style={style}
      className={className}
      aria-sort={active ? (sort.descending ? 'descending' : 'ascending') : 'none'}
    >
      <button
        type="button"
        className={classes.sort}
        onClick={() => onSort({ key: column.key, descending: active && !sort.descending })}
      >
        {column.header}
        {active && <Arrow size={14} aria-hidden />}
      </button>
    </th>
  )
}
