import type { ReactNode } from 'react'
import classes from './fields-row.module.css'

/** Short fields side by side; in a narrow form they stand one below the other. `figures`: very short fields. */
export function FieldsRow({ figures = false, children }: { figures?: boolean; children: ReactNode }) {
  return <div className={figures ? `${classes.row} ${classes.figures}` : classes.row}>{children}</div>
}
