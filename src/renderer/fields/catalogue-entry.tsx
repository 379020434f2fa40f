import { Button } from '@mantine/core'
import { IconCheck, IconPlus } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './catalogue-drawer.module.css'

interface CatalogueCardProps {
  title: string
  /** Kind, author, issuer: one quiet line. */
  by: string
  /** Why the entry is in the catalogue. */
  text?: string
  /** What the entry is good for, as quiet lines below. */
  notes: string[]
  /** Further text, folded. */
  children?: ReactNode
  /** The item made from it, null = not chosen yet. */
  chosenUid: string | null
  choosing: boolean
  onChoose: () => void
  onOpenItem: (uid: string) => void
}

/** An entry of a catalogue with its one action: add it, or open the item made from it. */
export function CatalogueCard(props: CatalogueCardProps) {
  const { title, chosenUid } = props
  const { t } = useTranslation('catalogue')
  const isChosen = chosenUid !== null
  return (
    <article className={classes.entry}>
      <div>
        <h3 className={classes.heading}>{title}</h3>
        <div className={classes.by}>{props.by}</div>
      </div>
      <Button
        size="xs"
        variant={isChosen ? 'subtle' : 'light'}
        loading={props.choosing}
        leftSection={isChosen ? <IconCheck size={15} /> : <IconPlus size={15} />}
        aria-label={t(isChosen ? 'chosenNamed' : 'chooseNamed', { title })}
        onClick={() => (isChosen ? props.onOpenItem(chosenUid) : props.onChoose())}
      >
        {t(isChosen ? 'chosen' : 'choose')}
      </Button>
      {props.text && <div className={classes.text}>{props.text}</div>}
      <div className={classes.foot}>
        {props.notes.map((note) => (
          <p key={note}>{note}</p>
        ))}
      </div>
      {props.children}
    </article>
  )
}
