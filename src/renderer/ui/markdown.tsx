import ReactMarkdown from 'react-markdown'
import remarkGfm from 'remark-gfm'
import classes from './markdown.module.css'

/** Only what a person may follow on purpose; everything else (javascript:, file:, data:) loses its address. */
const safeUrl = (url: string) => (/^(https?:|mailto:)/i.test(url) ? url : '')

/** The user's Markdown. Raw HTML is shown as text, and images are never loaded: a remote image would tell that it was read. */
export function Markdown({ text }: { text: string }) {
  return (
    <div className={classes.markdown}>
      <ReactMarkdown
        remarkPlugins={[remarkGfm]}
        urlTransform={safeUrl}
        components={{
          a: ({ href, children }) => (
            <a href={href} target="_blank" rel="noreferrer noopener">
              {children}
            </a>
          ),
          img: ({ alt }) => <span>{alt}</span>,
        }}
      >
        {text}
      </ReactMarkdown>
    </div>
  )
}
