import classes from './item-table.module.css'
import type { Column } from './table-types.ts'

/** How a cell stands in its column, and when it gives way. */
export const cellClass = ({ align, optional, secondary }: Pick<Column<never>, 'align' | 'optional' | 'secondary'>) =>
  [align === 'end' && classes.end, optional && classes.optional, secondary && classes.secondary]
    .filter(Boolean)
    .join(' ') || undefined
