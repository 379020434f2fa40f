import { TextInput, type TextInputProps } from '@mantine/core'
import { useTypedText } from '#renderer/lib/use-typed-text.ts'

/** Properties of a field that reads text: the value, or the text that could not be read. */
export interface ReadingInput<Value> extends Omit<TextInputProps, 'value' | 'onChange' | 'defaultValue'> {
  value?: Value | string | null
  onChange?: (value: Value | string | null) => void
}

interface ReadingFieldProps<Value> extends ReadingInput<Value> {
  isValue(value: Value | string): value is Value
  /** Null for unreadable text. */
  read(text: string): Value | null
  print(value: Value): string
  /** The understood value in words; null if the text already says the same. */
  explain(text: string, value: Value): string | null
  /** The message for unreadable text; replaces the form's own message. */
  unreadable(text: string): string
}

/**
 * A text field that reads a value of another type. The understood value is shown below, unless it is obvious.
 * Unreadable text stays in the field, and the form's rules refuse it.
 */
export function ReadingField<Value>(props: ReadingFieldProps<Value>) {
  const { value = null, onChange, isValue, read, print, explain, unreadable, description, error, ...rest } = props
  const { text, isTyped, change } = useTypedText({ value, onChange, isValue, read, print })
  const isRead = value !== null && isValue(value)
  const understood = isTyped && isRead ? explain(text, value) : null
  const complaint = error && value !== null && value !== '' && !isRead ? unreadable(text) : error
  return (
    <TextInput
      autoComplete="off"
      {...rest}
      description={understood === null ? description : [description, understood].filter(Boolean).join(' ')}
      {...(!description && { inputWrapperOrder: ['label', 'input', 'description', 'error'] })}
      error={complaint}
      value={text}
      onChange={(event) => change(event.currentTarget.value)}
    />
  )
}
