import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Column } from '#renderer/ui/table-types.ts'
import type { ListPageProps } from './list-types.ts'
import { RowHandle } from './row-order.tsx'
import { useRowOrder } from './use-row-order.ts'

/** Key of the column that shows the person's own order. */
const ORDER = 'order'

/**
 * The order of a list that has one, and its column. Rows can be moved only while the list is sorted by that column and
 * shows all items: with another sorting their places mean nothing, and between filtered rows the new place would be
 * ambiguous.
 */
export function useListOrder<Item extends { uid: string }, Patch>(
  props: Pick<ListPageProps<Item, Patch>, 'items' | 'columns' | 'initialSort' | 'selection' | 'order'> & {
    shown: Item[]
  },
) {
  const { items, shown, selection, order } = props
  const { t } = useTranslation('common')
  const sort = selection.sort ?? props.initialSort
  const isOwn = sort?.key === ORDER && !sort.descending && shown.length === items.length
  const groups = useMemo(
    () => new Map(order === undefined ? [] : items.map((item) => [item.uid, order.groupOf(item)])),
    [items, order],
  )
  const rows = useRowOrder({
    order: useMemo(() => [...groups.keys()], [groups]),
    groupOf: useCallback((uid: string) => groups.get(uid) ?? null, [groups]),
    move: order?.move ?? NO_MOVE,
    reads: order?.reads ?? [],
    refusal: isOwn ? null : t('order.sortFirst'),
  })
  const { places, arrange } = rows
  // A new array each time, because the table caches the sorting of an array.
  const arranged = useMemo(() => (order === undefined ? shown : arrange(shown)), [arrange, order, shown])
  const columns = useMemo(() => {
    if (order === undefined) return props.columns
    const place = ({ uid }: Item) => (places.has(uid) ? (places.get(uid) ?? 0) + 1 : null)
    const column: Column<Item> = {
      key: ORDER,
      header: t('order.column'),
      sign: t('order.sign'),
      align: 'end',
      tertiary: true,
      cell: (item) => (
        <>
          {isOwn && places.has(item.uid) && <RowHandle />}
          {place(item)}
        </>
      ),
      sortBy: place,
    }
    return [...props.columns, column]
  }, [isOwn, order, places, props.columns, t])
  return { columns, arranged, rows: order === undefined ? null : rows }
}

const NO_MOVE = async () => {}
