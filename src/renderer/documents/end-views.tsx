import { Markdown } from '#renderer/ui/markdown.tsx'
import type { HeadBlock, Pair } from '#shared/documents/block.ts'
import ends from './document-ends.module.css'
import { keyed } from './keyed.ts'

/** The head of a document: title, lead, facts, quote. */
export function HeadView({ head: { overline, title, lead, facts, quote } }: { head: HeadBlock }) {
  return (
    <header className={ends.head}>
      <div className={ends.overline}>
        {keyed(overline).map(({ key, item }) => (
          <span key={key}>{item}</span>
        ))}
      </div>
      <h1 className={ends.title}>{title}</h1>
      <p className={ends.lead}>{lead}</p>
      <dl className={ends.facts}>
        {keyed(facts).map(({ key, item: { name, value } }) => (
          <div key={key}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {quote && (
        <div className={ends.quote}>
          <Markdown text={quote.markdown} />
        </div>
      )}
    </header>
  )
}

/** Lines to sign on. */
export function SignaturesView({ title, lines }: { title: string; lines: readonly Pair[] }) {
  return (
    <section className={ends.signatures} aria-label={title}>
      {keyed(lines).map(({ key, item: { name, value } }) => (
        <div key={key} className={ends.signature}>
          <div>
            <span>{name}</span>
            <span>{value}</span>
          </div>
        </div>
      ))}
    </section>
  )
}

const cssString = (text: string) => `"${text.replace(/["\\\n]/g, ' ')}"`

/** The foot of every printed page: the name of the document, the page number and the number of pages. */
export function PageFoot({ text }: { text: string }) {
  const font = 'font: 8pt "IBM Plex Sans Variable", sans-serif; color: #414b50;'
  return (
    <style>{`@page {
      size: portrait;
      margin: 17mm 17mm 20mm 20mm;
      @bottom-left { content: ${cssString(text)}; ${font} }
      @bottom-right { content: counter(page) " / " counter(pages); ${font} }
    }`}</style>
  )
}
