import { IconDots } from '@tabler/icons-react'
import { memo, type ReactNode } from 'react'
import classes from './board.module.css'
import type { useBoard } from './use-board.ts'

export interface BoardColumn<Item> {
  key: string
  title: string
  items: readonly Item[]
}

interface BoardProps<Item> {
  /** Name of the board for screen readers. */
  label: string
  columns: readonly BoardColumn<Item>[]
  board: Pick<ReturnType<typeof useBoard>, 'frame' | 'active' | 'events'>
  /** The uid of the open item. */
  selected: string | null
  /** What a card says below its title. The same function in each render: a card is drawn anew only if it changes. */
  factsOf: (item: Item) => ReactNode
  /** Name of the button with the actions of a card. */
  menuLabel: string
  /** Said in a column without cards. */
  none?: string
  /** Columns that have no room beside the others follow below them; otherwise the board scrolls sideways. */
  isWrapped?: boolean
  /** Cards can be dragged to another column, and these keys do the same. */
  moveKeys?: string
}

/** Items as cards in columns. */
export function Board<Item extends { uid: string; title: string }>(props: BoardProps<Item>) {
  const { label, columns, board, selected, factsOf, menuLabel, none, isWrapped = false, moveKeys } = props
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for a form.
    <div
      ref={board.frame}
      role="group"
      aria-label={label}
      className={classes.board}
      data-wrapped={isWrapped || undefined}
      {...board.events}
    >
      {columns.map(({ key, title, items }) => (
        <section key={key} className={classes.column} data-column={key} aria-label={title}>
          <h2 className={classes.heading}>
            {title} <span className={classes.quiet}>{items.length}</span>
          </h2>
          {items.length === 0 && none !== undefined && <p className={classes.none}>{none}</p>}
          <ul className={classes.cards}>
            {items.map((item) => (
              <Card
                key={item.uid}
                item={item}
                factsOf={factsOf as (item: never) => ReactNode}
                menuLabel={menuLabel}
                moveKeys={moveKeys}
                isOpen={item.uid === selected}
                isActive={item.uid === board.active}
              />
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

interface CardProps {
  item: { uid: string; title: string }
  factsOf: (item: never) => ReactNode
  menuLabel: string
  moveKeys: string | undefined
  isOpen: boolean
  /** It is the stop of the Tab key. */
  isActive: boolean
}

const Card = memo(function Card({ item, factsOf, menuLabel, moveKeys, isOpen, isActive }: CardProps) {
  const nameId = `card-${item.uid}`
  return (
    <li
      className={classes.card}
      data-row={item.uid}
      data-open={isOpen || undefined}
      draggable={moveKeys !== undefined || undefined}
    >
      <button
        type="button"
        id={nameId}
        className={classes.open}
        data-uid={item.uid}
        data-control="open"
        tabIndex={isActive ? 0 : -1}
        aria-current={isOpen}
        aria-keyshortcuts={moveKeys}
      >
        {item.title}
      </button>
      <div className={classes.facts}>
        <button
          type="button"
          className={`${classes.dots} no-print`}
          data-control="menu"
          aria-label={menuLabel}
          aria-describedby={nameId}
          aria-haspopup="menu"
          tabIndex={-1}
        >
          <IconDots size={16} aria-hidden />
        </button>
        {factsOf(item as never)}
      </div>
    </li>
  )
})
