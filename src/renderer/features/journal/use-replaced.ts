import { type RefObject, useLayoutEffect, useRef } from 'react'

/**
 * Tells, at a change of a field, whether the whole text was selected and replaced. The text alone does not show this:
 * `c` typed over *call* looks like the beginning of *call*.
 */
export function useReplaced(field: RefObject<HTMLInputElement | null>): () => boolean {
  const isReplaced = useRef(false)
  useLayoutEffect(() => {
    const input = field.current
    if (input === null) return
    const isWhole = () => input.value !== '' && input.selectionStart === 0 && input.selectionEnd === input.value.length
    const onInput = (event: InputEvent) => {
      // An input method selects its own text again and again; only the selection at its start was made by the person.
      if (!event.isComposing) isReplaced.current = event.inputType.startsWith('insert') && isWhole()
    }
    const onComposition = () => {
      isReplaced.current = isWhole()
    }
    input.addEventListener('beforeinput', onInput)
    input.addEventListener('compositionstart', onComposition)
    return () => {
      input.removeEventListener('beforeinput', onInput)
      input.removeEventListener('compositionstart', onComposition)
    }
  }, [field])
  return () => {
    const was = isReplaced.current
    isReplaced.current = false
    return was
  }
}
