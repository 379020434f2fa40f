/** Under which key the line of quick add is kept. */
export const LINE_DRAFT = 'quick-add'

/** What was done in the plain field that stands until the box is there; null = nothing. */
export interface EarlyLine {
  /** All of the text, the kept one included. */
  text: string
  /** It is another line than the one kept: that was emptied or replaced as a whole. */
  isNew: boolean
  /** Enter was pressed after this text; what is typed behind it is the next line. */
  enter: { text: string; keepOpen: boolean } | null
}

/** What stands in the field after letters were typed; `isReplaced`: in the place of all that stood there. */
export function typeEarly(before: EarlyLine | null, text: string, isReplaced: boolean): EarlyLine {
  const enter = before?.enter ?? null
  return {
    text,
    isNew: isReplaced || text === '' || before?.isNew === true,
    enter: enter !== null && !isReplaced && text.startsWith(enter.text) ? enter : null,
  }
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
