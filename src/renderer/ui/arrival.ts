/** The element that pages are drawn in, `<main>`. */
const CONTENT = 'content'

/** Moves the focus into the page that was opened by keys: the next key is meant for it, not for the sidebar. */
export function goOnInPage(): void {
  document.getElementById(CONTENT)?.focus({ preventScroll: true })
}

/** Whether the page was opened by keys and nothing in it has had the focus yet: its list may take it. */
export const hasArrivedByKeys = (): boolean => document.activeElement?.id === CONTENT
