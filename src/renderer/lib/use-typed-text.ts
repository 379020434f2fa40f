import { useState } from 'react'

interface Reading<Value> {
  /**
   * The value in the form: what the text was read as, the text itself if it is unreadable, null if the field is empty.
   */
  value: Value | string | null
  onChange: ((value: Value | string | null) => void) | undefined
  isValue(value: Value | string): value is Value
  /** Null for unreadable text. */
  read(text: string): Value | null
  print(value: Value): string
}

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

/**
 * The text of a field whose value is read from text. Typed text stays as it is, even if it is unreadable: then the text
 * itself is the value, which the form's rules refuse and its draft keeps. A value from elsewhere (a draft, an undo, a
 * key that counts up) is printed.
 */
export function useTypedText<Value>({ value, onChange, isValue, read, print }: Reading<Value>) {
  const [typed, setTyped] = useState<{ text: string; value: Value | string | null } | null>(null)
  const isTyped = typed !== null && isSame(typed.value, value)
  const change = (text: string) => {
    const next = text.trim() === '' ? null : (read(text) ?? text)
    setTyped({ text, value: next })
    onChange?.(next)
  }
  const printed = value === null ? '' : isValue(value) ? print(value) : value
  return { text: isTyped ? typed.text : printed, isTyped, change }
}
