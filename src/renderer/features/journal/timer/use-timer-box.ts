import { notifications } from '@mantine/notifications'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '#renderer/lib/api.ts'
import { toFailure } from '#renderer/lib/failures.ts'
import { newUid } from '#renderer/lib/new-uid.ts'
import { today } from '#renderer/lib/today.ts'
import { comesBackWith } from '#renderer/lib/undo-batch.ts'
import { useFailureText } from '#renderer/lib/use-failure-text.ts'
import { useUndoable, useWayBack } from '#renderer/lib/use-save.tsx'
import { canBeSaved, newNamesIn, toCapture } from '#shared/domain/capture/to-capture.ts'
import { withPeople } from '../quick-add-line.ts'
import { useReading } from '../use-reading.ts'
import { useMinutes } from './use-minutes.ts'
import { TIMER_WRITES, type TimerLineOptions, useTimerLine } from './use-timer-line.ts'

type TimerLine = ReturnType<typeof useTimerLine>
type Reading = ReturnType<typeof useReading>

interface WritesOptions {
  own: TimerLine
  reading: Reading
  /** What was typed for the time is not needed any more. */
  forgetTime: () => void
  onClose: () => void
}

/** Begins the timer, lets it stand still or go on, and gives it up. */
function useTimerWrites({ own, reading, forgetTime, onClose }: WritesOptions) {
  const { t } = useTranslation('journal')
  const { client } = useApi()
  const offer = useWayBack()
  const { latest, unsaved, done } = own
  const begin = useMutation({
    scope: TIMER_WRITES,
    mutationFn: () => {
      const { current } = latest
      // A line that names no day is of the day it is begun on, not of the one its field was opened on.
      const line = reading.dayWords(current.text) === '' ? { ...current, typedOn: today() } : current
      return client.journal.beginTimer({ uid: line.uid, line: JSON.stringify(line) })
    },
    onSuccess: () => {
      done()
      onClose()
    },
  })
  const toggle = useMutation({
    scope: TIMER_WRITES,
    mutationFn: ({ runs }: { runs: boolean }) => {
      const line = unsaved()
      return client.journal.changeTimer({ uid: latest.current.uid, runs, ...(line !== undefined && { line }) })
    },
    // It measures on: what was said of the time counts no more.
    onSuccess: (_, { runs }) => {
      if (runs) forgetTime()
    },
  })
  const discard = useMutation({
    scope: TIMER_WRITES,
    mutationFn: async () => {
      const { uid } = latest.current
      const line = unsaved()
      if (line !== undefined) await client.journal.changeTimer({ uid, line })
      await client.journal.endTimer({ uid })
      return uid
    },
    onSuccess: (uid) => {
      done()
      offer(`timer-discarded-${uid}`, t('timer.discarded'), () => client.journal.returnTimer({ uid }))
      onClose()
    },
  })
  return { begin, toggle, discard }
}

/** Makes a journal line of the time. The line is saved before the timer ends, and saved twice it is still one: nothing is lost in between. */
function useStop({ own, reading, forgetTime, onClose }: WritesOptions) {
  const { t } = useTranslation('journal')
  const { client } = useApi()
  const undoable = useUndoable()
  const { latest, change, unsaved, done } = own
  return useMutation({
    scope: TIMER_WRITES,
    mutationFn: async (minutes: number) => {
      const parsed = { ...reading.understand(latest.current), minutes, inbox: false }
      const line = withPeople(latest.current, newNamesIn(parsed).length)
      // Sent again, its new people have the same uids as well.
      if (line !== latest.current) change(line)
      const sent = unsaved()
      const there = await client.journal.changeTimer({ uid: line.uid, ...(sent !== undefined && { line: sent }) })
      if (there === null) return false
      const capture = toCapture(parsed, line.uid, (place) => line.people[place] ?? newUid())
      const { batchId } = await client.journal.capture(capture)
      await client.journal.endTimer({ uid: line.uid })
      // The entry is gone, so its time is measured on, unless another timer has begun.
      comesBackWith(batchId, () =>
        client.journal.returnTimer({ uid: line.uid }).catch((error: unknown) => {
          if (toFailure(error)?.code !== 'REFUSED') throw error
        }),
      )
      undoable(t('capture.saved', { title: parsed.title }), batchId)
      return true
    },
    onSuccess: (isLogged) => {
      if (!isLogged) {
        notifications.show({ autoClose: 8000, message: t('timer.gone') })
        return
      }
      done()
      forgetTime()
      onClose()
    },
  })
}

interface TimerBoxOptions extends Omit<TimerLineOptions, 'dayWords'> {
  onClose: () => void
}

/** A timer with all that can be done with it. */
export function useTimerBox({ onClose, ...options }: TimerBoxOptions) {
  const { timer, typed } = options
  const reading = useReading()
  const own = useTimerLine({ ...options, dayWords: reading.dayWords })
  const { line } = own
  const { understand, isPending } = reading
  const parsed = useMemo(() => ({ ...understand(line), inbox: false }), [line, understand])
  const minutes = useMinutes(timer, parsed.minutes)
  const writes = { own, reading, forgetTime: minutes.forget, onClose }
  const { begin, toggle, discard } = useTimerWrites(writes)
  const stop = useStop(writes)
  const canStop = canBeSaved(parsed) && minutes.valid !== null
  const isBusy = begin.isPending || stop.isPending || discard.isPending
  const go = () => {
    if (isBusy) return
    if (timer === null) begin.mutate()
    else if (canStop && minutes.valid !== null) stop.mutate(minutes.valid)
  }
  const { isAsked, submit } = useAsked(reading, {
    isReady: timer === null || !isPending,
    isEntered: typed?.isEntered ?? false,
    go,
  })
  return {
    ...own,
    ...reading,
    parsed,
    minutes,
    canSubmit: timer === null || isPending || canStop,
    isBusy: isBusy || isAsked,
    submit,
    toggle: () => toggle.mutate({ runs: timer?.since === null }),
    discard: () => discard.mutate(),
  }
}

interface Asked {
  isReady: boolean
  /** It was asked for before the box was there. */
  isEntered: boolean
  go: () => void
}

/** Does it as soon as it is known how a line is read; says why where that cannot be known. */
function useAsked({ unread, readAgain }: Reading, { isReady, isEntered, go }: Asked) {
  const failureText = useFailureText()
  const [isAsked, setAsked] = useState(isEntered)
  const onReady = useEffectEvent(() => {
    if (!isAsked) return
    setAsked(false)
    go()
  })
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
  const submit = () => {
    if (isReady) return go()
    setAsked(true)
    if (unread !== null) readAgain()
  }
  return { isAsked, submit }
}
