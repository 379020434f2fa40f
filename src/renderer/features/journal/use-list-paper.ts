import { useEffect, useEffectEvent, useState } from 'react'
import { flushSync } from 'react-dom'
import { type Client, useApi } from '#renderer/lib/api.ts'
import { usePrint } from '#renderer/lib/use-print.ts'
import type { ActivityLine } from '#shared/contract/journal.ts'
import { type JournalView, requestOf } from './journal-view.ts'

/** Entries printed at most, about fifty sheets; the paper says what it leaves out. */
const PAPER_LIMIT = 2000

/** Entries per request. */
const AT_ONCE = 200

/** A list as it is printed: its first entries, all of them if there are not too many. */
export interface ListPaper {
  view: JournalView
  lines: ActivityLine[]
}

async function readPaper(client: Client, view: JournalView): Promise<ListPaper> {
  const end = Math.min(view.order.count, PAPER_LIMIT)
  const lines: ActivityLine[] = []
  for (let start = 0; start < end; start += AT_ONCE) {
    const request = requestOf(view, start, Math.min(end, start + AT_ONCE))
    if (request !== null) lines.push(...(await client.journal.page(request)).lines)
  }
  return { view, lines }
}

/**
 * The paper of a list of which only a part is drawn. *Print* of the app reads and draws everything first (`prepare`).
 * The browser's own command does not wait: it prints what is drawn, and `drawn` is the number of those entries.
 */
export function useListPaper(view: JournalView | null) {
  const { client } = useApi()
  const [paper, setPaper] = useState<ListPaper | null>(null)
  const [drawn, setDrawn] = useState<number | null>(null)
  const { printing } = usePrint(async () => {
    if (view === null) return
    const next = await readPaper(client, view)
    flushSync(() => setPaper(next))
  })
  const onBeforePrint = useEffectEvent(() => {
    const lines = document.querySelectorAll('main [role="list"] [data-uid]').length
    if (paper === null) flushSync(() => setDrawn(lines))
  })
  useEffect(() => {
    if (!printing) setPaper(null)
  }, [printing])
  useEffect(() => {
    const onAfterPrint = () => setDrawn(null)
    window.addEventListener('beforeprint', onBeforePrint)
    window.addEventListener('afterprint', onAfterPrint)
    return () => {
      window.removeEventListener('beforeprint', onBeforePrint)
      window.removeEventListener('afterprint', onAfterPrint)
    }
  }, [])
  return { paper, drawn }
}
