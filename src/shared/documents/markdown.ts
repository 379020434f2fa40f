import { escapeMarkdown, indentMarkdown, markdownTable, nestMarkdown } from '#shared/domain/text/markdown-text.ts'
import type { Block, Cell, EntryBlock, HeadBlock, ListItem, Markdown, Pair, Sheet, TableBlock } from './block.ts'

/** Separates a name from the details that the page shows in small print. */
const QUIET = ' · '

const plain = escapeMarkdown
const bold = (text: string) => `**${plain(text)}**`
const heading = (rank: number, text: string) => `${'#'.repeat(Math.min(6, rank))} ${plain(text)}`
const quietly = (...texts: (string | undefined)[]) =>
  texts.filter((text) => text !== undefined && text !== '').join(QUIET)
const lined = (pair: Pair) => `- ${bold(`${pair.name}:`)} ${plain(pair.value)}`

/** A list; if any item has a note below it, all items are separated by empty lines. */
const listed = (items: readonly string[]) => items.join(items.some((item) => item.includes('\n')) ? '\n\n' : '\n')

/** A list item with Markdown blocks below its line, indented into the item. */
const withBelow = (marker: string, line: string, below: readonly string[]) =>
  [`${marker} ${line}`, ...below.map((block) => indentMarkdown(block, marker.length + 1))].join('\n\n')

/** A label before the person's own Markdown: on the same line if the text is one line of plain text. */
function labelled(label: string, { markdown }: Markdown, rank: number): string {
  const text = markdown.trim()
  const isOneLine = /^[\p{L}\p{N}«"“(][^\n]*$/u.test(text) && !/^\d+[.)]\s/.test(text)
  return `${bold(`${label}:`)}${isOneLine ? ' ' : '\n\n'}${nestMarkdown(text, rank)}`
}

function head({ title, lead, overline, facts, quote }: HeadBlock): string[] {
  const above = overline.filter(Boolean).map(bold).join(QUIET)
  return [
    heading(1, title),
    plain(lead),
    ...(above === '' ? [] : [above]),
    ...(facts.length === 0 ? [] : [listed(facts.map(lined))]),
    ...(quote === null ? [] : [nestMarkdown(quote.markdown, 1).replace(/^/gm, '> ')]),
  ]
}

function listItem({ text, strong, quiet, note }: ListItem, marker: string, rank: number): string {
  const line = quietly(strong ? bold(text) : plain(text), quiet && plain(quiet))
  return withBelow(marker, line, note === undefined ? [] : [nestMarkdown(note.markdown, rank)])
}

const isNamed = (cell: Cell) => cell !== null && typeof cell === 'object' && 'name' in cell
const isOwn = (cell: Cell): cell is Markdown => cell !== null && typeof cell === 'object' && 'markdown' in cell

function cellText(cell: Cell): string {
  if (cell === null) return '–'
  if (typeof cell === 'string') return plain(cell)
  if ('level' in cell) return plain(cell.words)
  if (isOwn(cell)) return ''
  // If the cell has a note, its small print is written with the note.
  return cell.note ? plain(cell.name) : quietly(plain(cell.name), cell.more && plain(cell.more))
}

/**
 * The person's own texts of a row. A Markdown table has no room for them, so they are written below it, under the row's
 * name.
 */
function ownWords(row: readonly Cell[], { columns }: TableBlock, rank: number): string[] {
  return row.flatMap((cell, index) => {
    if (isOwn(cell)) return [labelled(columns[index]?.title ?? '', cell, rank)]
    if (!isNamed(cell) || cell.note === undefined) return []
    return [nestMarkdown(cell.note.markdown, rank), ...(cell.more ? [plain(cell.more)] : [])]
  })
}

function table(block: TableBlock, rank: number): string[] {
  const rows = block.groups.flatMap((group) => group.rows)
  // A column that holds only the person's own texts is written below the table.
  const shown = block.columns.map((_, index) => !rows.some((row) => isOwn(row[index] ?? null)))
  const visible = <Item>(items: readonly Item[]) => items.filter((_, index) => shown[index])
  const columns = visible(block.columns)
  const lines = block.groups.flatMap(({ title, rows: own }) => [
    ...(title === null ? [] : [[bold(title), ...columns.slice(1).map(() => '')]]),
    ...own.map((row) => visible(row).map(cellText)),
  ])
  const numbers = columns.flatMap(({ number }, index) => (number ? [index] : []))
  const notes = rows.flatMap((row) => {
    const words = ownWords(row, block, rank)
    const [first = null] = row
    return words.length === 0
      ? []
      : [withBelow('-', `**${isNamed(first) ? plain(first.name) : cellText(first)}**`, words)]
  })
  const titles = columns.map(({ title }) => plain(title))
  return [markdownTable(titles, lines, numbers), ...(notes.length === 0 ? [] : [notes.join('\n\n')])]
}

function entry({ title, facts, change, parts, note }: EntryBlock, rank: number): string[] {
  return [
    heading(rank, title),
    plain(facts.join(QUIET)),
    ...(change === null ? [] : [[bold(change.text), change.quiet && plain(change.quiet)].filter(Boolean).join(' ')]),
    ...parts.map(({ name, text }) => labelled(name, text, rank)),
    ...(note === null ? [] : [plain(note)]),
  ]
}

const signature = ({ name, value }: Pair) => `- ${bold(`${name}:`)} ……………… ${plain(value)}`

/** The Markdown of a block; `rank` is the rank of a heading at this place. */
function write(block: Block, rank: number): string[] {
  switch (block.kind) {
    case 'head':
      return head(block)
    case 'section':
      return [
        heading(rank, block.title),
        ...(block.finding === undefined ? [] : [plain(block.finding)]),
        ...block.blocks.flatMap((inner) => write(inner, rank + 1)),
      ]
    case 'heading':
      return [heading(rank, block.text)]
    case 'text':
      return [plain(block.text)]
    case 'prose':
      return [heading(rank, block.title), nestMarkdown(block.text.markdown, rank)]
    case 'figures':
      return [
        listed(block.figures.map(({ name, value, more }) => quietly(lined({ name, value }), more && plain(more)))),
      ]
    case 'table':
      return table(block, rank)
    case 'bars':
      return [listed(block.rows.map(lined))]
    case 'columns':
      return [listed(block.items.map(lined))]
    case 'list':
      return [
        listed(
          block.items.map((item, index) => listItem(item, block.look === 'numbers' ? `${index + 1}.` : '-', rank)),
        ),
      ]
    case 'entry':
      return entry(block, rank)
    case 'signatures':
      return [heading(rank, block.title), listed(block.lines.map(signature))]
    case 'beside':
      return block.parts.flatMap((part) => part.flatMap((inner) => write(inner, rank)))
    case 'together':
      return block.blocks.flatMap((inner) => write(inner, rank))
  }
}

/**
 * A document as Markdown. Plain text is escaped so that it shows literally; the person's own Markdown cannot leave its
 * section. It includes what the page leaves out for lack of room.
 */
export function writeMarkdown({ blocks }: Sheet): string {
  const written = blocks.flatMap((block) => write(block, 2)).filter((text) => text !== '')
  return `${written.join('\n\n')}\n`
}
