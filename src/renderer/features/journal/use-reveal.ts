import { type RefObject, useEffect, useEffectEvent, useRef } from 'react'
import type { ListHandle } from '#renderer/ui/windowed-list.tsx'
import { rowOf } from './journal-view.ts'
import type { JournalListState } from './use-journal-list.ts'

/**
 * Makes the open entry the one that gets the focus back. An entry that was opened from elsewhere (an address, the
 * search) is scrolled into view, and one that an edit moved to another day is followed.
 */
export function useReveal(list: JournalListState, selected: string | null, handle: RefObject<ListHandle | null>): void {
  const revealed = useRef<string | null>(null)
  const stamp = list.view?.stamp
  const reveal = useEffectEvent(async (uid: string, asked: { isStale: boolean }) => {
    const row = rowOf(list.pages, uid) ?? (await list.locate(uid).catch(() => null))
    if (asked.isStale || row === null) return
    handle.current?.goTo(row, { to: revealed.current === uid ? 'nowhere' : 'sight' })
    revealed.current = uid
  })
  useEffect(() => {
    const asked = { isStale: false }
    if (selected === null) revealed.current = null
    else if (selected !== 'new' && stamp !== undefined) void reveal(selected, asked)
    return () => {
      asked.isStale = true
    }
  }, [selected, stamp])
}
