/**
 * Characters a field without a limit of its own takes in one piece. A long text may be pasted to be shortened, so it is
 * more than a form accepts; beyond it the browser itself begins to stutter.
 */
const LONGEST = { line: 10_000, text: 300_000 }

/** What a paste or drop would put into a field beyond what that holds; null when there is room for it. */
export function measurePaste(event: InputEvent): { length: number; limit: number } | null {
  const field = event.target
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return null
  if (!['insertFromPaste', 'insertFromDrop'].includes(event.inputType) || event.data === null) return null
  const selected = (field.selectionEnd ?? 0) - (field.selectionStart ?? 0)
  const limit = field.maxLength > 0 ? field.maxLength : LONGEST[field instanceof HTMLInputElement ? 'line' : 'text']
  const length = event.data.length
  return field.value.length - selected + length > limit ? { length, limit } : null
}
