/**
 * Characters that a field without its own limit takes in one paste. A long text may be pasted in order to be shortened,
 * so the limit is higher than what a form accepts; above it the browser itself becomes slow.
 */
const LONGEST = { line: 10_000, text: 300_000 }

/** The length of a paste or drop that does not fit into its field, and the limit of the field; null if it fits. */
export function measurePaste(event: InputEvent): { length: number; limit: number } | null {
  const field = event.target
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return null
  if (!['insertFromPaste', 'insertFromDrop'].includes(event.inputType) || event.data === null) return null
  const selected = (field.selectionEnd ?? 0) - (field.selectionStart ?? 0)
  const limit = field.maxLength > 0 ? field.maxLength : LONGEST[field instanceof HTMLInputElement ? 'line' : 'text']
  const length = event.data.length
  return field.value.length - selected + length > limit ? { length, limit } : null
}
