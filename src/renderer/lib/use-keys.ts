import { hasTypedText, takesLetters } from './field-history.ts'
import { isPressed, type Keys } from './keys.ts'
import { useKeyDown } from './use-key-down.ts'

interface Options {
  /**
   * Also within fields: `always`, or wherever the browser has no history of typing to step through. Otherwise a field that can be
   * typed into keeps its keys, and so does a list of choices while it is open; a checkbox or a choice that was made has none.
   */
  inFields?: 'always' | 'withoutText'
}

function leavesToField(target: EventTarget | null, { inFields }: Options): boolean {
  if (inFields === 'always') return false
  return inFields === 'withoutText' ? hasTypedText(target) : takesLetters(target)
}

/** Commands by key wherever the focus is. */
export function useKeys(commands: readonly (readonly [keys: Keys, run: () => void])[], options: Options = {}): void {
  useKeyDown((event) => {
    // A row of a list has keys of its own.
    if (event.defaultPrevented || leavesToField(event.target, options)) return
    for (const [keys, run] of commands) {
      if (!isPressed(keys, event)) continue
      event.preventDefault()
      run()
    }
  })
}
