/**
 * Building Markdown from data: a title must come out exactly as it was typed, and Markdown written by the person must
 * not break out of its place in the document.
 */

/** A line of plain text as Markdown that shows it literally: one line, no mark-up, no HTML, no end of a table cell. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_[\]<>|~&]/g, '\\$&')
    .replace(/^([-=]|\+(?= |$)|#{1,6}(?= |$))/, '\\$1')
    .replace(/^(\d+)([.)])(?= |$)/, '$1\\$2')
    .replace(/ (#+)$/, ' \\$1')
}

/** Opens or closes a code block; the rest of a line that begins with backticks must not have another. */
const FENCE = /^( {0,3})(`{3,}(?!.*`)|~{3,})/

function nestLine(line: string, before: string, level: number): string {
  const deeper = line.replace(
    /^( {0,3})(#{1,6})(?=\s|$)/,
    (_, indent: string, hashes: string) => indent + '#'.repeat(Math.min(6, level + hashes.length)),
  )
  const safe = deeper.replace(/^( {0,3})<(?=[a-z/!?])(?!https?:|mailto:)/i, '$1\\<')
  return before.trim() === '' ? safe : safe.replace(/^( {0,3})(=+|-+)(\s*)$/, '$1\\$2$3')
}

/** The marker of a list item with the space behind it: lines indented by its width belong to the item. */
const MARKER = /^ *(?:[-+*]|\d{1,9}[.)])(?: {1,4}(?=\S)|(?= *$))/

/** A line that cannot continue the paragraph before it, and so ends a list item unless it is indented. */
const BLOCK = /^ {0,3}(?:#{1,6}(?:\s|$)|>|(?:\* *){3,}$|(?:_ *){3,}$|(?:- *){3,}$)/

const indentOf = (line: string) => line.search(/\S|$/)

/** Width of the list item that a line outside of code belongs to, 0 = none; `item` is that of the line before. */
function itemAt(line: string, before: string, item: number): number {
  const marker = MARKER.exec(line)
  if (marker !== null) return marker[0].length + (/\s$/.test(marker[0]) ? 0 : 1)
  if (line.trim() === '' || indentOf(line) >= item) return item
  return before.trim() === '' || BLOCK.test(line) || FENCE.test(line) ? 0 : item
}

/**
 * A person's Markdown for a place below a heading of `level`: its headings become deeper (at most 6), an underline that
 * would make a heading stays text, and neither an HTML block nor an unclosed code block can include what follows.
 * Closed code blocks are left unchanged.
 */
export function nestMarkdown(markdown: string, level: number): string {
  const nested: string[] = []
  let open: { indent: string; mark: string; item: number } | null = null
  let item = 0
  for (const line of markdown.trim().split(/\r\n|\r|\n/)) {
    // The list item ends, together with the unclosed code block in it.
    if (open !== null && line.trim() !== '' && indentOf(line) < open.item) open = null
    const [, indent = '', mark = ''] = FENCE.exec(line) ?? []
    if (open === null) {
      const before = nested.at(-1) ?? ''
      item = itemAt(line, before, item)
      nested.push(nestLine(line, before, level))
      if (mark !== '') open = { indent, mark, item }
    } else {
      nested.push(line)
      if (mark.startsWith(open.mark) && line.trim() === mark) open = null
    }
  }
  // With the indent of the opening fence, so that a block within a list item ends there.
  if (open !== null) nested.push(open.indent + open.mark)
  return nested.join('\n')
}

/** Indents lines into the list item above them, whose marker with its space is `width` wide. */
export function indentMarkdown(markdown: string, width = 2): string {
  return markdown.replace(/^(?=.)/gm, ' '.repeat(width))
}

/** A table; cells are Markdown already. `numbers` are the right-aligned columns. */
export function markdownTable(head: readonly string[], rows: readonly string[][], numbers: readonly number[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const rule = head.map((_, index) => (numbers.includes(index) ? '---:' : '---'))
  return [head, rule, ...rows].map(line).join('\n')
}
