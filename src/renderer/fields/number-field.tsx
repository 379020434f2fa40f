import { NumberInput, type NumberInputProps } from '@mantine/core'
import { useState } from 'react'
import { useFormat } from '#renderer/lib/use-format.ts'

interface NumberFieldProps extends Omit<NumberInputProps, 'value' | 'onChange' | 'defaultValue'> {
  value?: number | null
  onChange?: (value: number | null) => void
}

const toNumber = (typed: string | number) => (typed === '' ? null : Number(typed))

/**
 * A number, or none. What is out of range stays as typed, for the form's rules to say so; so does what is not a number
 * yet, such as `12,` on the way to `12,5`.
 */
export function NumberField({ value = null, onChange, ...rest }: NumberFieldProps) {
  const { language } = useFormat()
  const [typed, setTyped] = useState<string | number>('')
  return (
    <NumberInput
      clampBehavior="none"
      hideControls
      decimalSeparator={language === 'ru' ? ',' : '.'}
      allowedDecimalSeparators={[',', '.']}
      {...rest}
      value={Object.is(toNumber(typed), value) ? typed : (value ?? '')}
      onChange={(next) => {
        setTyped(next)
        onChange?.(toNumber(next))
      }}
    />
  )
}
