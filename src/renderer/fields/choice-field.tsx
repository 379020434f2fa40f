import { Select, type SelectProps } from '@mantine/core'

interface ChoiceFieldProps<Value extends string> extends Omit<SelectProps, 'data' | 'value'> {
  label: string
  options: readonly Value[]
  labelOf: (value: Value) => string
  value?: NoInfer<Value>
}

/** A choice of one word of a vocabulary; always has a value. */
export function ChoiceField<Value extends string>({ options, labelOf, ...rest }: ChoiceFieldProps<Value>) {
  return (
    <Select
      allowDeselect={false}
      checkIconPosition="right"
      data={options.map((value) => ({ value, label: labelOf(value) }))}
      {...rest}
    />
  )
}
