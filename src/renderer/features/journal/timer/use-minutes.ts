import { useState } from 'react'
import { useDraftBox } from '#renderer/lib/draft-box.ts'
import type { Timer } from '#shared/contract/timer.ts'
import { measuredMinutes } from '#shared/domain/timer/measured.ts'
import { Minutes } from '#shared/model/common.ts'
import { TIME_DRAFT } from './timer-drafts.ts'
import { useMeasured } from './use-timer.ts'

/** What was typed into the field of the time; undefined = nothing. */
type TypedTime = number | string | null | undefined

/** What was typed for this timer and is kept. */
function readTime(kept: string | null, timer: Timer | null): TypedTime {
  try {
    const { uid, time } = JSON.parse(kept ?? '{}') as { uid?: string; time?: TypedTime }
    return timer !== null && uid === timer.uid && ['number', 'string'].includes(typeof time) ? time : undefined
  } catch {
    return undefined
  }
}

/** The time that would be logged: what the person says, else what the line says, else what was measured. */
export function useMinutes(timer: Timer | null, said: number | null) {
  const drafts = useDraftBox()
  const measured = useMeasured(timer)
  const [typed, setTyped] = useState<TypedTime>(() => readTime(drafts.read(TIME_DRAFT), timer))
  const value = typed === undefined ? (said ?? measuredMinutes(measured)) : typed
  return {
    measured,
    value,
    type: (time: TypedTime) => {
      setTyped(time)
      drafts.keep(TIME_DRAFT, time === undefined || time === null ? null : JSON.stringify({ uid: timer?.uid, time }))
    },
    /** null while it cannot be logged. */
    valid: Minutes.safeParse(value).data ?? null,
    /** What was said of the time counts no more: it goes on being measured, or has ended. */
    forget: () => {
      setTyped(undefined)
      drafts.keep(TIME_DRAFT, null)
    },
  }
}
