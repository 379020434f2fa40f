import { Markdown } from './markdown.tsx'
import { SectionTitle } from './section.tsx'

/** A text of the user under its heading; nothing if it is empty. */
export function MarkdownSection({ title, text }: { title: string; text: string }) {
  if (text.trim() === '') return null
  return (
    <section>
      <SectionTitle title={title} />
      <Markdown text={text} />
    </section>
  )
}
