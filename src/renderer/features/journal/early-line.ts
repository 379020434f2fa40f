/** Draft key of the line of quick add. */
export const LINE_DRAFT = 'quick-add'

/** Draft key of what was typed before the box was loaded, until the box takes it over. */
export const EARLY_DRAFT = 'quick-add-early'

/** What was typed into the plain field that is shown until the box is loaded; null = nothing. */
export interface EarlyLine {
  /** The whole text, including the kept one. */
  text: string
  /** The kept text when typing began. */
  from: string
  /** The day it was typed on. */
  typedOn: string
  /**
   * True if this is a new line: the line before it (the confirmed one, else the kept one) was emptied or replaced as a
   * whole.
   */
  isNew: boolean
  /**
   * Enter was pressed after this text; text typed behind or over it is the next line. `isNew`: the confirmed line was
   * not the kept one. `isLeft`: the field was left since, so the line is no longer saved automatically.
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

/** The state of the field after typing; `isReplaced`: the new text replaced everything in the field. */
export function typeEarly(
  before: EarlyLine,
  { text, isReplaced, today }: { text: string; isReplaced: boolean; today: string },
): EarlyLine {
  const isAnew = isReplaced || text === ''
  const line = { ...before, text, typedOn: isAnew || before.text === '' ? today : before.typedOn }
  const { enter } = before
  // Enter confirmed the line as it was. Only a change inside that text withdraws the confirmation.
  const isWithin = enter !== null && !isAnew && !before.isNew && !text.startsWith(enter.text)
  if (isWithin) return { ...line, isNew: enter.isNew, enter: null }
  return { ...line, isNew: isAnew || before.isNew }
}

/**
 * The state of the field after Enter. Lines are saved one at a time: text behind a confirmed line stays in the field.
 */
export function confirmEarly(line: EarlyLine, keepOpen: boolean): EarlyLine {
  const { text, enter } = line
  if (text.trim() === '') return line
  if (enter === null) return { ...line, isNew: false, enter: { text, isNew: line.isNew, keepOpen, isLeft: false } }
  const isAgain = enter.isLeft && !line.isNew && enter.text === text
  return isAgain ? { ...line, enter: { ...enter, keepOpen, isLeft: false } } : line
}

/** The state after the field is left: the text stays, but Enter no longer applies when the box is opened again. */
export function leaveEarly(line: EarlyLine): EarlyLine {
  return { ...line, enter: line.enter && { ...line.enter, isLeft: true } }
}

/** An object that was kept; null for anything else. */
export function parseObject(kept: string | null): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(kept ?? 'null')
    return typeof value === 'object' ? (value as Record<string, unknown> | null) : null
  } catch {
    return null
  }
}

/** The text of the kept line, readable before the code that reads the whole line is loaded. */
export function keptText(kept: string | null): string {
  const text = parseObject(kept)?.text
  return typeof text === 'string' ? text : ''
}

/**
 * What was typed before the box was loaded, as it was kept; null for anything else, or if it continued a different line
 * than this one.
 */
export function readEarly(kept: string | null, keptLine: string): EarlyLine | null {
  const early = parseObject(kept)
  const isEarly =
    early !== null && typeof early.text === 'string' && typeof early.typedOn === 'string' && early.enter !== undefined
  if (!isEarly) return null
  const line = early as unknown as EarlyLine
  return keptLine === '' || line.from === keptLine ? line : null
}
