import { z } from 'zod'
import { commit } from '#main/store/engine/commit.ts'
import { type Store, tellListeners } from '#main/store/engine/database.ts'
import { TIMER_KEY } from '#main/store/engine/own-settings.ts'
import { readSetting, saveSetting } from '#main/store/engine/setting.ts'
import { Timer } from '#shared/contract/timer.ts'
import { measuredMs } from '#shared/domain/timer/measured.ts'
import type { Uid } from '#shared/model/common.ts'
import { refuse } from '#shared/model/failure.ts'

/** As it is kept: an ended one stays until the next one begins, so that the end can be taken back. */
const KeptTimer = Timer.extend({ ended: z.boolean() })
type KeptTimer = z.infer<typeof KeptTimer>

const readKept = (store: Store): KeptTimer | null => readSetting(store, TIMER_KEY, KeptTimer)

function toTimer(kept: KeptTimer | null): Timer | null {
  if (kept === null || kept.ended) return null
  const { ended: _, ...timer } = kept
  return timer
}

/** The timer there is; null = none. */
export const readTimer = (store: Store): Timer | null => toTimer(readKept(store))

/** Saves what `change` makes of what is kept, which stays where that is the same; answers the timer there is then. */
function save(store: Store, change: (kept: KeptTimer | null) => KeptTimer | null): Timer | null {
  const { before, after } = commit(store, () => {
    const before = readKept(store)
    const after = change(before)
    if (after !== before) saveSetting(store, TIMER_KEY, after)
    return { before, after }
  })
  if (after !== before) tellListeners(store, ['timer'])
  return toTimer(after)
}

/** Begins a timer; the same uid again is the same timer. Throws REFUSED `timer-there` and STORAGE. */
export function beginTimer(store: Store, { uid, line }: Pick<Timer, 'uid' | 'line'>): Timer | null {
  return save(store, (kept) => {
    if (kept?.uid === uid) return kept
    if (kept !== null && !kept.ended) refuse('timer-there')
    return { uid, line, since: store.clock(), spent: 0, ended: false }
  })
}

interface TimerChange extends Pick<Timer, 'uid'> {
  line?: string | undefined
  runs?: boolean | undefined
}

/** Changes the timer there is; nothing where it has ended, or is another one. Throws STORAGE. */
export function changeTimer(store: Store, { uid, line, runs }: TimerChange): Timer | null {
  const now = store.clock()
  const timer = save(store, (kept) => {
    if (kept === null || kept.ended || kept.uid !== uid) return kept
    const isToggled = runs !== undefined && runs !== (kept.since !== null)
    if (!isToggled && (line === undefined || line === kept.line)) return kept
    const time = isToggled ? { since: runs ? now : null, spent: measuredMs(kept, now) } : {}
    return { ...kept, ...time, line: line ?? kept.line }
  })
  return timer?.uid === uid ? timer : null
}

const withEnd = (store: Store, uid: Uid, ended: boolean) =>
  save(store, (kept) => {
    if (!ended && kept?.uid !== uid) refuse('restore-conflict')
    return kept === null || kept.uid !== uid || kept.ended === ended ? kept : { ...kept, ended }
  })

/** Ends this timer; harmless where it is not there. Throws STORAGE. */
export const endTimer = (store: Store, uid: Uid): void => void withEnd(store, uid, true)

/** Takes the end of this timer back: its time goes on as though it had not ended. Throws REFUSED `restore-conflict` where another one has begun since, and STORAGE. */
export const returnTimer = (store: Store, uid: Uid): void => void withEnd(store, uid, false)
