import { useDebouncedCallback } from '@mantine/hooks'
import { useEffect, useRef, useState } from 'react'

/** Milliseconds without typing until the text is kept. */
const DELAY = 250

/**
 * A text that is typed here and kept elsewhere, such as in the address: typing is immediate, and the kept text follows
 * soon. If the kept text changes without typing (a step "Back"), it replaces the typed text.
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
