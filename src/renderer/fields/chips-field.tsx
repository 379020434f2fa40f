import { Chip, Group, Input } from '@mantine/core'
import { useId } from 'react'

interface ChipsFieldProps<Value extends string> {
  label: string
  options: readonly Value[]
  labelOf: (value: Value) => string
  value?: Value[]
  onChange?: (value: Value[]) => void
  error?: string | undefined
}

/** A choice of any number of words of a vocabulary, all visible. Keeps the order of the vocabulary. */
export function ChipsField<Value extends string>(props: ChipsFieldProps<Value>) {
  const { label, options, labelOf, value = [], onChange, error } = props
  const labelId = useId()
  return (
    <Input.Wrapper label={label} labelElement="div" labelProps={{ id: labelId }} error={error}>
      <Chip.Group
        multiple
        value={value}
        onChange={(chosen) => onChange?.(options.filter((option) => chosen.includes(option)))}
      >
        <Group gap={6} mt={4} role="group" aria-labelledby={labelId}>
          {options.map((option) => (
            <Chip key={option} value={option} size="xs" radius="sm">
              {labelOf(option)}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
    </Input.Wrapper>
  )
}
