import { type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query'
import { useMemo, useRef, useState } from 'react'
import { IN_TURN } from '#renderer/lib/in-turn.ts'
import { orderOf, placed } from '#renderer/ui/row-order.ts'

/** A row being moved to another place. */
export interface RowMove {
  uid: string
  /** Index among all siblings. */
  to: number
  /** Index among the siblings it is shown with. */
  place: number
}

export interface RowMovesOptions {
  /** All siblings, in the stored order. */
  order: readonly string[]
  move: (move: RowMove) => Promise<unknown>
  /** Query to read again after the last move is stored. */
  reads: QueryKey
}

interface Options extends RowMovesOptions {
  onRefused: () => void
}

/**
 * The order of rows as the person wants it: changed at once on the screen, and move by move in the store. While moves
 * are being stored, answers do not change the order on the screen. A refused move is reported by the query client and
 * puts the rows in their stored order. Moves requested after it are dropped, because they started from places that
 * never existed.
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
