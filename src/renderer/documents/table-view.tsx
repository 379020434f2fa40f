import { Fragment, type ReactNode } from 'react'
import { Markdown } from '#renderer/ui/markdown.tsx'
import type { Cell, Column, TableBlock } from '#shared/documents/block.ts'
import classes from './document.module.css'
import { keyed } from './keyed.ts'
import { LevelScale } from './level-scale.tsx'

/** A table of the document: the first column names the row. */
export function TableView({ table }: { table: TableBlock }) {
  const { label, columns, groups } = table
  return (
    <table className={classes.table} aria-label={label}>
      <thead>
        <tr>
          {keyed(columns).map(({ key, item: { title, number } }) => (
            <th key={key} scope="col" className={number ? classes.number : undefined}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {keyed(groups).map(({ key, item: { title, rows } }) => (
          <Fragment key={key}>
            {title !== null && (
              <tr className={classes.group}>
                <th scope="rowgroup" colSpan={columns.length}>
                  {title}
                </th>
              </tr>
            )}
            {keyed(rows).map(({ key: place, item: row }) => (
              <Row key={place} row={row} columns={columns} />
            ))}
          </Fragment>
        ))}
      </tbody>
    </table>
  )
}

function Row({ row, columns }: { row: readonly Cell[]; columns: readonly Column[] }) {
  return (
    <tr>
      {keyed(columns).map(({ key, item: { title, number } }) => (
        <td key={key} data-label={title} className={number ? classes.number : undefined}>
          {cellContent(row[key] ?? null)}
        </td>
      ))}
    </tr>
  )
}

function cellContent(cell: Cell): ReactNode {
  if (cell === null) return '–'
  if (typeof cell === 'string') return cell
  if ('markdown' in cell) return <Markdown text={cell.markdown} />
  if ('level' in cell)
    return (
      <span className={classes.nowrap}>
        <LevelScale scale={cell} />
        {cell.words}
      </span>
    )
  const { name, more, note } = cell
  return (
    <>
      <div className={classes.name}>{name}</div>
      {(more || note) && (
        <div className={classes.small}>
          {note && <Markdown text={note.markdown} />}
          {more}
        </div>
      )}
    </>
  )
}
