import classes from './item-table.module.css'
import type { Column } from './table-types.ts'

const LEVELS = ['optional', 'tertiary', 'secondary'] as const

/** Classes of a cell: its alignment, how its words break, and at which width it is hidden. */
export const cellClass = (column: Pick<Column<never>, 'align' | 'prose' | (typeof LEVELS)[number]>) =>
  [
    column.align === 'end' && classes.end,
    column.prose && classes.prose,
    ...LEVELS.map((level) => column[level] && classes[level]),
  ]
    .filter(Boolean)
    .join(' ') || undefined
