/** Kinds of `<input>` that hold typed text. */
const TYPED = new Set(['text', 'search', 'email', 'url', 'tel', 'password', 'number'])

/**
 * Whether text is typed into the element, so that the browser keeps an undo history for it; false for a list that is
 * only chosen from.
 */
export function hasTypedText(target: EventTarget | null): boolean {
  // The field keeps its own history, because the browser's history misses text set by code.
  if (target instanceof HTMLElement && target.dataset.history === 'own') return false
  if (target instanceof HTMLTextAreaElement) return !target.readOnly
  if (target instanceof HTMLInputElement) {
    // The field beside selected tags: while it is empty, the last action was selecting or removing a tag.
    const isBesideChoices = target.getAttribute('aria-haspopup') === 'listbox' && target.value === ''
    return TYPED.has(target.type) && !target.readOnly && !isBesideChoices
  }
  return target instanceof HTMLElement && target.isContentEditable
}

/** Whether letters go to the element: a text field, or an open list of choices. */
export function takesLetters(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target instanceof HTMLSelectElement) return target.matches(':open')
  if (target.getAttribute('aria-expanded') === 'true' && target.matches('input, [role="combobox"]')) return true
  if (target instanceof HTMLInputElement) return TYPED.has(target.type) && !target.readOnly
  return target instanceof HTMLTextAreaElement || target.isContentEditable
}

/**
 * Undoes or redoes typing in the focused field; false if no text field has the focus. Used by the menu of the desktop
 * window; for keys the browser does the same.
 */
export function stepInField(step: 'undo' | 'redo'): boolean {
  const isTyped = hasTypedText(document.activeElement)
  if (isTyped) document.execCommand(step)
  return isTyped
}
