import { Button } from '@mantine/core'
import { type KeyboardEvent, useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { hasModifier, isPressed } from '#renderer/lib/keys.ts'
import { type ListChange, useListWrites } from '#renderer/lib/use-list-writes.ts'
import { ItemTable } from '#renderer/ui/item-table.tsx'
import { EmptyState } from '#renderer/ui/states.tsx'
import type { Column, Point } from '#renderer/ui/table-types.ts'
import { type Chosen, toChosen } from '#renderer/ui/use-row-choice.ts'
import { BulkBar } from './bulk-bar.tsx'
import { type ColumnChoice, ListFilters, useColumnChoice } from './list-filters.tsx'
import classes from './list-page.module.css'
import type { ListPageProps } from './list-types.ts'
import { RowMenu } from './row-menu.tsx'
import { RowOrderStatus, useMoveActions } from './row-order.tsx'
import { SavedViewsMenu } from './saved-views-menu.tsx'
import { useListOrder } from './use-list-order.tsx'
import type { RowOrder } from './use-row-order.ts'

interface ListTableProps<Item extends { uid: string }, Patch> extends ListPageProps<Item, Patch> {
  /** The items that pass the filter. */
  shown: Item[]
  text: string
  onText: (text: string) => void
}

const rowElement = (uid: string | null) =>
  document.querySelector<HTMLElement>(
    uid === null
      ? 'main [data-row] [data-control="open"][tabindex="0"]'
      : `main [data-row="${CSS.escape(uid)}"] [data-control="open"]`,
  )

const unique = (tags: string[]) => [...new Set(tags)].sort((one, other) => one.localeCompare(other))

/** The columns of a list, with one for tags if its items have tags; that column is hidden by default. */
function useColumnsWithTags<Item>(columns: Column<Item>[], tagsOf: ((item: Item) => string[]) | undefined) {
  const { t } = useTranslation('common')
  return useMemo<Column<Item>[]>(() => {
    if (tagsOf === undefined) return columns
    const cell = (item: Item) => tagsOf(item).join(', ')
    return [
      ...columns,
      { key: 'tags', header: t('tags.title'), prose: true, optional: true, hiddenAtFirst: true, cell, sortBy: cell },
    ]
  }, [columns, t, tagsOf])
}

/** Actions on rows: on all selected rows if the row is one of them, else on that row alone. */
function useRowActions<Item extends { uid: string }, Patch>(props: ListTableProps<Item, Patch>) {
  const { shown, editing, selection, nameOf } = props
  const [kept, choose] = useState<Chosen>({})
  const writes = useListWrites(editing)
  const chosenItems = useMemo(() => shown.filter(({ uid }) => kept[uid]), [kept, shown])
  const chosen = useMemo(() => toChosen(chosenItems.map(({ uid }) => uid)), [chosenItems])
  // A row that is filtered out loses its selection, also when it is shown again.
  if (chosenItems.length !== Object.keys(kept).length) choose(chosen)
  const about = (uid: string): Item[] => (chosen[uid] ? chosenItems : shown.filter((item) => item.uid === uid))
  const named = (items: Item[]) => ({
    uids: items.map(({ uid }) => uid),
    title: items[0] === undefined ? '' : nameOf(items[0]),
  })
  return {
    chosen,
    choose,
    chosenItems,
    about,
    change: (items: Item[], change: ListChange<Patch>, onFailed?: () => void) =>
      writes.update({ ...named(items), change }, { ...(onFailed && { onError: onFailed }) }),
    remove: (items: Item[]) => {
      const { uids, title } = named(items)
      const onSuccess = () => {
        if (selection.item !== null && uids.includes(selection.item)) selection.close()
        const gone = new Set(uids)
        choose((before) => toChosen(Object.keys(before).filter((uid) => !gone.has(uid))))
      }
      writes.remove({ uids, title }, { onSuccess })
    },
  }
}

/** The table of a list page, with its filters or, while rows are selected, the actions on them. */
export function ListTable<Item extends { uid: string }, Patch>(props: ListTableProps<Item, Patch>) {
  const { shown, selection } = props
  const rows = useRowActions(props)
  const { choose } = rows
  const { rows: order, columns: ordered, arranged } = useListOrder(props)
  const columns = useColumnsWithTags(ordered, props.editing.tagsOf)
  const columnChoice = useColumnChoice(props.list, columns)
  const [menu, setMenu] = useState<{ uid: string; at: Point } | null>(null)
  const openMenu = useCallback((uid: string, at: Point) => setMenu({ uid, at }), [])
  const chooseAll = () => choose(toChosen(shown.map(({ uid }) => uid)))
  const onRowKey = (event: KeyboardEvent, uid: string) => {
    if (order?.onKey(event, uid)) return
    const stroke = event.nativeEvent
    if (isPressed('Mod+A', stroke) && props.view === undefined) chooseAll()
    else if (isPressed('E', stroke)) selection.edit(uid)
    else if (event.key === 'Delete' && !hasModifier(event) && !event.repeat) rows.remove(rows.about(uid))
    else return
    event.preventDefault()
  }
  const reset = () => {
    props.onText('')
    selection.filterBy({ facet: '' })
  }
  return (
    <>
      <ListHead rows={rows} columnChoice={columnChoice} {...props} />
      {shown.length === 0 ? (
        <NothingShown onReset={reset} />
      ) : props.view ? (
        props.view(shown, {
          openMenu,
          onRowKey,
          change: rows.change,
          isWhole: shown.length === props.items.length,
        })
      ) : (
        <Rows
          {...props}
          rows={rows}
          rowOrder={order}
          arranged={arranged}
          columns={columns}
          hidden={columnChoice.hidden}
          openMenu={openMenu}
          onRowKey={onRowKey}
        />
      )}
      {order && <RowOrderStatus order={order} />}
      <ActionsOfRow rows={rows} rowOrder={order} menu={menu} onClose={() => setMenu(null)} {...props} />
    </>
  )
}

interface RowActionsProps<Item extends { uid: string }, Patch> extends ListTableProps<Item, Patch> {
  rows: ReturnType<typeof useRowActions<Item, Patch>>
}

interface RowsProps<Item extends { uid: string }, Patch> extends RowActionsProps<Item, Patch> {
  rowOrder: RowOrder | null
  /** The rows in their own order, if they have one. */
  arranged: Item[]
  hidden: ReadonlySet<string>
  openMenu: (uid: string, at: Point) => void
  onRowKey: (event: KeyboardEvent, uid: string) => void
}

function Rows<Item extends { uid: string }, Patch>(props: RowsProps<Item, Patch>) {
  const { t } = useTranslation('common')
  const { rows, rowOrder, selection, nameOf } = props
  const { choose, chosen } = rows
  const labelOf = useCallback((item: Item) => t('list.selectOne', { title: nameOf(item) }), [nameOf, t])
  return (
    <ItemTable
      label={props.title}
      items={props.arranged}
      columns={props.columns}
      hidden={props.hidden}
      nameOf={nameOf}
      nameHeader={props.nameHeader}
      {...(props.nameSort && { nameSort: props.nameSort })}
      selected={selection.item}
      onOpen={selection.open}
      sorting={{ kept: selection.sort, keep: selection.sortBy }}
      {...(props.initialSort && { initialSort: props.initialSort })}
      {...(props.groups && { groups: props.groups })}
      choosing={{ chosen, choose, labelOf, labelAll: t('list.selectAll') }}
      menu={{ label: t('list.actions'), open: props.openMenu }}
      onRowKey={props.onRowKey}
      {...(rowOrder && { drag: rowOrder.drag })}
    />
  )
}

/** What is filtered, or else what the rows are sorted by, in words. */
function viewWords<Item extends { uid: string }, Patch>(
  { facets, selection, text, nameHeader }: ListTableProps<Item, Patch>,
  columns: ColumnChoice['columns'],
): string[] {
  const facet = facets?.values.find(({ value }) => value === selection.filter.facet)?.label
  const filtered = [facet, text.trim()].filter((word) => word !== undefined && word !== '')
  if (filtered.length > 0) return filtered as string[]
  const headers = [{ key: 'name', header: nameHeader }, ...columns]
  return headers.flatMap(({ key, header }) => (key === selection.sort?.key ? [header] : []))
}

/** The filters, or the actions on the selected rows. */
function ListHead<Item extends { uid: string }, Patch>(
  props: RowActionsProps<Item, Patch> & { columnChoice: ColumnChoice },
) {
  const { rows, editing, selection } = props
  const { choose, chosenItems } = rows
  const { tagsOf } = editing
  const isChoosing = chosenItems.length > 0 && props.view === undefined
  return (
    <div className={`${classes.head} ${isChoosing ? classes.choosing : ''} no-print`}>
      {isChoosing ? (
        <BulkBar
          count={chosenItems.length}
          choices={editing.choices}
          {...(tagsOf && {
            tags: { present: unique(chosenItems.flatMap(tagsOf)), known: unique(props.items.flatMap(tagsOf)) },
          })}
          onPatch={(patch) => rows.change(chosenItems, { patch })}
          onTags={(tags) => rows.change(chosenItems, { patch: {} as Patch, tags })}
          onRemove={() => rows.remove(chosenItems)}
          onClear={() => choose({})}
          onLeave={() => rowElement(null)?.focus()}
        >
          {props.actionsOn?.(chosenItems).map(({ label, icon, run }) => (
            <Button key={label} variant="default" size="compact-md" leftSection={icon} onClick={run}>
              {label}
            </Button>
          ))}
        </BulkBar>
      ) : (
        <ListFilters
          text={props.text}
          onText={props.onText}
          facets={props.facets}
          facet={selection.filter.facet}
          onFacet={(facet) => selection.filterBy({ facet })}
          columns={props.view === undefined ? props.columnChoice : null}
        >
          <SavedViewsMenu page={props.list} words={viewWords(props, props.columnChoice.columns)} />
        </ListFilters>
      )}
    </div>
  )
}

function NothingShown({ onReset }: { onReset: () => void }) {
  const { t } = useTranslation('common')
  return (
    <EmptyState
      title={t('list.nothing')}
      text=""
      action={
        <Button variant="default" onClick={onReset}>
          {t('list.clearFilter')}
        </Button>
      }
    />
  )
}

/** For a list without an order of its own. */
const NO_ORDER: Pick<RowOrder, 'canMove' | 'step'> = { canMove: () => false, step: () => {} }

interface ActionsOfRowProps<Item extends { uid: string }, Patch> extends RowActionsProps<Item, Patch> {
  menu: { uid: string; at: Point } | null
  rowOrder: RowOrder | null
  onClose: () => void
}

/** The menu of a row; it acts on all selected rows if the row is one of them. */
function ActionsOfRow<Item extends { uid: string }, Patch>(props: ActionsOfRowProps<Item, Patch>) {
  const { rows, menu, rowOrder, onClose, selection, nameOf, editing, view } = props
  const { t } = useTranslation('common')
  const uid = menu?.uid ?? ''
  const about = rows.about(uid)
  const isChosen = rows.chosen[uid] === true
  const isOne = about.length === 1
  const [first] = about
  const moves = useMoveActions(rowOrder ?? NO_ORDER, uid)
  const toggle = () => {
    const { [uid]: was, ...others } = rows.chosen
    if (isOne) rows.choose(was ? others : { ...others, [uid]: true })
    else rows.choose({})
  }
  return (
    <RowMenu
      // The row may disappear while the menu is open.
      at={about.length === 0 ? null : (menu?.at ?? null)}
      title={isOne && first ? nameOf(first) : t('list.selected', { count: about.length })}
      isChosen={isChosen}
      choices={editing.choices}
      {...(isOne && { onOpen: () => selection.open(uid), onEdit: () => selection.edit(uid) })}
      {...(isOne && rowOrder && { moves: { actions: moves, refusal: rowOrder.refusal } })}
      more={props.actionsOn?.(about) ?? []}
      onPatch={(patch) => rows.change(about, { patch })}
      {...(view === undefined && { onChoose: toggle })}
      onRemove={() => rows.remove(about)}
      onClose={() => {
        rowElement(uid)?.focus()
        onClose()
      }}
    />
  )
}
