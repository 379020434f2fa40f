/** Under which key the line of quick add is kept. */
export const LINE_DRAFT = 'quick-add'

/** Under which key it is kept what was typed while its box was not there, until the box takes it over. */
export const EARLY_DRAFT = 'quick-add-early'

/** What was done in the plain field that stands until the box is there; null = nothing. */
export interface EarlyLine {
  /** All of the text, the kept one included. */
  text: string
  /** The text that was kept when it was begun. */
  from: string
  /** The day it was typed on. */
  typedOn: string
  /** It is another line than the one before it: that (the one confirmed, else the one kept) was emptied or replaced as a whole. */
  isNew: boolean
  /**
   * Enter was pressed after this text; what is typed behind it, or over it, is the next line. `isNew`: it was another line than the
   * one kept. `isLeft`: the field was left since; it is not saved by itself any more.
   */
  enter: { text: string; isNew: boolean; keepOpen: boolean; isLeft: boolean } | null
}

export const beginEarly = (kept: string, today: string): EarlyLine => ({
  text: kept,
  from: kept,
  typedOn: today,
  isNew: false,
  enter: null,
})

/** What stands in the field after letters were typed; `isReplaced`: in the place of all that stood there. */
export function typeEarly(
  before: EarlyLine,
  { text, isReplaced, today }: { text: string; isReplaced: boolean; today: string },
): EarlyLine {
  const isAnew = isReplaced || text === ''
  const line = { ...before, text, typedOn: isAnew || before.text === '' ? today : before.typedOn }
  const { enter } = before
  // Enter meant the line as it stood: only a change within it takes that back.
  const isWithin = enter !== null && !isAnew && !before.isNew && !text.startsWith(enter.text)
  if (isWithin) return { ...line, isNew: enter.isNew, enter: null }
  return { ...line, isNew: isAnew || before.isNew }
}

/** The field after Enter. One line is saved at a time: what stands behind another one stays in the field. */
export function confirmEarly(line: EarlyLine, keepOpen: boolean): EarlyLine {
  const { text, enter } = line
  if (text.trim() === '') return line
  if (enter === null) return { ...line, isNew: false, enter: { text, isNew: line.isNew, keepOpen, isLeft: false } }
  const isAgain = enter.isLeft && !line.isNew && enter.text === text
  return isAgain ? { ...line, enter: { ...enter, keepOpen, isLeft: false } } : line
}

/** What was typed stays when the field is left, but Enter was not meant for the next time. */
export function leaveEarly(line: EarlyLine): EarlyLine {
  return { ...line, enter: line.enter && { ...line.enter, isLeft: true } }
}

function parseObject(kept: string | null): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(kept ?? 'null')
    return typeof value === 'object' ? (value as Record<string, unknown> | null) : null
  } catch {
    return null
  }
}

/** The text of the line that is kept, before the code is there that reads all of it. */
export function keptText(kept: string | null): string {
  const text = parseObject(kept)?.text
  return typeof text === 'string' ? text : ''
}

/** What was typed before the box was there, as it was kept; null for anything else, or where it went on from another line than this one. */
export function readEarly(kept: string | null, keptLine: string): EarlyLine | null {
  const early = parseObject(kept)
  const isEarly =
    early !== null && typeof early.text === 'string' && typeof early.typedOn === 'string' && early.enter !== undefined
  if (!isEarly) return null
  const line = early as unknown as EarlyLine
  return keptLine === '' || line.from === keptLine ? line : null
}
