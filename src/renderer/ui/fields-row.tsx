import type { ReactNode } from 'react'
import classes from './fields-row.module.css'

/** Short fields side by side; they go below each other where the form is narrow. */
export function FieldsRow({ children }: { children: ReactNode }) {
  return <div className={classes.row}>{children}</div>
}
