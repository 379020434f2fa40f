import { hasTypedText, takesLetters } from './field-history.ts'
import { isPressed, type Keys } from './keys.ts'
import { useKeyDown } from './use-key-down.ts'

interface Options {
  /**
   * Also in fields: `always`, or `withoutText` = wherever the browser has no undo history of typing. Otherwise text
   * fields keep their keys, and so does an open list of choices; checkboxes and closed choices do not.
   */
  inFields?: 'always' | 'withoutText'
}

function leavesToField(target: EventTarget | null, { inFields }: Options): boolean {
  if (inFields === 'always') return false
  return inFields === 'withoutText' ? hasTypedText(target) : takesLetters(target)
}

/** Commands by key, wherever the focus is. */
export function useKeys(commands: readonly (readonly [keys: Keys, run: () => void])[], options: Options = {}): void {
  useKeyDown((event) => {
    // A row of a list handles its own keys first.
    if (event.defaultPrevented || leavesToField(event.target, options)) return
    for (const [keys, run] of commands) {
      if (!isPressed(keys, event)) continue
      event.preventDefault()
      run()
    }
  })
}
