import { z } from 'zod'
import { commit } from '#main/store/engine/commit.ts'
import { type Store, tellListeners } from '#main/store/engine/database.ts'
import { readRows, runSql } from '#main/store/engine/statements.ts'
import { Timer } from '#shared/contract/timer.ts'
import { measuredMs } from '#shared/domain/timer/measured.ts'
import type { Uid } from '#shared/model/common.ts'
import { refuse } from '#shared/model/failure.ts'

/** The timer as it is stored: an ended timer stays until the next one begins, so that its end can be undone. */
const KeptTimer = Timer.extend({ ended: z.boolean() })
type KeptTimer = z.infer<typeof KeptTimer>

const READ = "SELECT value FROM setting WHERE key = 'timer'"
const SAVE =
  "INSERT INTO setting (key, value) VALUES ('timer', ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value"

function readKept(store: Store): KeptTimer | null {
  const [row] = readRows<{ value: unknown }>(store, READ, [], { value: z.unknown() })
  return KeptTimer.safeParse(row?.value).data ?? null
}

function toTimer({ ended: _, ...timer }: KeptTimer): Timer {
  return timer
}

/** The present timer; null = none. */
export function readTimer(store: Store): Timer | null {
  const kept = readKept(store)
  return kept === null || kept.ended ? null : toTimer(kept)
}

/** Saves what `change` returns for the stored timer; null = no change. */
function save<Next extends KeptTimer | null>(store: Store, change: (kept: KeptTimer | null) => Next): Next {
  const saved = commit(store, () => {
    const next = change(readKept(store))
    if (next !== null) runSql(store, SAVE, [JSON.stringify(next)])
    return next
  })
  if (saved !== null) tellListeners(store, ['timer'])
  return saved
}

interface TimerInput extends Pick<Timer, 'uid' | 'line'> {
  runs?: boolean | undefined
}

/** Begins a timer, or changes the present one: see the contract. Throws REFUSED and STORAGE. */
export function keepTimer(store: Store, { uid, line, runs }: TimerInput): Timer {
  const now = store.clock()
  const kept = save(store, (before) => {
    const isNew = before === null || (before.ended && before.uid !== uid)
    if (isNew) return { uid, line, since: runs === false ? null : now, spent: 0, ended: false }
    if (before.uid !== uid) refuse('timer-there')
    const next = { ...before, line, ended: false }
    if (runs === undefined || runs === (before.since !== null)) return next
    return { ...next, since: runs ? now : null, spent: measuredMs(before, now) }
  })
  return toTimer(kept)
}

/** Ends this timer; does nothing when it does not exist. Throws STORAGE. */
export function endTimer(store: Store, uid: Uid): void {
  save(store, (kept) => (kept === null || kept.uid !== uid || kept.ended ? null : { ...kept, ended: true }))
}
