import classes from './item-table.module.css'
import type { Column } from './table-types.ts'

const LEVELS = ['optional', 'tertiary', 'secondary'] as const

/** How a cell stands in its column, and when it gives way. */
export const cellClass = (column: Pick<Column<never>, 'align' | (typeof LEVELS)[number]>) =>
  [column.align === 'end' && classes.end, ...LEVELS.map((level) => column[level] && classes[level])]
    .filter(Boolean)
    .join(' ') || undefined
