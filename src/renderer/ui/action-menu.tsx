import { ActionIcon, Menu } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import type { ReactNode } from 'react'

export interface Action {
  label: string
  icon: ReactNode
  disabled?: boolean
  run: () => void
}

interface ActionMenuProps {
  /** Name of the button: what the actions are about. */
  label: string
  actions: Action[]
  variant?: 'subtle' | 'default'
}

/** Less frequent actions of a row or section behind one button; arrows and first letters move among them. */
export function ActionMenu({ label, actions, variant = 'subtle' }: ActionMenuProps) {
  return (
    <Menu position="bottom-end" withinPortal={false} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <ActionIcon variant={variant} {...(variant === 'subtle' && { color: 'gray' })} aria-label={label}>
          <IconDots size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {actions.map((action) => (
          <Menu.Item
            key={action.label}
            leftSection={action.icon}
            disabled={action.disabled ?? false}
            onClick={action.run}
          >
            {action.label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
