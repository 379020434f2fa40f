import {
  type ColumnDef,
  createSortedRowModel,
  type Row,
  rowSelectionFeature,
  rowSortingFeature,
  type SortFn,
  tableFeatures,
  useTable,
} from '@tanstack/react-table'
import { useDeferredValue, useMemo, useState } from 'react'
import classes from './item-table.module.css'
import { TableHead } from './table-head.tsx'
import { TableRows } from './table-rows.tsx'
import type { Column, RowGroups, Sort } from './table-types.ts'
import { useRowChoice } from './use-row-choice.ts'
import type { RowDragEvents } from './use-row-drag.ts'
import { type RowActs, useRowEvents } from './use-row-events.ts'
import { useRowFocus } from './use-row-focus.ts'

interface ItemTableProps<Item extends { uid: string }> extends RowActs<Item> {
  /** Name of the table for screen readers. */
  label: string
  items: Item[]
  columns: Column<Item>[]
  /** Keys of hidden columns; the table may still be sorted by one of them. */
  hidden?: ReadonlySet<string>
  /** The first column is the item's name and opens it. */
  nameOf: (item: Item) => string
  nameHeader: string
  /** Sort key of the names, if they are not sorted by spelling. */
  nameSort?: (item: Item) => string
  /** The open item. */
  selected: string | null
  /** The default sorting. */
  initialSort?: Sort
  /** Where the sorting is kept when the table is unmounted, such as in the address; null = the default sorting. */
  sorting?: { kept: Sort | null; keep: (sort: Sort) => void }
  groups?: RowGroups<Item>
  /** Handlers for dragging rows. */
  drag?: RowDragEvents
}

const features = tableFeatures({ rowSortingFeature, rowSelectionFeature, sortedRowModel: createSortedRowModel() })
type Features = typeof features

type Known = string | number

/** Key of the hidden column that sorts rows by group, before any other sorting. */
const GROUP = 'group'

const NONE_HIDDEN: ReadonlySet<string> = new Set()
const NONE_CHOSEN = {}

/** Rows drawn at once, more than a window shows; the rest of a longer list follows in a low-priority render. */
const FIRST_ROWS = 80

const byValue = <Item extends object>(a: Row<Features, Item>, b: Row<Features, Item>, key: string): number => {
  const [one, other] = [a.getValue<Known>(key), b.getValue<Known>(key)]
  return typeof one === 'number' && typeof other === 'number' ? one - other : String(one).localeCompare(String(other))
}

/**
 * The definition of a column for the table: only how it sorts. The cells are drawn by our own code, so that they are
 * never remounted.
 */
function toDefinition<Item extends object>({
  key,
  sortBy,
}: Pick<Column<Item>, 'key' | 'sortBy'>): ColumnDef<Features, Item> {
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

/** The rows in display order, sorted and selected by TanStack Table; unknown values are last in both directions. */
function useRows<Item extends { uid: string }>(props: ItemTableProps<Item>, columns: Column<Item>[]) {
  const { items, sorting, groups, choosing } = props
  const [own, setOwn] = useState<Sort | null>(null)
  const kept = sorting === undefined ? own : sorting.kept
  // The column of the address may be unknown.
  const isKnown = kept !== null && columns.some(({ key, sortBy }) => key === kept.key && sortBy !== undefined)
  const { key, descending } = isKnown ? kept : (props.initialSort ?? { key: 'name', descending: false })
  const definitions = useMemo(() => {
    const places = groups?.values.map(({ value }) => value)
    const group = { key: GROUP, sortBy: (item: Item) => places?.indexOf(groups?.of(item) ?? '') ?? 0 }
    return [group, ...columns].map((column) => toDefinition(column))
  }, [columns, groups])
  const table = useTable({
    features,
    data: items,
    columns: definitions,
    getRowId: ({ uid }) => uid,
    state: {
      sorting: useMemo(
        () => [
          { id: GROUP, desc: false },
          { id: key, desc: descending },
        ],
        [descending, key],
      ),
      rowSelection: choosing?.chosen ?? NONE_CHOSEN,
    },
    onRowSelectionChange: (next) => choosing?.choose(next),
  })
  return { table, sort: { key, descending }, onSort: sorting?.keep ?? setOwn }
}

const frameClass = (isTool: boolean, isOrdered: boolean) =>
  [classes.frame, isTool && classes.tools, isOrdered && classes.ordered].filter(Boolean).join(' ')

/**
 * A sortable list of items as an HTML table whose rows can be opened, selected and acted upon, by mouse and by keys.
 */
export function ItemTable<Item extends { uid: string }>(props: ItemTableProps<Item>) {
  const {
    label,
    columns,
    nameOf,
    nameHeader,
    nameSort = nameOf,
    selected,
    choosing,
    menu,
    hidden = NONE_HIDDEN,
  } = props
  const all = useMemo<Column<Item>[]>(
    () => [{ key: 'name', header: nameHeader, sortBy: nameSort, cell: nameOf }, ...columns],
    [columns, nameHeader, nameOf, nameSort],
  )
  const { table, sort, onSort } = useRows(props, all)
  const { rows } = table.getRowModel()
  const order = useMemo(() => rows.map(({ id }) => id), [rows])
  const focus = useRowFocus(order, selected)
  const choice = useRowChoice(table, order)
  const shown = useMemo(() => all.filter(({ key }) => !hidden.has(key)), [all, hidden])
  const events = { ...useRowEvents(props, { table, focus, choice }), ...props.drag }
  const isWhole = useDeferredValue(true, false)
  const isTool = choosing !== undefined && menu !== undefined
  return (
    <div className={frameClass(isTool, props.drag !== undefined)}>
      <table
        ref={focus.frame}
        className={classes.table}
        aria-label={label}
        data-choosing={table.getIsSomeRowsSelected()}
        {...events}
        {...focus.events}
      >
        <TableHead
          columns={shown}
          sort={sort}
          onSort={onSort}
          isTool={isTool}
          {...(choosing && {
            all: {
              label: choosing.labelAll,
              state: table.getIsAllRowsSelected() ? 'all' : table.getIsSomeRowsSelected() ? 'some' : 'none',
              toggle: () => table.toggleAllRowsSelected(),
            },
          })}
        />
        <TableRows
          rows={isWhole ? rows : rows.slice(0, FIRST_ROWS)}
          columns={shown}
          selected={selected}
          active={focus.active}
          {...(props.groups && { groups: props.groups })}
          {...(isTool && { labels: { pick: choosing.labelOf, menu: menu.label } })}
        />
      </table>
    </div>
  )
}
