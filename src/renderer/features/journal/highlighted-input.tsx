import {
  type KeyboardEvent,
  type ReactNode,
  type Ref,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
} from 'react'
import type { QuickAddProblem, QuickAddToken } from '#shared/domain/capture/quick-add-reading.ts'
import classes from './quick-add.module.css'
import type { TypedText } from './quick-add-line.ts'
import { SuggestionList } from './suggestion-list.tsx'
import { useReplaced } from './use-replaced.ts'
import type { Suggestions } from './use-suggestions.ts'

/** Actions on the field: set the focus, with the caret at a place of the text about to be set. */
export interface LineInput {
  focus(caret?: number): void
}

interface HighlightedInputProps {
  handle: Ref<LineInput>
  label: string
  placeholder: string
  value: string
  onChange: (typed: TypedText) => void
  onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void
  tokens: QuickAddToken[]
  problems: QuickAddProblem[]
  suggestions: Suggestions
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

/** A text field that underlines what was recognised, by means of a copy of the text behind it, and completes marks. */
export function HighlightedInput(props: HighlightedInputProps) {
  const { value, suggestions } = props
  const mirror = useRef<HTMLDivElement>(null)
  const input = useRef<HTMLInputElement>(null)
  const caret = useRef<number | undefined>(undefined)
  const takeReplaced = useReplaced(input)
  // Focus at once: the dialog sets the focus a moment later, and the first letters typed would be lost.
  useEffect(() => input.current?.focus(), [])
  useImperativeHandle(props.handle, () => ({
    focus: (at) => {
      caret.current = at
      input.current?.focus()
    },
  }))
  // When the text was set by code and not by the keyboard, the caret goes to its end.
  useLayoutEffect(() => {
    if (caret.current === undefined) return
    input.current?.setSelectionRange(caret.current, caret.current)
    caret.current = undefined
  })
  /** Also called at each change: input methods and phones change the text without key events. */
  const followCaret = ({ selectionStart, selectionEnd, value: text }: HTMLInputElement) =>
    suggestions.onCaret(selectionStart === selectionEnd ? selectionEnd : null, text)
  return (
    <SuggestionList suggestions={suggestions}>
      {({ anchor, asTarget }) => (
        <div className={classes.line}>
          <div className={classes.mirror} ref={mirror} aria-hidden>
            <span className={classes.anchor}>
              {value.slice(0, suggestions.mark?.start ?? 0)}
              {anchor}
            </span>
            {toPieces(value, props.tokens, props.problems)}
          </div>
          {asTarget(
            <input
              ref={input}
              className={classes.input}
              aria-label={props.label}
              placeholder={props.placeholder}
              value={value}
              maxLength={2000}
              data-autofocus
              data-history="own"
              onChange={({ currentTarget }) => {
                followCaret(currentTarget)
                props.onChange({ text: currentTarget.value, isNew: takeReplaced() })
              }}
              // A field that gets the focus with its text in it may never report a selection.
              onFocus={({ currentTarget }) => followCaret(currentTarget)}
              onSelect={({ currentTarget }) => followCaret(currentTarget)}
              onBlur={({ currentTarget }) => suggestions.onCaret(null, currentTarget.value)}
              onKeyDown={props.onKeyDown}
              onScroll={(event) => {
                if (mirror.current !== null) mirror.current.scrollLeft = event.currentTarget.scrollLeft
              }}
            />,
          )}
        </div>
      )}
    </SuggestionList>
  )
}
