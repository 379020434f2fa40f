import type { KeyboardEvent } from 'react'
import { focusByArrows } from '#renderer/ui/focus-by-arrows.ts'
import classes from './load.module.css'

interface RadioRowProps<V extends string | number> {
  'aria-label'?: string
  'aria-labelledby'?: string
  options: { value: V; label: string }[]
  value: V | undefined
  onChoose: (value: V) => void
  onKeyDown?: (event: KeyboardEvent) => void
}

const STEPS = { ArrowLeft: -1, ArrowRight: 1 }

/** Choices that are saved at once: the arrow keys only move the focus, and a press chooses. */
export function RadioRow<V extends string | number>({
  options,
  value,
  onChoose,
  onKeyDown,
  ...named
}: RadioRowProps<V>) {
  const stop = options.some((option) => option.value === value) ? value : options[0]?.value
  return (
    <div
      role="radiogroup"
      {...named}
      className={classes.choices}
      onKeyDown={(event) => {
        // Enter held down would press repeatedly.
        if (event.repeat && event.key === 'Enter') event.preventDefault()
        focusByArrows(event, '[role="radio"]', STEPS)
        onKeyDown?.(event)
      }}
    >
      {options.map((option) => (
        // biome-ignore lint/a11y/useSemanticElements: the arrows of a radio would choose, and each choice is saved at once
        <button
          key={option.value}
          type="button"
          role="radio"
          aria-checked={option.value === value}
          tabIndex={option.value === stop ? 0 : -1}
          onClick={() => onChoose(option.value)}
        >
          {option.label}
        </button>
      ))}
    </div>
  )
}
