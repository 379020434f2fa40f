import { type RefObject, useLayoutEffect, useRef } from 'react'

/**
 * Tells, at a change of a field, whether all that stood there was chosen and replaced. The text alone does not say it: `c` typed over
 * *call* looks like what is left of that.
 */
export function useReplaced(field: RefObject<HTMLInputElement | null>): () => boolean {
  const isReplaced = useRef(false)
  useLayoutEffect(() => {
    const input = field.current
    if (input === null) return
    const isWhole = () => input.value !== '' && input.selectionStart === 0 && input.selectionEnd === input.value.length
    const onInput = (event: InputEvent) => {
      // An input method chooses what it has written so far, again and again: only where it begins is a choice of the person.
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
