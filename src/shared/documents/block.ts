import type { Language, Level } from '#shared/model/common.ts'

/**
 * A document is data: a list of blocks, made by pure functions and written by one renderer for the page and one for
 * Markdown. Every string is plain text, shown literally, except those of type `Markdown`.
 */

/** A person's own text, in Markdown. */
export type Markdown = { markdown: string }

/** The content of a table cell; null is shown as a dash. */
export type Cell =
  | string
  | null
  /** A name with details in small print: `more` is a line, `note` the person's own words before it. */
  | { name: string; more?: string; note?: Markdown }
  /** A level 0-5 as a scale, also in words; `label` describes the whole scale for screen readers. */
  | { level: Level; from: Level | null; target: Level | null; words: string; label: string }
  | Markdown

/** `number` aligns a column to the right. */
export interface Column {
  title: string
  number?: boolean
}

/** Rows of a table, with or without a title. */
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

/** An amount that also has a short name and value, for places with room for a few letters. */
export interface NarrowAmount extends Amount {
  short: { name: string; value: string }
}

/** A line of a list: `quiet` continues it in small print, `note` is shown below it. */
export interface ListItem {
  text: string
  strong?: boolean
  quiet?: string
  note?: Markdown
}

/** A name and a value. */
export interface Pair {
  name: string
  value: string
}

/** The head of a document. */
export interface HeadBlock {
  kind: 'head'
  /** Small print above the title, spread over the whole width. */
  overline: readonly string[]
  title: string
  lead: string
  facts: readonly Pair[]
  quote: Markdown | null
}

/** A part of the document under its heading; `finding` sums it up in one plain sentence. */
export interface SectionBlock {
  kind: 'section'
  title: string
  finding?: string
  blocks: readonly Block[]
}

/** A table; the first cell names its row. */
export interface TableBlock {
  kind: 'table'
  /** A description of the table for screen readers. */
  label: string
  columns: readonly Column[]
  groups: readonly RowGroup[]
}

/** Amounts as horizontal bars. In little room only the first are shown, and `rest` says what is left out. */
export interface BarsBlock {
  kind: 'bars'
  rows: readonly Amount[]
  fold?: { shown: number; rest: string }
}

/** One item in full: what it is, what changed through it, and its texts part by part. */
export interface EntryBlock {
  kind: 'entry'
  title: string
  facts: readonly string[]
  change: { text: string; quiet?: string } | null
  parts: readonly { name: string; text: Markdown }[]
  note: string | null
  /** Uid of the item; null in reviews that were signed before uids were stored. */
  about: string | null
}

export type Block =
  | HeadBlock
  | SectionBlock
  /** A heading inside a section. */
  | { kind: 'heading'; text: string }
  /** A line of text written by the document. */
  | { kind: 'text'; text: string }
  /** The person's own text under a heading. */
  | { kind: 'prose'; title: string; text: Markdown }
  | { kind: 'figures'; figures: readonly (Pair & { more?: string })[] }
  | TableBlock
  | BarsBlock
  /** Amounts as columns side by side: a year by months. */
  | { kind: 'columns'; items: readonly NarrowAmount[] }
  /** `pairs` are short lines that may be set in two columns. */
  | { kind: 'list'; look: 'bullets' | 'numbers' | 'pairs'; items: readonly ListItem[] }
  | EntryBlock
  /** Lines for signatures. */
  | { kind: 'signatures'; title: string; lines: readonly Pair[] }
  /** Parts that may be set side by side. */
  | { kind: 'beside'; parts: readonly (readonly Block[])[] }
  /** Blocks kept on one printed page if possible. */
  | { kind: 'together'; blocks: readonly Block[] }

/** A whole document in one language; `foot` is printed at the foot of every page. */
export interface Sheet {
  language: Language
  foot: string
  blocks: readonly Block[]
}

/** A section, or no blocks if it would be empty: a section without content is left out. */
export function section(title: string, blocks: readonly Block[], finding = ''): Block[] {
  if (blocks.length === 0 && finding === '') return []
  return [{ kind: 'section', title, blocks, ...(finding === '' ? {} : { finding }) }]
}

/** A person's own text as a field of a block; undefined if it is empty. */
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
 * The blocks that `keep` accepts, at every depth: privacy is a filter over blocks. A section that becomes empty is
 * removed with its heading and its finding.
 */
export function filterBlocks(blocks: readonly Block[], keep: (block: Block) => boolean): Block[] {
  return blocks.filter(keep).flatMap((block) => filterWithin(block, keep))
}
