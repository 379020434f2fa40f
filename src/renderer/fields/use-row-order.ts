import { notifications } from '@mantine/notifications'
import { type KeyboardEvent, useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRowDrag } from '#renderer/ui/use-row-drag.ts'
import { rowOf } from '#renderer/ui/use-row-focus.ts'
import { type RowMovesOptions, useRowMoves } from './use-row-moves.ts'

interface RowOrderOptions extends RowMovesOptions {
  /** A row stays within its group; null = it cannot be moved. Without this function, all rows are one group. */
  groupOf?: (uid: string) => string | null
  /** Why no row can be moved at the moment; null = rows can be moved. */
  refusal?: string | null
}

/** Places by which Alt and an arrow key move a row. */
const STEPS: Readonly<Record<string, number>> = { ArrowUp: -1, ArrowDown: 1 }

/** Id of the message, so that repeated attempts show it once. */
const REFUSAL = 'row-order'

/** The step of a key; null if the key moves nothing or belongs to something open within the row. */
function stepOf(event: KeyboardEvent): number | null {
  const { altKey, ctrlKey, metaKey, shiftKey, defaultPrevented } = event
  if (!altKey || ctrlKey || metaKey || shiftKey || defaultPrevented) return null
  const target = event.target as Element
  return target.closest('[role="menu"], [role="dialog"], [role="listbox"]') === null ? (STEPS[event.key] ?? null) : null
}

function groupsOf(order: readonly string[], groupOf: (uid: string) => string | null): Map<string, string[]> {
  const groups = new Map<string, string[]>()
  for (const uid of order) {
    const group = groupOf(uid)
    if (group !== null) groups.set(group, [...(groups.get(group) ?? []), uid])
  }
  return groups
}

const ALL = () => 'all'

/** Key for rows without a group. */
const NO_GROUP = ''

/** Keeps the focus on a row moved by a key, and the row in view. */
function useFollowedRow(present: readonly string[]) {
  const followed = useRef<HTMLElement | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is about the moment the rows change.
  useLayoutEffect(() => {
    const target = followed.current
    followed.current = null
    if (target === null || !target.isConnected) return
    target.focus({ preventScroll: true })
    target.closest('[data-row]')?.scrollIntoView({ block: 'nearest' })
  }, [present])
  return followed
}

/** Places of rows: of all, and of each within its group. */
function usePlaces(present: readonly string[], groupOf: (uid: string) => string | null) {
  const groups = useMemo(() => groupsOf(present, groupOf), [groupOf, present])
  const places = useMemo(
    () => new Map([...groups.values()].flatMap((uids) => uids.map((uid, place) => [uid, place] as const))),
    [groups],
  )
  const arrange = useCallback(
    <Item extends { uid: string }>(items: readonly Item[]): Item[] => {
      const indexes = new Map(present.map((uid, index) => [uid, index]))
      return items.toSorted((one, other) => (indexes.get(one.uid) ?? 0) - (indexes.get(other.uid) ?? 0))
    },
    [present],
  )
  const listOf = (uid: string): readonly string[] => groups.get(groupOf(uid) ?? NO_GROUP) ?? []
  return { places, arrange, listOf }
}

/**
 * Rows (`data-row`) in the person's own order: moved by Alt and an arrow key, by dragging, or by the menu. Each move is
 * one undoable action. `events` belong to the element around the rows, and `said` is announced politely.
 */
export function useRowOrder({ groupOf = ALL, refusal = null, ...options }: RowOrderOptions) {
  const { t } = useTranslation('common')
  const [said, setSaid] = useState('')
  /** The same words again are told again: something of them differs, which nobody sees or hears. */
  const say = (text: string) => setSaid((before) => (text !== '' && before === text ? `${text}\u00a0` : text))
  const { present, go } = useRowMoves({ ...options, onRefused: () => say('') })
  const followed = useFollowedRow(present)
  const { places, arrange, listOf } = usePlaces(present, groupOf)
  const canMove = (uid: string, by: number): boolean =>
    refusal === null && places.has(uid) && listOf(uid)[(places.get(uid) ?? 0) + by] !== undefined
  const moveTo = (uid: string, place: number) => {
    const neighbour = listOf(uid)[place]
    if (neighbour === undefined || neighbour === uid) return
    go({ uid, to: present.indexOf(neighbour), place })
    say(t('order.place', { place: place + 1, count: listOf(uid).length }))
  }
  const step = (uid: string, by: number) => {
    if (canMove(uid, by)) moveTo(uid, (places.get(uid) ?? 0) + by)
  }
  /** True if the key moves rows. */
  const onKey = (event: KeyboardEvent, uid: string): boolean => {
    const by = stepOf(event)
    if (by === null || groupOf(uid) === null) return false
    event.preventDefault()
    if (refusal !== null) notifications.show({ id: REFUSAL, autoClose: 6000, message: refusal })
    else if (canMove(uid, by)) followed.current = event.target as HTMLElement
    step(uid, by)
    return true
  }
  const drag = useRowDrag({
    listOf: (uid) => (refusal === null && places.has(uid) ? listOf(uid) : null),
    onMove: moveTo,
  })
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const { target, currentTarget } = event
    // React also delivers events of overlays that are elsewhere in the document.
    const uid = target instanceof Node && currentTarget.contains(target) ? rowOf(target) : null
    if (uid !== null) onKey(event, uid)
  }
  return {
    said,
    refusal,
    /** The index of each row among the rows it is shown with. */
    places,
    canMove,
    step,
    onKey,
    drag,
    events: { ...drag, onKeyDown },
    /** The items in their present order. */
    arrange,
  }
}

export type RowOrder = ReturnType<typeof useRowOrder>
