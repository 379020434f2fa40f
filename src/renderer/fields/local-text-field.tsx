import { TextInput, type TextInputProps } from '@mantine/core'
import { useRef } from 'react'
import { useFormat } from '#renderer/lib/use-format.ts'
import { TextArea, type TextAreaProps } from '#renderer/ui/text-area.tsx'
import type { LocalText } from '#shared/model/common.ts'

interface LocalTextProps {
  value?: LocalText
  onChange?: (value: LocalText) => void
}

/**
 * Value and hint of a field with template text. An edit replaces both languages. Typing the template's text again
 * restores both, so a field that was not really changed keeps both languages.
 */
function useLocalText({ value = '', onChange }: LocalTextProps) {
  const format = useFormat()
  const first = useRef(value)
  const change = (text: string) => onChange?.(text === format.text(first.current) ? first.current : text)
  return { text: format.text(value), change }
}

/** One line that may come from the template in both languages. */
export function LocalTextInput({
  value,
  onChange,
  ...rest
}: LocalTextProps & Omit<TextInputProps, 'value' | 'onChange'>) {
  const { text, change } = useLocalText({ ...(value !== undefined && { value }), ...(onChange && { onChange }) })
  return <TextInput {...rest} value={text} onChange={(event) => change(event.currentTarget.value)} />
}

/** A longer text that may come from the template in both languages. */
export function LocalTextarea({
  value,
  onChange,
  ...rest
}: LocalTextProps & Omit<TextAreaProps, 'value' | 'onChange'>) {
  const { text, change } = useLocalText({ ...(value !== undefined && { value }), ...(onChange && { onChange }) })
  return <TextArea {...rest} value={text} onChange={(event) => change(event.currentTarget.value)} />
}

interface LocalLinesProps extends Omit<TextAreaProps, 'value' | 'onChange'> {
  value?: LocalText[]
  onChange?: (value: LocalText[]) => void
}

/** Several short texts, one per line. A line equal to the template's text keeps both languages. */
export function LocalLinesField({ value = [], onChange, ...rest }: LocalLinesProps) {
  const format = useFormat()
  const first = useRef(value)
  const change = (text: string) => {
    const known = new Map(first.current.map((line) => [format.text(line), line]))
    onChange?.(text.split('\n').map((line) => known.get(line) ?? line))
  }
  return (
    <TextArea
      {...rest}
      value={value.map((line) => format.text(line)).join('\n')}
      onChange={(event) => change(event.currentTarget.value)}
      onBlur={(event) => {
        const lines = value.filter((line) => format.text(line).trim() !== '')
        if (lines.length < value.length) onChange?.(lines)
        rest.onBlur?.(event)
      }}
    />
  )
}
