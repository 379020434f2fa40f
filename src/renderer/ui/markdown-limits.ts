/**
 * Limits of text for the Markdown renderer, which would otherwise freeze the page. Its parser uses one stack frame per
 * level of nesting, and compares every mark of a paragraph with the others in it: a few kilobytes of marks take it
 * seconds, and five thousand `>` overflow its stack. Nobody writes such a note, so beyond these limits the text is
 * shown as it was typed.
 */
const MARKDOWN_LIMITS = {
  /** Lines of the whole text. */
  lines: 2_000,
  /** Nested quotations and lists. */
  nesting: 24,
  /** Characters that may be mark-up, in the whole text. */
  marks: 12_000,
  /** Characters that may be mark-up between two empty lines. */
  marksOfBlock: 2_500,
  /** Underlined headings; each makes the parser read the lines before it again. */
  underlines: 200,
  /** Characters of one word, and accents that follow one another. */
  word: 4_000,
  accents: 50,
} as const

/** Every character that CommonMark or GFM may take as mark-up inside a line. */
const MARK = /[*_~`[\]()<>!&|\\@:^]/g

/** Signs of quotations and lists at the start of a line; each may be one more level. */
const CONTAINERS = /^(?:[ \t]*(?:>|[-+*](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$)))+/

const UNDERLINE = /^[ \t>]*(?:=+|-+)[ \t]*$/

const LONG_WORD = new RegExp(`\\S{${MARKDOWN_LIMITS.word},}`)

const ACCENTS = new RegExp(`\\p{M}{${MARKDOWN_LIMITS.accents},}`, 'u')

const countMarks = (line: string) => line.match(MARK)?.length ?? 0

/** Levels a line may open by its signs, or belong to by its indent. */
function nestingOf(line: string): number {
  const signs = CONTAINERS.exec(line)?.[0].match(/>|[-+*]|\d+[.)]/g)?.length ?? 0
  const indent = /^[ \t]*/.exec(line)?.[0].length ?? 0
  return signs + (/^[ \t]*(?:[-+*>]|\d{1,9}[.)])/.test(line) ? Math.floor(indent / 2) : 0)
}

/** Whether a text is within the limits of the renderer; reads the text once. */
export function isRenderableMarkdown(text: string): boolean {
  const lines = text.split(/\r\n|\r|\n/)
  if (lines.length > MARKDOWN_LIMITS.lines || LONG_WORD.test(text) || ACCENTS.test(text)) return false
  let [marks, marksOfBlock, underlines] = [0, 0, 0]
  for (const line of lines) {
    const found = countMarks(line)
    marks += found
    marksOfBlock = line.trim() === '' ? 0 : marksOfBlock + found
    if (UNDERLINE.test(line)) underlines += 1
    if (marksOfBlock > MARKDOWN_LIMITS.marksOfBlock || nestingOf(line) > MARKDOWN_LIMITS.nesting) return false
  }
  return marks <= MARKDOWN_LIMITS.marks && underlines <= MARKDOWN_LIMITS.underlines
}
