import { Group, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { Boundary } from './boundary.tsx'
import classes from './page.module.css'

interface PageProps {
  title: string
  /** One quiet line under the title: a count, a period, a hint. */
  lead?: ReactNode
  actions?: ReactNode
  /** The open item, at the right; the content stays visible if there is room. */
  panel?: ReactNode
  /** Name of the panel for screen readers. */
  panelLabel?: string
  /** The content fills the page and scrolls inside it (long virtual lists). */
  fill?: boolean
  children: ReactNode
}

/** A page: its header, one content column and a panel for the open item. */
export function Page({ title, lead, actions, panel, panelLabel, fill, children }: PageProps) {
  return (
    <div className={classes.page}>
      <header className={classes.header}>
        <div className={classes.heading}>
          <Title order={1}>{title}</Title>
          {lead && <div className={classes.lead}>{lead}</div>}
        </div>
        {actions && (
          <Group gap="xs" className="no-print">
            {actions}
          </Group>
        )}
      </header>
      <div className={classes.body}>
        <section className={fill ? `${classes.content} ${classes.fill}` : classes.content} aria-label={title}>
          <Boundary>{children}</Boundary>
        </section>
        {panel && (
          <aside className={classes.panel} aria-label={panelLabel}>
            <Boundary>{panel}</Boundary>
          </aside>
        )}
      </div>
    </div>
  )
}
