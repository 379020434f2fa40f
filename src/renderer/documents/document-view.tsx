import type { ReactElement } from 'react'
import { Markdown } from '#renderer/ui/markdown.tsx'
import type { Block, Sheet } from '#shared/documents/block.ts'
import { BarsView, ColumnsView, FiguresView } from './amount-views.tsx'
import classes from './document.module.css'
import ends from './document-ends.module.css'
import { HeadView, PageFoot, SignaturesView } from './end-views.tsx'
import { keyed } from './keyed.ts'
import { TableView } from './table-view.tsx'
import { EntryView, ListView } from './text-views.tsx'

/** Rank of a section's heading: 2 in a document, 3 inside a page that has sections of its own. */
type Rank = 2 | 3

/** A document as one sheet, in its own language: the same on the screen and on paper. */
export function DocumentSheet({ sheet: { language, foot, blocks } }: { sheet: Sheet }) {
  return (
    <article className={`${classes.words} ${classes.sheet}`} lang={language}>
      <BlockList blocks={blocks} rank={2} />
      <PageFoot text={foot} />
    </article>
  )
}

/** Parts of a document inside a page: headings one rank lower, text smaller. */
export function EmbeddedBlocks({ blocks }: { blocks: readonly Block[] }) {
  return (
    <div className={`${classes.words} ${classes.embedded}`}>
      <BlockList blocks={blocks} rank={3} />
    </div>
  )
}

function BlockList({ blocks, rank }: { blocks: readonly Block[]; rank: Rank }) {
  return keyed(blocks).map(({ key, item }) => <BlockView key={key} block={item} rank={rank} />)
}

function BlockView({ block, rank }: { block: Block; rank: Rank }): ReactElement {
  const Section = rank === 2 ? 'h2' : 'h3'
  const Heading = rank === 2 ? 'h3' : 'h4'
  switch (block.kind) {
    case 'head':
      return <HeadView head={block} />
    case 'section':
      return (
        <section className={classes.section}>
          <Section className={classes.heading}>{block.title}</Section>
          {block.finding && <p className={classes.finding}>{block.finding}</p>}
          <BlockList blocks={block.blocks} rank={rank} />
        </section>
      )
    case 'heading':
      return <Heading className={classes.subheading}>{block.text}</Heading>
    case 'text':
      return <p className={classes.finding}>{block.text}</p>
    case 'prose':
      return (
        <div className={classes.prose}>
          <Heading className={classes.subheading}>{block.title}</Heading>
          <Markdown text={block.text.markdown} />
        </div>
      )
    case 'figures':
      return <FiguresView figures={block.figures} />
    case 'table':
      return <TableView table={block} />
    case 'bars':
      return <BarsView bars={block} />
    case 'columns':
      return <ColumnsView items={block.items} />
    case 'list':
      return <ListView look={block.look} items={block.items} />
    case 'entry':
      return <EntryView entry={block} Heading={Heading} />
    case 'signatures':
      return <SignaturesView title={block.title} lines={block.lines} />
    case 'beside':
      return <Beside parts={block.parts} rank={rank} />
    case 'together':
      return (
        <div className={ends.together}>
          <BlockList blocks={block.blocks} rank={rank} />
        </div>
      )
  }
}

function Beside({ parts, rank }: { parts: readonly (readonly Block[])[]; rank: Rank }) {
  return (
    <div className={classes.beside}>
      {keyed(parts).map(({ key, item }) => (
        <div key={key}>
          <BlockList blocks={item} rank={rank} />
        </div>
      ))}
    </div>
  )
}
