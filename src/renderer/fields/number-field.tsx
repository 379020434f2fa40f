import { NumberInput, type NumberInputProps } from '@mantine/core'
import { type ClipboardEvent, useState } from 'react'
import { useFormat } from '#renderer/lib/use-format.ts'

interface NumberFieldProps extends Omit<NumberInputProps, 'value' | 'onChange' | 'defaultValue'> {
  value?: number | null
  onChange?: (value: number | null) => void
}

/** A number with a decimal sign of either language, as it is pasted. */
const PASTED = /^\s*(-?\d+)[.,](\d+)\s*$/

const toNumber = (typed: string | number) => (typed === '' ? null : Number(typed))

/**
 * A number, or none. What is out of range stays as typed, for the form's rules to say so; so does what is not a number
 * yet, such as `12,` on the way to `12,5`.
 */
export function NumberField({ value = null, onChange, ...rest }: NumberFieldProps) {
  const { language } = useFormat()
  const [typed, setTyped] = useState<string | number>('')
  // Of what is pasted the input would drop a sign that is not its own: 12,5 would become 125.
  const onPaste = (event: ClipboardEvent<HTMLInputElement>) => {
    const match = PASTED.exec(event.clipboardData.getData('text'))
    if (match === null) return
    event.preventDefault()
    const pasted = Number(`${match[1]}.${match[2]}`)
    setTyped(pasted)
    onChange?.(pasted)
  }
  return (
    <NumberInput
      onPaste={onPaste}
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
