import { type KeyboardEvent, type ReactNode, type Ref, useEffect, useImperativeHandle, useRef } from 'react'
import type { QuickAddProblem, QuickAddToken } from '#shared/domain/capture/quick-add.ts'
import classes from './quick-add.module.css'

interface HighlightedInputProps {
  /** Gives it the focus. */
  handle: Ref<{ focus(): void }>
  label: string
  placeholder: string
  value: string
  onChange: (value: string) => void
  onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void
  tokens: QuickAddToken[]
  problems: QuickAddProblem[]
}

/** The typed line cut into plain text and marks. */
function toPieces(text: string, tokens: QuickAddToken[], problems: QuickAddProblem[]): ReactNode[] {
  const marks = [
    ...tokens.map((token) => ({ ...token, problem: false })),
    ...problems
      .filter((problem) => !tokens.some((token) => token.start < problem.end && problem.start < token.end))
      .map((problem) => ({ start: problem.start, end: problem.end, problem: true })),
  ].sort((a, b) => a.start - b.start)
  const pieces: ReactNode[] = []
  let at = 0
  for (const { start, end, problem } of marks) {
    if (start < at) continue
    pieces.push(text.slice(at, start))
    pieces.push(
      <mark key={start} data-problem={problem}>
        {text.slice(start, end)}
      </mark>,
    )
    at = end
  }
  pieces.push(text.slice(at))
  return pieces
}

/** A text field that underlines what was recognised, by a mirror of the same text behind it. */
export function HighlightedInput(props: HighlightedInputProps) {
  const mirror = useRef<HTMLDivElement>(null)
  const input = useRef<HTMLInputElement>(null)
  // At once: the dialog around gives the focus a moment later, and the first letters typed would be lost.
  useEffect(() => input.current?.focus(), [])
  useImperativeHandle(props.handle, () => ({ focus: () => input.current?.focus() }))
  return (
    <div className={classes.line}>
      <div className={classes.mirror} ref={mirror} aria-hidden>
        {toPieces(props.value, props.tokens, props.problems)}
      </div>
      <input
        ref={input}
        className={classes.input}
        aria-label={props.label}
        placeholder={props.placeholder}
        value={props.value}
        maxLength={2000}
        data-autofocus
        onChange={(event) => props.onChange(event.currentTarget.value)}
        onKeyDown={props.onKeyDown}
        onScroll={(event) => {
          if (mirror.current !== null) mirror.current.scrollLeft = event.currentTarget.scrollLeft
        }}
      />
    </div>
  )
}
