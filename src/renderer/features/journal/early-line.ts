/** Under which key the line of quick add is kept. */
export const LINE_DRAFT = 'quick-add'

/** What was done in the plain field that stands until the box is there; null = nothing. */
export interface EarlyLine {
  /** All of the text, the kept one included. */
  text: string
  /** Enter was pressed after it. */
  enter: { keepOpen: boolean } | null
}

/** The text of the line that is kept, before the code is there that reads all of it. */
export function keptText(kept: string | null): string {
  try {
    const line: unknown = JSON.parse(kept ?? 'null')
    const isLine = typeof line === 'object' && line !== null && 'text' in line && typeof line.text === 'string'
    return isLine ? (line.text as string) : ''
  } catch {
    return ''
  }
}
