import { notifications } from '@mantine/notifications'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '#renderer/lib/api.ts'
import { newUid } from '#renderer/lib/new-uid.ts'
import { useFailureText } from '#renderer/lib/use-failure-text.ts'
import { useUndoable, useWayBack } from '#renderer/lib/use-save.tsx'
import type { Timer } from '#shared/contract/timer.ts'
import { canBeSaved, newNamesIn, toCapture } from '#shared/domain/capture/to-capture.ts'
import { measuredMinutes } from '#shared/domain/timer/measured.ts'
import { Minutes } from '#shared/model/common.ts'
import { withPeople } from '../quick-add-line.ts'
import { useReading } from '../use-reading.ts'
import { useMeasured } from './use-timer.ts'
import { TIMER_WRITES, type TimerLineOptions, useTimerLine } from './use-timer-line.ts'

type TimerLine = ReturnType<typeof useTimerLine>

/** Starts, pauses, continues and discards the timer. */
function useTimerWrites(timer: Timer | null, { line, latest, done }: TimerLine, onClose: () => void) {
  const { t } = useTranslation('journal')
  const { client } = useApi()
  const offer = useWayBack()
  const keep = (runs?: boolean) =>
    client.journal.keepTimer({
      uid: line.uid,
      line: JSON.stringify(latest.current),
      ...(runs !== undefined && { runs }),
    })
  const start = useMutation({
    scope: TIMER_WRITES,
    mutationFn: () => keep(true),
    onSuccess: () => {
      done()
      onClose()
    },
  })
  const toggle = useMutation({ scope: TIMER_WRITES, mutationFn: () => keep(timer?.since === null) })
  const discard = useMutation({
    scope: TIMER_WRITES,
    mutationFn: () => client.journal.endTimer({ uid: line.uid }),
    onSuccess: () => {
      done()
      offer('timer-discarded', t('timer.discarded'), () => keep())
      onClose()
    },
  })
  return { start, toggle, discard }
}

/**
 * Turns the time into a journal entry. The line is saved before the timer ends, and saving it twice makes one entry, so
 * nothing is lost in between.
 */
function useStop({ latest, change, done }: TimerLine, reading: ReturnType<typeof useReading>, onClose: () => void) {
  const { t } = useTranslation('journal')
  const { client } = useApi()
  const undoable = useUndoable()
  return useMutation({
    scope: TIMER_WRITES,
    mutationFn: async (minutes: number) => {
      const parsed = { ...reading.understand(latest.current), minutes, inbox: false }
      const line = withPeople(latest.current, newNamesIn(parsed).length)
      if (line !== latest.current) change(line)
      // Sending it again uses the same uids for its new people.
      await client.journal.keepTimer({ uid: line.uid, line: JSON.stringify(line) })
      const capture = toCapture(parsed, line.uid, (place) => line.people[place] ?? newUid())
      const { batchId } = await client.journal.capture(capture)
      await client.journal.endTimer({ uid: line.uid })
      undoable(t('capture.saved', { title: parsed.title }), batchId)
    },
    onSuccess: () => {
      done()
      onClose()
    },
  })
}

/** The time to be logged: what the person typed, else what the line says, else what was measured. */
function useMinutes(timer: Timer | null, said: number | null) {
  const measured = useMeasured(timer ?? { since: null, spent: 0 })
  /** undefined = nothing was typed into the time field. */
  const [typed, type] = useState<number | string | null>()
  const value = typed ?? said ?? measuredMinutes(measured)
  return { measured, value, type, valid: Minutes.safeParse(value).data ?? null }
}

interface TimerBoxOptions extends Omit<TimerLineOptions, 'dayWords'> {
  onClose: () => void
}

/** A timer with everything that can be done with it. */
export function useTimerBox({ onClose, ...options }: TimerBoxOptions) {
  const { timer, typed } = options
  const failureText = useFailureText()
  const reading = useReading()
  const own = useTimerLine({ ...options, dayWords: reading.dayWords })
  const { line } = own
  const { understand, isPending, unread } = reading
  const parsed = useMemo(() => ({ ...understand(line), inbox: false }), [line, understand])
  const minutes = useMinutes(timer, parsed.minutes)
  const { start, toggle, discard } = useTimerWrites(timer, own, onClose)
  const stop = useStop(own, reading, onClose)
  /** Enter was pressed before the line could be read, or before the field was loaded. */
  const [isAsked, setAsked] = useState(typed?.isEntered ?? false)
  const canStop = canBeSaved(parsed) && minutes.valid !== null
  const isBusy = start.isPending || stop.isPending || discard.isPending
  const submit = () => {
    if (isBusy) return
    if (timer === null) return start.mutate()
    if (isPending) {
      setAsked(true)
      if (unread !== null) reading.readAgain()
      return
    }
    if (canStop && minutes.valid !== null) stop.mutate(minutes.valid)
  }
  const onReady = useEffectEvent(() => {
    if (!isAsked) return
    setAsked(false)
    submit()
  })
  const isReady = timer === null || !isPending
  useEffect(() => {
    if (isReady) onReady()
  }, [isReady])
  const onUnread = useEffectEvent(() => {
    if (!isAsked || unread === null) return
    setAsked(false)
    notifications.show({ color: 'red', autoClose: 8000, message: failureText(unread.error) })
  })
  const timesUnread = unread?.times ?? 0
  useEffect(() => {
    if (timesUnread > 0) onUnread()
  }, [timesUnread])
  return {
    ...own,
    ...reading,
    parsed,
    minutes,
    canSubmit: timer === null || isPending || canStop,
    isBusy: isBusy || isAsked,
    submit,
    toggle: () => toggle.mutate(),
    discard: () => discard.mutate(),
  }
}
