import type { ReactNode } from 'react'
import classes from './fields-row.module.css'

/** Short fields side by side; they go below each other where the form is narrow. `figures`: very short ones. */
export function FieldsRow({ figures = false, children }: { figures?: boolean; children: ReactNode }) {
  return <div className={figures ? `${classes.row} ${classes.figures}` : classes.row}>{children}</div>
}
