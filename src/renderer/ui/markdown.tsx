import { CatchBoundary } from '@tanstack/react-router'
import ReactMarkdown, { type Components } from 'react-markdown'
import remarkBreaks from 'remark-breaks'
import remarkGfm from 'remark-gfm'
import classes from './markdown.module.css'
import { isRenderableMarkdown } from './markdown-limits.ts'
import { useUiWords } from './words.ts'

/** Allows only addresses that a person may follow intentionally; all others (javascript:, file:, data:) are removed. */
const safeUrl = (url: string) => (/^(https?:|mailto:)/i.test(url) ? url : null)

/** `remarkBreaks` keeps a person's line breaks: notes look as they were typed. */
const PLUGINS = [remarkGfm, remarkBreaks]

const COMPONENTS: Components = {
  // A link without an allowed address is shown as text, because an empty address would lead back to the page itself.
  a: ({ href, children }) =>
    href ? (
      <a href={href} target="_blank" rel="noreferrer noopener">
        {children}
      </a>
    ) : (
      <span>{children}</span>
    ),
  img: ({ alt }) => <span>{alt}</span>,
}

/**
 * The user's Markdown. Raw HTML is shown as text, and images are never loaded, because a remote image would reveal that
 * the note was read. A text beyond the renderer's limits is shown as it was typed.
 */
export function Markdown({ text }: { text: string }) {
  if (!isRenderableMarkdown(text)) return <PlainText text={text} />
  return (
    <div className={classes.markdown}>
      <CatchBoundary getResetKey={() => text} errorComponent={() => <PlainText text={text} />}>
        <ReactMarkdown remarkPlugins={PLUGINS} urlTransform={safeUrl} components={COMPONENTS}>
          {text}
        </ReactMarkdown>
      </CatchBoundary>
    </div>
  )
}

function PlainText({ text }: { text: string }) {
  const { plainMarkdown } = useUiWords()
  return (
    <div className={classes.markdown}>
      <p className={classes.remark}>{plainMarkdown}</p>
      <div className={classes.plain}>{text}</div>
    </div>
  )
}
