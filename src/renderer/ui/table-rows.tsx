import { IconDots } from '@tabler/icons-react'
import { memo } from 'react'
import { cellClass } from './cell-class.ts'
import classes from './item-table.module.css'
import type { Column, RowGroups } from './table-types.ts'

/** Names of the checkbox and of the menu button of a row. */
interface ToolLabels<Item> {
  pick: (item: Item) => string
  menu: string
}

interface TableRowsProps<Item> {
  /** In display order, rows of a group together. */
  rows: readonly { original: Item; getIsSelected(): boolean }[]
  columns: Column<Item>[]
  /** The open item. */
  selected: string | null
  /** The item whose row is the stop of the Tab key. */
  active: string | null
  groups?: RowGroups<Item>
  /** Set if rows can be selected and have a menu. */
  labels?: ToolLabels<Item>
}

/** The body of a table, with headings if its rows are grouped. The table handles the events of all rows. */
export function TableRows<Item extends { uid: string }>({ groups, rows, ...shared }: TableRowsProps<Item>) {
  if (groups === undefined)
    return (
      <tbody>
        <Rows rows={rows} {...shared} />
      </tbody>
    )
  return groups.values
    .map(({ value, label }) => ({ value, label, own: rows.filter(({ original }) => groups.of(original) === value) }))
    .filter(({ own }) => own.length > 0)
    .map(({ value, label, own }) => (
      <tbody key={value}>
        <tr className={classes.group}>
          {shared.labels && <td className={classes.tool} />}
          <th colSpan={shared.columns.length} scope="rowgroup">
            {label}
          </th>
          {shared.labels && <td className={classes.tool} />}
        </tr>
        <Rows rows={own} {...shared} />
      </tbody>
    ))
}

function Rows<Item extends { uid: string }>(props: Omit<TableRowsProps<Item>, 'groups'>) {
  const { rows, columns, selected, active, labels } = props
  const TypedRow = ItemRow as unknown as typeof DrawnRow<Item>
  return rows.map((row) => (
    <TypedRow
      key={row.original.uid}
      item={row.original}
      columns={columns}
      isOpen={row.original.uid === selected}
      isActive={row.original.uid === active}
      isChosen={row.getIsSelected()}
      pickLabel={labels?.pick(row.original)}
      menuLabel={labels?.menu}
    />
  ))
}

interface ItemRowProps<Item> {
  item: Item
  columns: Column<Item>[]
  isOpen: boolean
  isActive: boolean
  isChosen: boolean
  pickLabel: string | undefined
  menuLabel: string | undefined
}

/** The table handles changes of all checkboxes, so a single one needs no handler. */
const heardByTable = () => {}

function DrawnRow<Item extends { uid: string }>(props: ItemRowProps<Item>) {
  const { item, columns, isOpen, isActive, isChosen, pickLabel, menuLabel } = props
  const tabIndex = isActive ? 0 : -1
  const nameId = `name-${item.uid}`
  return (
    <tr data-row={item.uid} data-selected={isOpen} data-chosen={isChosen}>
      {pickLabel !== undefined && (
        <td className={classes.tool}>
          <label className={classes.pickArea}>
            <input
              type="checkbox"
              className={classes.pick}
              data-control="pick"
              aria-label={pickLabel}
              tabIndex={tabIndex}
              checked={isChosen}
              onChange={heardByTable}
            />
          </label>
        </td>
      )}
      {columns.map((column, index) => (
        <td key={column.key} className={cellClass(column)}>
          {index === 0 ? (
            <button
              type="button"
              id={nameId}
              className={classes.open}
              data-uid={item.uid}
              data-control="open"
              tabIndex={tabIndex}
            >
              {column.cell(item)}
            </button>
          ) : (
            column.cell(item)
          )}
        </td>
      ))}
      {menuLabel !== undefined && (
        <td className={classes.tool}>
          <button
            type="button"
            className={classes.dots}
            data-control="menu"
            aria-label={menuLabel}
            aria-describedby={nameId}
            aria-haspopup="menu"
            tabIndex={tabIndex}
          >
            <IconDots size={16} aria-hidden />
          </button>
        </td>
      )}
    </tr>
  )
}

const ItemRow = memo(DrawnRow)
