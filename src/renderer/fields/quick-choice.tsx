import { Menu, UnstyledButton } from '@mantine/core'
import { IconCheck, IconChevronDown } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { type ListWrites, useListUpdate } from '#renderer/lib/use-list-writes.ts'
import type { Choices } from './list-types.ts'
import classes from './quick-choice.module.css'

interface QuickChoiceProps<Patch> {
  item: { uid: string; title: string }
  choices: Choices<Patch>
  /** The present value, in the words of the choices if it is one of them. */
  now: string
  /** How the value is shown; plain text by default. */
  children?: ReactNode
  update: ListWrites<Patch>['update']
}

/**
 * A field of the open item that is changed where it is read: a press shows the other values, and a choice is saved at
 * once.
 */
export function QuickChoice<Patch>({ item, choices, now, children, update }: QuickChoiceProps<Patch>) {
  const write = useListUpdate(update)
  const choose = (patch: Patch) => write({ uids: [item.uid], title: item.title, change: { patch } })
  return (
    <Menu
      position="bottom-start"
      withinPortal={false}
      withInitialFocusPlaceholder={false}
      transitionProps={{ duration: 0 }}
    >
      <Menu.Target>
        <UnstyledButton className={classes.now}>
          <span className="visually-hidden">{`${choices.label}: `}</span>
          {children ?? now}
          <IconChevronDown size={14} className="no-print" aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown className={classes.list ?? ''}>
        {choices.values.map(({ label, patch }) => (
          <Menu.Item
            key={label}
            rightSection={label === now && <IconCheck size={14} aria-hidden />}
            disabled={label === now}
            onClick={() => choose(patch)}
          >
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
