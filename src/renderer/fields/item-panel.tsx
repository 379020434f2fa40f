import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Selection } from '#renderer/lib/selection.ts'
import { useRemove } from '#renderer/lib/use-item-mutations.ts'
import { Panel } from '#renderer/ui/panel.tsx'
import { ItemActions } from './item-actions.tsx'
import { QueryGate } from './query-gate.tsx'

interface ItemPanelProps<Item> {
  selection: Selection
  /** The open item; not read while a new one is added. */
  query: UseQueryResult<Item, Error>
  newTitle: string
  titleOf: (item: Item) => string
  /** A quiet line above the title: the item's kind. */
  overlineOf?: (item: Item) => ReactNode
  /** What can be done with items of this type only; shown before Edit and Delete. */
  actionsOf?: (item: Item) => ReactNode
  remove: (uid: string) => Promise<{ uid: string; batchId: number }>
  form: (item: Item | null) => ReactNode
  details: (item: Item) => ReactNode
}

/** The open item in the panel: its facts with Edit and Delete, its form, or the form of a new item. */
export function ItemPanel<Item extends { uid: string }>(props: ItemPanelProps<Item>) {
  const { selection, query, titleOf } = props
  const { t } = useTranslation('common')
  const remove = useRemove(props.remove, selection.close)
  const frame = { closeLabel: t('action.close'), onClose: selection.close }
  if (selection.item === 'new')
    return (
      <Panel title={props.newTitle} {...frame}>
        {props.form(null)}
      </Panel>
    )
  if (query.isError && query.data === undefined)
    return (
      <Panel title={t('notFound.title')} {...frame}>
        <QueryGate query={query}>{() => null}</QueryGate>
      </Panel>
    )
  return (
    <QueryGate query={query}>
      {(item) =>
        selection.editing ? (
          <Panel key="form" title={titleOf(item)} {...frame}>
            {props.form(item)}
          </Panel>
        ) : (
          <Panel
            key="details"
            title={titleOf(item)}
            overline={props.overlineOf?.(item)}
            actions={
              <>
                {props.actionsOf?.(item)}
                <ItemActions
                  item={{ uid: item.uid, title: titleOf(item) }}
                  onEdit={() => selection.edit(item.uid)}
                  onRemove={() => remove.mutate({ uid: item.uid, title: titleOf(item) })}
                />
              </>
            }
            {...frame}
          >
            {props.details(item)}
          </Panel>
        )
      }
    </QueryGate>
  )
}
