import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { cellClass } from './cell-class.ts'
import classes from './item-table.module.css'
import type { Column, Sort } from './table-types.ts'

interface TableHeadProps<Item> {
  columns: Column<Item>[]
  sort: Sort
  onSort: (sort: Sort) => void
  /** Whether rows have a checkbox before them and a menu after them. */
  isTool: boolean
  /** Selects all rows or none. */
  all?: { label: string; state: 'all' | 'some' | 'none'; toggle: () => void }
}

/** The headings of a table, which sort it, and the checkbox for all of its rows. */
export function TableHead<Item>({ columns, sort, onSort, isTool, all }: TableHeadProps<Item>) {
  return (
    <thead>
      <tr>
        {isTool && (
          <td className={classes.tool}>
            {all && (
              <input
                type="checkbox"
                className={classes.pick}
                aria-label={all.label}
                checked={all.state === 'all'}
                ref={(input) => {
                  if (input) input.indeterminate = all.state === 'some'
                }}
                onChange={all.toggle}
              />
            )}
          </td>
        )}
        {columns.map((column) => (
          <HeaderCell key={column.key} column={column} sort={sort} onSort={onSort} />
        ))}
        {isTool && <td className={classes.tool} />}
      </tr>
    </thead>
  )
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
        <Heading column={column} />
        {active && <Arrow size={14} aria-hidden />}
      </button>
    </th>
  )
}

function Heading<Item>({ column: { header, sign } }: { column: Column<Item> }) {
  if (sign === undefined) return header
  return (
    <>
      <span aria-hidden title={header}>
        {sign}
      </span>
      <span className="visually-hidden">{header}</span>
    </>
  )
}
