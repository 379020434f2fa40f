import { useEffect, useEffectEvent } from 'react'
import { hasTypedText } from './field-history.ts'
import { isPressed, type Keys } from './keys.ts'

const isField = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))

interface Options {
  /**
   * Also within fields: `always`, or only where no text is typed (a checkbox, a list of choices) and the browser has no history
   * of its own to step through. Otherwise every field keeps its own keys.
   */
  inFields?: 'always' | 'withoutText'
}

function leavesToField(target: EventTarget | null, { inFields }: Options): boolean {
  if (inFields === 'always') return false
  return inFields === 'withoutText' ? hasTypedText(target) : isField(target)
}

/** Commands by key wherever the focus is. */
export function useKeys(commands: readonly (readonly [keys: Keys, run: () => void])[], options: Options = {}): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (leavesToField(event.target, options)) return
    for (const [keys, run] of commands) {
      if (!isPressed(keys, event)) continue
      event.preventDefault()
      run()
    }
  })
  useEffect(() => {
    const root = document.documentElement
    root.addEventListener('keydown', onKeyDown)
    return () => root.removeEventListener('keydown', onKeyDown)
  }, [])
}
