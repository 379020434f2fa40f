import { Menu } from '@mantine/core'
import { IconFolderOpen, IconPencil, IconSquareCheck, IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { type Action, MenuKeys } from '#renderer/ui/action-menu.tsx'
import type { Point } from '#renderer/ui/table-types.ts'
import classes from './list-page.module.css'
import type { Choices } from './list-types.ts'

interface RowMenuProps<Patch> {
  /** Position of the open menu; null = closed. */
  at: Point | null
  /** What the actions apply to: the title of an item, or the number of selected items. */
  title: string
  isChosen?: boolean
  choices: Choices<Patch> | undefined
  /** Undefined if the actions apply to several items. */
  onOpen?: () => void
  onEdit?: () => void
  /** Moves of the row, if its list has an order of its own, or why it cannot be moved now. */
  moves?: { actions: readonly Action[]; refusal: string | null }
  /** Actions of this list only. */
  more?: readonly Action[]
  onPatch: (patch: Patch) => void
  /** Undefined where nothing can be selected. */
  onChoose?: () => void
  onRemove: () => void
  onClose: () => void
}

/** All actions on a row, at the pointer or at the row. */
export function RowMenu<Patch>(props: RowMenuProps<Patch>) {
  const { at, title, isChosen = false, choices, moves, onOpen, onEdit, onChoose } = props
  const { t } = useTranslation('common')
  return (
    <Menu
      opened={at !== null}
      onClose={props.onClose}
      position="bottom-start"
      offset={2}
      hideDetached={false}
      middlewares={{ flip: true, shift: true, size: true }}
      transitionProps={{ duration: 0 }}
      // Key events are left out: the key that opens the menu is pressed outside of it.
      clickOutsideEvents={['mousedown', 'touchstart']}
      // Opening or editing an item moves the focus there, so it must not return to the row.
      returnFocus={false}
      withInitialFocusPlaceholder={false}
    >
      <Menu.Target>
        <button
          type="button"
          tabIndex={-1}
          aria-label={t('list.actionsOf', { title })}
          className={classes.menuPlace}
          style={{ left: at?.x ?? 0, top: at?.y ?? 0 }}
        />
      </Menu.Target>
      <Menu.Dropdown className={classes.rowMenu ?? ''}>
        <Menu.Label>{title}</Menu.Label>
        {onOpen && (
          <Menu.Item leftSection={<IconFolderOpen size={16} />} onClick={onOpen}>
            {t('list.open')}
          </Menu.Item>
        )}
        {onEdit && (
          <Menu.Item leftSection={<IconPencil size={16} />} onClick={onEdit}>
            {t('action.edit')}
          </Menu.Item>
        )}
        {onChoose && (
          <Menu.Item leftSection={<IconSquareCheck size={16} />} onClick={onChoose}>
            {t(isChosen ? 'list.deselect' : 'list.select')}
          </Menu.Item>
        )}
        {props.more?.map(({ label, icon, run }) => (
          <Menu.Item key={label} leftSection={icon} onClick={run}>
            {label}
          </Menu.Item>
        ))}
        {moves && <Moves {...moves} />}
        {choices && <Values {...choices} onPatch={props.onPatch} />}
        <Menu.Divider />
        <Menu.Item leftSection={<IconTrash size={16} />} onClick={props.onRemove}>
          {t('action.remove')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

function Values<Patch>({ label: title, values, onPatch }: Choices<Patch> & { onPatch: (patch: Patch) => void }) {
  return (
    <>
      <Menu.Divider />
      <Menu.Label>{title}</Menu.Label>
      {values.map(({ label, patch }) => (
        <Menu.Item key={label} onClick={() => onPatch(patch)}>
          {label}
        </Menu.Item>
      ))}
    </>
  )
}

function Moves({ actions, refusal }: { actions: readonly Action[]; refusal: string | null }) {
  return (
    <>
      <Menu.Divider />
      {actions.map(({ label, icon, keys = [], disabled = false, run }) => (
        <Menu.Item
          key={label}
          leftSection={icon}
          rightSection={<MenuKeys keys={keys} />}
          disabled={disabled}
          onClick={run}
        >
          {label}
        </Menu.Item>
      ))}
      {refusal !== null && (
        <Menu.Label maw={260} fw={400}>
          {refusal}
        </Menu.Label>
      )}
    </>
  )
}
