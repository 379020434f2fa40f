import { Autocomplete, Button, CloseButton, Group, Menu, Popover, Text } from '@mantine/core'
import { IconChevronDown, IconTag, IconTrash, IconX } from '@tabler/icons-react'
import { type FormEvent, type ReactNode, useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TagChange } from '#shared/model/item.ts'
import classes from './list-page.module.css'
import type { Choices } from './list-types.ts'
import { cleanTags } from './tags-field.tsx'

interface BulkBarProps<Patch> {
  count: number
  choices: Choices<Patch> | undefined
  /** Undefined if the items have no tags. */
  tags?: {
    /** Tags that at least one of the selected items has. */
    present: string[]
    /** Every tag of the list, as suggestions. */
    known: string[]
  }
  onPatch: (patch: Patch) => void
  onTags: (change: TagChange) => void
  onRemove: () => void
  onClear: () => void
  /** Further actions on the selected items. */
  children?: ReactNode
  /** Returns the focus to the list; called when the bar disappears while it has the focus. */
  onLeave: () => void
}

/** Actions on all selected rows of a list, each one undoable action. */
export function BulkBar<Patch>(props: BulkBarProps<Patch>) {
  const { count, choices, tags, onLeave } = props
  const { t } = useTranslation('common')
  const frame = useRef<HTMLDivElement>(null)
  const leave = useRef(onLeave)
  leave.current = onLeave
  useLayoutEffect(() => {
    const bar = frame.current
    return () => {
      // Rows that disappear together with the bar are still there at this moment.
      if (bar?.contains(document.activeElement)) queueMicrotask(() => leave.current())
    }
  }, [])
  return (
    <div ref={frame} className={classes.bulk} role="toolbar" aria-label={t('list.selected', { count })}>
      <Text size="sm" fw={600} aria-live="polite">
        {t('list.selected', { count })}
      </Text>
      {choices && (
        <Menu position="bottom-start" withInitialFocusPlaceholder={false}>
          <Menu.Target>
            <Button variant="default" size="compact-md" rightSection={<IconChevronDown size={14} />}>
              {choices.label}
            </Button>
          </Menu.Target>
          <Menu.Dropdown className={classes.longMenu ?? ''}>
            {choices.values.map(({ label, patch }) => (
              <Menu.Item key={label} onClick={() => props.onPatch(patch)}>
                {label}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      {tags && <BulkTags {...tags} onTags={props.onTags} />}
      {props.children}
      <Button
        variant="default"
        size="compact-md"
        leftSection={<IconTrash size={16} />}
        onClick={() => {
          onLeave()
          props.onRemove()
        }}
      >
        {t('action.remove')}
      </Button>
      <CloseButton
        aria-label={t('list.clearSelection')}
        title={t('list.clearSelection')}
        onClick={props.onClear}
        icon={<IconX size={18} />}
      />
    </div>
  )
}

interface BulkTagsProps {
  present: string[]
  known: string[]
  onTags: (change: TagChange) => void
}

/** Adds a tag to every selected row, or removes one from all that have it. */
function BulkTags({ present, known, onTags }: BulkTagsProps) {
  const { t } = useTranslation('common')
  const [opened, setOpened] = useState(false)
  const [tag, setTag] = useState('')
  const change = (next: TagChange) => {
    setOpened(false)
    setTag('')
    onTags(next)
  }
  const add = (event: FormEvent) => {
    event.preventDefault()
    const tags = cleanTags(tag.split(/[,\s]+/))
    if (tags.length > 0) change({ add: tags })
  }
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" width={320} trapFocus returnFocus>
      <Popover.Target>
        <Button
          variant="default"
          size="compact-md"
          leftSection={<IconTag size={16} />}
          onClick={() => setOpened(!opened)}
        >
          {t('tags.title')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('tags.title')}>
        <form onSubmit={add}>
          <Group gap="xs" align="end" wrap="nowrap">
            <Autocomplete
              label={t('list.addTag')}
              data={known}
              value={tag}
              onChange={setTag}
              maxLength={50}
              comboboxProps={{ withinPortal: false }}
              data-autofocus
              flex={1}
            />
            <Button type="submit" disabled={tag.trim() === ''}>
              {t('action.add')}
            </Button>
          </Group>
        </form>
        {present.length > 0 && (
          <>
            <Text size="sm" mt="sm" mb={4}>
              {t('list.removeTag')}
            </Text>
            <Group gap={6}>
              {present.map((one) => (
                <Button
                  key={one}
                  variant="default"
                  size="compact-sm"
                  rightSection={<IconX size={12} />}
                  onClick={() => change({ remove: [one] })}
                >
                  {one}
                </Button>
              ))}
            </Group>
          </>
        )}
      </Popover.Dropdown>
    </Popover>
  )
}
