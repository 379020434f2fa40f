/** Kinds of `<input>` that hold typed text. */
const TYPED = new Set(['text', 'search', 'email', 'url', 'tel', 'password', 'number'])

/** Whether text is typed into it, so that the browser keeps a history of it; not true of a list that is only chosen from. */
export function hasTypedText(target: EventTarget | null): boolean {
  // A field with a history of its own, because the browser's knows nothing of what is put into it.
  if (target instanceof HTMLElement && target.dataset.history === 'own') return false
  if (target instanceof HTMLTextAreaElement) return !target.readOnly
  if (target instanceof HTMLInputElement) {
    // The field beside chosen tags: while it is empty, what was done last was choosing or removing one.
    const isBesideChoices = target.getAttribute('aria-haspopup') === 'listbox' && target.value === ''
    return TYPED.has(target.type) && !target.readOnly && !isBesideChoices
  }
  return target instanceof HTMLElement && target.isContentEditable
}

/** Whether letters are for the field: it is typed into, or it is a list of choices that is open. */
export function takesLetters(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target instanceof HTMLSelectElement) return target.matches(':open')
  if (target.getAttribute('aria-expanded') === 'true' && target.matches('input, [role="combobox"]')) return true
  if (target instanceof HTMLInputElement) return TYPED.has(target.type) && !target.readOnly
  return target instanceof HTMLTextAreaElement || target.isContentEditable
}

/**
 * Takes the last typing back (or does it again) in the field that has the focus; false where no field has it. The menu of
 * the desktop window asks for it, where the keys leave it to the browser.
 */
export function stepInField(step: 'undo' | 'redo'): boolean {
  const isTyped = hasTypedText(document.activeElement)
  if (isTyped) document.execCommand(step)
  return isTyped
}
