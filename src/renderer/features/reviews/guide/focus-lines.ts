import type { LocalText } from '#shared/model/common.ts'

/** A line of the focus while it is edited; its id stays when the line moves. */
export interface FocusLine {
  id: number
  text: LocalText
}

/** Limits of the contract: number of lines, characters per line. */
export const FOCUS_LINES = 20
export const FOCUS_LENGTH = 500

/** The stored lines with ids. */
export function toFocusLines(focus: readonly LocalText[]): FocusLine[] {
  return focus.map((text, id) => ({ id, text }))
}

/** The lines for storing, without empty ones. */
export function fromFocusLines(lines: readonly FocusLine[]): LocalText[] {
  return lines.map(({ text }) => text).filter((text) => typeof text !== 'string' || text.trim() !== '')
}

const nextId = (lines: readonly FocusLine[]) => Math.max(-1, ...lines.map(({ id }) => id)) + 1

/** Adds an empty line after `index` (-1 = before all); changes nothing if the list is full. */
export function addLine(lines: readonly FocusLine[], index: number): FocusLine[] {
  if (lines.length >= FOCUS_LINES) return [...lines]
  return lines.toSpliced(index + 1, 0, { id: nextId(lines), text: '' })
}

/** Changes the text of the line at `index`; the person's own text counts in both languages. */
export function editLine(lines: readonly FocusLine[], index: number, text: string): FocusLine[] {
  return lines.map((line, place) => (place === index ? { ...line, text } : line))
}

export function removeLine(lines: readonly FocusLine[], index: number): FocusLine[] {
  return lines.toSpliced(index, 1)
}

/** Moves the line at `index` up (-1) or down (1); changes nothing at the ends. */
export function moveLine(lines: readonly FocusLine[], index: number, by: -1 | 1): FocusLine[] {
  const line = lines[index]
  const other = lines[index + by]
  if (line === undefined || other === undefined) return [...lines]
  return lines.with(index, other).with(index + by, line)
}
