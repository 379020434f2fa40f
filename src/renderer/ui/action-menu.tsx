import { ActionIcon, Kbd, Menu } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import type { ReactNode } from 'react'

export interface Action {
  label: string
  icon: ReactNode
  disabled?: boolean
  /** Keys of the row with the same effect. */
  keys?: readonly string[]
  run: () => void
}

interface ActionMenuProps {
  /** Name of the button: what the actions apply to. */
  label: string
  actions: Action[]
  variant?: 'subtle' | 'default'
}

/** Keys beside an entry of a menu; not part of its accessible name. */
export function MenuKeys({ keys }: { keys: readonly string[] }) {
  return (
    <span aria-hidden>
      {keys.map((key) => (
        <Kbd key={key} size="xs" ml={3}>
          {key}
        </Kbd>
      ))}
    </span>
  )
}

/** Less frequent actions of a row or section behind one button; arrow keys and first letters move between them. */
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
            rightSection={action.keys && <MenuKeys keys={action.keys} />}
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
