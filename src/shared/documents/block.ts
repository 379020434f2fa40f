import type { Language, Level } from '#shared/model/common.ts'

/**
 * A document is data: a list of blocks, made by pure functions and written by one renderer for the page and one for
 * Markdown. Every string is plain text that is shown as it stands, except those of type `Markdown`.
 */

/** A person's own text, in Markdown. */
export type Markdown = { markdown: string }

/** What a cell of a table holds; null is a dash. */
export type Cell =
  | string
  | null
  /** The name of something, with more about it in small print: `more` a line, `note` the person's own words before it. */
  | { name: string; more?: string; note?: Markdown }
  /** A level 0-5 as a scale with the same in words; `label` says the whole scale to those who cannot see it. */
  | { level: Level; from: Level | null; target: Level | null; words: string; label: string }
  | Markdown

/** `number` aligns a column to the right. */
export interface Column {
  title: string
  number?: boolean
}

/** Rows of a table under a title of their own, or under none. */
export interface RowGroup {
  title: string | null
  rows: readonly (readonly Cell[])[]
}

/** An amount with its name and value in words. */
export interface Amount {
  name: string
  amount: number
  value: string
}

/** An amount that has a short name and value as well, for a place of a few letters. */
export interface NarrowAmount extends Amount {
  short: { name: string; value: string }
}

/** A line of a list: `quiet` continues it in small print, `note` stands below it. */
export interface ListItem {
  text: string
  strong?: boolean
  quiet?: string
  note?: Markdown
}

/** A name and what stands beside it. */
export interface Pair {
  name: string
  value: string
}

/** The beginning of a document. */
export interface HeadBlock {
  kind: 'head'
  /** Small print above the title, from side to side. */
  overline: readonly string[]
  title: string
  lead: string
  facts: readonly Pair[]
  quote: Markdown | null
}

/** A part of the document under its heading; `finding` says it in one plain sentence. */
export interface SectionBlock {
  kind: 'section'
  title: string
  finding?: string
  blocks: readonly Block[]
}

/** A table; the first cell names its row. */
export interface TableBlock {
  kind: 'table'
  /** What the table shows, said to those who cannot see it. */
  label: string
  columns: readonly Column[]
  groups: readonly RowGroup[]
}

/** Amounts as horizontal bars. Where there is little room only the first are shown, and `rest` says what is left out. */
export interface BarsBlock {
  kind: 'bars'
  rows: readonly Amount[]
  fold?: { shown: number; rest: string }
}

/** One thing at length: what it is, what moved by it, and what is told of it, part by part. */
export interface EntryBlock {
  kind: 'entry'
  title: string
  facts: readonly string[]
  change: { text: string; quiet?: string } | null
  parts: readonly { name: string; text: Markdown }[]
  note: string | null
  /** Uid of the item it is about; null in reviews that were signed before uids were kept. */
  about: string | null
}

export type Block =
  | HeadBlock
  | SectionBlock
  /** A heading inside a section. */
  | { kind: 'heading'; text: string }
  /** A line in the document's own words. */
  | { kind: 'text'; text: string }
  /** The person's own words under a heading. */
  | { kind: 'prose'; title: string; text: Markdown }
  | { kind: 'figures'; figures: readonly (Pair & { more?: string })[] }
  | TableBlock
  | BarsBlock
  /** Amounts as columns, one beside the other: a year by months. */
  | { kind: 'columns'; items: readonly NarrowAmount[] }
  /** `pairs` are short lines that may stand in two columns. */
  | { kind: 'list'; look: 'bullets' | 'numbers' | 'pairs'; items: readonly ListItem[] }
  | EntryBlock
  /** Lines to sign on. */
  | { kind: 'signatures'; title: string; lines: readonly Pair[] }
  /** Parts that may stand beside each other. */
  | { kind: 'beside'; parts: readonly (readonly Block[])[] }
  /** What stays on one page of paper where it can. */
  | { kind: 'together'; blocks: readonly Block[] }

/** A whole document in one language; `foot` stands at the foot of every printed page. */
export interface Sheet {
  language: Language
  foot: string
  blocks: readonly Block[]
}

/** A section, or nothing where it would be empty: what there is nothing to tell about is left out. */
export function section(title: string, blocks: readonly Block[], finding = ''): Block[] {
  if (blocks.length === 0 && finding === '') return []
  return [{ kind: 'section', title, blocks, ...(finding === '' ? {} : { finding }) }]
}

/** A person's own text as a block's field; nothing where nothing was written. */
export function markdownOf(text: string): Markdown | undefined {
  return text.trim() === '' ? undefined : { markdown: text }
}

function filterWithin(block: Block, keep: (block: Block) => boolean): Block[] {
  if (block.kind === 'section' || block.kind === 'together') {
    const blocks = filterBlocks(block.blocks, keep)
    return blocks.length === 0 && block.blocks.length > 0 ? [] : [{ ...block, blocks }]
  }
  if (block.kind !== 'beside') return [block]
  const parts = block.parts.map((part) => filterBlocks(part, keep)).filter((part) => part.length > 0)
  return parts.length === 0 ? [] : [{ ...block, parts }]
}

/**
 * The blocks that may be shown, at every depth: privacy is a filter over blocks. A section that is left with nothing
 * goes with its heading and its finding.
 */
export function filterBlocks(blocks: readonly Block[], keep: (block: Block) => boolean): Block[] {
  return blocks.filter(keep).flatMap((block) => filterWithin(block, keep))
}
