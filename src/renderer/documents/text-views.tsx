import { Markdown } from '#renderer/ui/markdown.tsx'
import type { EntryBlock, ListItem } from '#shared/documents/block.ts'
import classes from './document.module.css'
import { keyed } from './keyed.ts'

interface ListProps {
  look: 'bullets' | 'numbers' | 'pairs'
  items: readonly ListItem[]
}

/** A list of lines. */
export function ListView({ look, items }: ListProps) {
  const List = look === 'numbers' ? 'ol' : 'ul'
  return (
    <List className={look === 'pairs' ? classes.pairs : classes.list}>
      {keyed(items).map(({ key, item: { text, strong, quiet, note } }) => (
        <li key={key}>
          {strong ? <span className={classes.name}>{text}</span> : text}
          {quiet && (
            <>
              {' '}
              <span className={classes.small}>{quiet}</span>
            </>
          )}
          {note && (
            <div className={classes.small}>
              <Markdown text={note.markdown} />
            </div>
          )}
        </li>
      ))}
    </List>
  )
}

/** One entry in full, part by part. */
export function EntryView({ entry, Heading }: { entry: EntryBlock; Heading: 'h3' | 'h4' }) {
  const { title, facts, change, parts, note } = entry
  return (
    <article className={classes.entry}>
      <Heading className={classes.subheading}>{title}</Heading>
      {facts.length > 0 && <div className={classes.small}>{facts.join(' · ')}</div>}
      {change && (
        <p className={classes.change}>
          {change.text}
          {change.quiet && <span className={classes.small}>{` ${change.quiet}`}</span>}
        </p>
      )}
      {parts.length > 0 && (
        <dl className={classes.parts}>
          {keyed(parts).map(({ key, item: { name, text } }) => (
            <EntryPart key={key} name={name} text={text.markdown} />
          ))}
        </dl>
      )}
      {note && <div className={classes.small}>{note}</div>}
    </article>
  )
}

function EntryPart({ name, text }: { name: string; text: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>
        <Markdown text={text} />
      </dd>
    </>
  )
}
