import { type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query'
import { useMemo, useRef, useState } from 'react'
import { IN_TURN } from '#renderer/lib/in-turn.ts'
import { orderOf, placed } from '#renderer/ui/row-order.ts'

/** A row on its way to another place. */
export interface RowMove {
  uid: string
  /** Index among all siblings. */
  to: number
  /** Index among those it is shown with. */
  place: number
}

export interface RowMovesOptions {
  /** All siblings, in the order that is kept. */
  order: readonly string[]
  move: (move: RowMove) => Promise<unknown>
  /** What is read again when the last move is through. */
  reads: QueryKey
}

interface Options extends RowMovesOptions {
  onRefused: () => void
}

/**
 * The order of rows as the person wants it: at once on the screen, and move by move in the store. While moves are on their way no answer puts
 * the rows anywhere else. One that is refused says why (the query client does), puts them where they really are, and takes with it those
 * that were asked for after it, since they began from places that never were.
 */
export function useRowMoves({ order, move, reads, onRefused }: Options) {
  const queryClient = useQueryClient()
  const [wanted, setWanted] = useState<readonly string[] | null>(null)
  const waiting = useRef(0)
  const refused = useRef(0)
  const { mutate } = useMutation({
    scope: IN_TURN,
    mutationFn: async ({ asked, ...one }: RowMove & { asked: number }) => {
      if (asked === refused.current) await move(one)
    },
    onError: () => {
      refused.current += 1
      setWanted(null)
      onRefused()
    },
    onSettled: async () => {
      waiting.current -= 1
      if (waiting.current > 0) return
      await queryClient.invalidateQueries({ queryKey: reads })
      if (waiting.current === 0) setWanted(null)
    },
  })
  const present = useMemo(() => (wanted === null ? order : orderOf(order, wanted)), [order, wanted])
  return {
    present,
    go: (one: RowMove) => {
      waiting.current += 1
      setWanted(placed(present, one.uid, one.to))
      mutate({ ...one, asked: refused.current })
    },
  }
}
