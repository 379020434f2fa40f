import { Button, Combobox, Group, Text, useCombobox } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import type { ReactNode } from 'react'

export interface PickerOption {
  value: string
  label: string
  /** A quiet word at the end. */
  aside?: string
}

interface SearchPickerProps {
  /** Label of the button. */
  label: string
  icon?: ReactNode
  size?: 'sm' | 'compact-md'
  /** Name of the text field. */
  placeholder: string
  text: string
  onText: (text: string) => void
  options: readonly PickerOption[]
  nothing: string
  onOpen?: () => void
  onPick: (value: string) => void
}

/** A button that opens a list to choose one option from, filtered by typing. */
export function SearchPicker(props: SearchPickerProps) {
  const { label, icon, size = 'sm', placeholder, text, onText, options, nothing, onOpen, onPick } = props
  const combobox = useCombobox({
    onDropdownClose: () => {
      combobox.resetSelectedOption()
      onText('')
    },
    onDropdownOpen: () => {
      combobox.focusSearchInput()
      onOpen?.()
    },
  })
  const pick = (value: string) => {
    onPick(value)
    combobox.closeDropdown()
    combobox.focusTarget()
  }
  return (
    <Combobox store={combobox} onOptionSubmit={pick} width={300} position="bottom-start">
      <Combobox.Target targetType="button" withAriaAttributes={false}>
        <Button
          variant="default"
          size={size}
          leftSection={icon}
          rightSection={<IconChevronDown size={14} />}
          aria-haspopup="listbox"
          aria-expanded={combobox.dropdownOpened}
          onClick={() => combobox.toggleDropdown()}
        >
          {label}
        </Button>
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Search
          aria-label={placeholder}
          placeholder={placeholder}
          value={text}
          onChange={(event) => {
            onText(event.currentTarget.value)
            combobox.updateSelectedOptionIndex()
          }}
        />
        <Combobox.Options mah={280} style={{ overflowY: 'auto' }}>
          {options.length === 0 && <Combobox.Empty>{nothing}</Combobox.Empty>}
          {options.map(({ value, label: name, aside }) => (
            <Combobox.Option value={value} key={value}>
              <OptionText label={name} aside={aside} />
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}

/** The label of an option, with a quiet word at the end. */
export function OptionText({ label, aside }: { label: string; aside: string | undefined }) {
  return (
    <Group justify="space-between" gap="xs" wrap="nowrap">
      <Text size="sm" truncate>
        {label}
      </Text>
      {aside !== undefined && (
        <Text size="xs" c="dimmed">
          {aside}
        </Text>
      )}
    </Group>
  )
}
