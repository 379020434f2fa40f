import { Combobox, Group, Pill, PillsInput, useCombobox } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useFoundItems } from '#renderer/lib/use-found-items.ts'
import { OptionText } from '#renderer/ui/search-picker.tsx'
import type { ItemRef, ItemType } from '#shared/model/entities.ts'

interface LinksFieldProps {
  label: string
  value: string[]
  onChange: (uids: string[]) => void
  /** Titles of the linked items. */
  known: ItemRef[]
  /** Types offered. */
  types: ItemType[]
  placeholder?: string
  error?: ReactNode
  /** Name of the field in its form. */
  'data-path'?: string
  onBlur?: () => void
}

/** Links to other items: type to search, choose with the keyboard. */
export function LinksField({
  label,
  value,
  onChange,
  known,
  types,
  placeholder,
  error,
  onBlur,
  ...rest
}: LinksFieldProps) {
  const { t } = useTranslation(['common', 'vocabulary'])
  const format = useFormat()
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() })
  const [text, setText] = useState('')
  const [chosen, setChosen] = useState<ItemRef[]>([])
  const found = useFoundItems(text, types, combobox.dropdownOpened)
  const titles = new Map([...known, ...chosen].map((ref) => [ref.uid, format.title(ref)]))
  const titleOf = (uid: string) => titles.get(uid) ?? ''
  const options = found.filter((ref) => !value.includes(ref.uid))
  const add = (uid: string) => {
    const ref = options.find((option) => option.uid === uid)
    if (ref === undefined) return
    setChosen([...chosen, { uid: ref.uid, type: ref.type, title: ref.title, day: ref.day }])
    onChange([...value, uid])
    setText('')
  }
  return (
    <Combobox store={combobox} onOptionSubmit={add} withinPortal>
      <Combobox.DropdownTarget>
        <PillsInput
          label={label}
          error={error}
          wrapperProps={{ 'data-path': rest['data-path'] }}
          onClick={() => combobox.openDropdown()}
        >
          <Pill.Group>
            {value.map((uid) => (
              <Pill
                key={uid}
                withRemoveButton
                removeButtonProps={{
                  'aria-label': t('links.remove', { title: titleOf(uid) }),
                }}
                onRemove={() => onChange(value.filter((other) => other !== uid))}
              >
                {titleOf(uid) || '…'}
              </Pill>
            ))}
            <Combobox.EventsTarget>
              <PillsInput.Field
                aria-label={label}
                aria-invalid={error ? true : undefined}
                value={text}
                placeholder={value.length === 0 ? (placeholder ?? t('links.placeholder')) : ''}
                onFocus={() => combobox.openDropdown()}
                onBlur={() => {
                  combobox.closeDropdown()
                  onBlur?.()
                }}
                onChange={(event) => {
                  setText(event.currentTarget.value)
                  combobox.openDropdown()
                  combobox.updateSelectedOptionIndex()
                }}
                onKeyDown={(event) => {
                  if (event.key === 'Backspace' && text === '' && value.length > 0) onChange(value.slice(0, -1))
                  if (event.key === 'Escape' && combobox.dropdownOpened) event.preventDefault()
                }}
              />
            </Combobox.EventsTarget>
          </Pill.Group>
        </PillsInput>
      </Combobox.DropdownTarget>
      <Combobox.Dropdown>
        <Combobox.Options mah={280} style={{ overflowY: 'auto' }}>
          {options.length === 0 && <Combobox.Empty>{t('list.nothing')}</Combobox.Empty>}
          {options.map((ref) => (
            <Combobox.Option value={ref.uid} key={ref.uid}>
              <OptionText label={format.title(ref)} aside={t(`vocabulary:itemType.${ref.type}`)} />
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}

interface LinkFieldProps extends Omit<LinksFieldProps, 'value' | 'onChange'> {
  value?: string | null
  onChange?: (uid: string | null) => void
}

/** A link to one item, or none; choosing another replaces it. */
export function LinkField({ value = null, onChange, ...rest }: LinkFieldProps) {
  return (
    <LinksField {...rest} value={value === null ? [] : [value]} onChange={(uids) => onChange?.(uids.at(-1) ?? null)} />
  )
}

/** The items an item is linked to; each opens on its page. */
export function LinkList({ refs, onOpen }: { refs: ItemRef[]; onOpen: (ref: ItemRef) => void }) {
  const { t } = useTranslation('vocabulary')
  const format = useFormat()
  return (
    <Group gap={6}>
      {refs.map((ref) => (
        <button
          key={ref.uid}
          type="button"
          onClick={() => onOpen(ref)}
          title={t(`itemType.${ref.type}`)}
          style={{
            border: '1px solid var(--kurs-line)',
            borderRadius: 'var(--kurs-radius)',
            background: 'transparent',
            color: 'var(--kurs-accent-text)',
            font: 'inherit',
            fontSize: 'var(--mantine-font-size-sm)',
            padding: '1px 8px',
            cursor: 'pointer',
            textAlign: 'start',
          }}
        >
          {format.title(ref)}
        </button>
      ))}
    </Group>
  )
}
