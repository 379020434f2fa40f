import { Menu, UnstyledButton } from '@mantine/core'
import { IconCheck, IconChevronDown } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { type ListWrites, useListUpdate } from '#renderer/lib/use-list-writes.ts'
import type { Choices } from './list-types.ts'
import classes from './quick-choice.module.css'

interface QuickChoiceProps<Patch> {
  item: { uid: string; title: string }
  choices: Choices<Patch>
  /** What stands there now, in the words of the choices where it is one of them. */
  now: string
  /** How it is shown; in plain words unless given. */
  children?: ReactNode
  update: ListWrites<Patch>['update']
}

/** A field of the open item that is changed where it is read: a press shows what else it may be, and that is saved at once. */
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
        <UnstyledButton className={classes.now} aria-label={`${choices.label}: ${now}`}>
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
