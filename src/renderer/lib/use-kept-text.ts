import { useDebouncedCallback } from '@mantine/hooks'
import { useEffect, useRef, useState } from 'react'

/** Milliseconds without typing until the text is kept. */
const DELAY = 250

/**
 * A text that is typed here and kept elsewhere, such as in the address: typing waits for nobody, and what is kept follows soon. When
 * something else is kept without being typed (a step "Back"), that is the text.
 */
export function useKeptText(kept: string, keep: (text: string) => void): [text: string, type: (text: string) => void] {
  const [text, setText] = useState(kept)
  const sent = useRef(kept)
  const keepSoon = useDebouncedCallback((next: string) => {
    sent.current = next
    keep(next)
  }, DELAY)
  useEffect(() => {
    if (kept !== sent.current) setText(kept)
    sent.current = kept
  }, [kept])
  return [
    text,
    (next) => {
      setText(next)
      keepSoon(next)
    },
  ]
}
