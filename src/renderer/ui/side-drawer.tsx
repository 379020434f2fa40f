import { Drawer } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './side-drawer.module.css'

interface SideDrawerProps {
  opened: boolean
  onClose: () => void
  title: string
  closeLabel: string
  children: ReactNode
}

/** A drawer over the page to read and choose from. Keeps the focus inside; Escape closes it. */
export function SideDrawer({ closeLabel, children, ...rest }: SideDrawerProps) {
  return (
    <Drawer
      {...rest}
      position="right"
      size={640}
      classNames={{ title: classes.title ?? '' }}
      closeButtonProps={{ 'aria-label': closeLabel }}
    >
      {children}
    </Drawer>
  )
}
