import classes from './item-table.module.css'
import type { Column } from './table-types.ts'

/** How a cell stands in its column, and when it gives way. */
export const cellClass = ({
  align,
  optional,
  secondary,
  prose,
}: Pick<Column<never>, 'align' | 'optional' | 'secondary' | 'prose'>) =>
  [align === 'end' && classes.end, prose && classes.prose, optional && classes.optional, secondary && classes.secondary]
    .filter(Boolean)
    .join(' ') || undefined
