import { Button, Group, Stack, Text } from '@mantine/core'
import { IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react'
import { type KeyboardEvent, type RefObject, useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DurationField } from '#renderer/fields/duration-field.tsx'
import { QueryGate } from '#renderer/fields/query-gate.tsx'
import type { CaptureTarget } from '#renderer/lib/capture.ts'
import { today } from '#renderer/lib/today.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import type { Timer } from '#shared/contract/timer.ts'
import { clockText, FORGOTTEN_MINUTES, measuredMinutes } from '#shared/domain/timer/measured.ts'
import { HighlightedInput, type LineInput } from '../highlighted-input.tsx'
import { KindPart } from '../quick-add-kind-part.tsx'
import { type LineDraft, withChoice, withoutItem, withUnit } from '../quick-add-line.ts'
import { QuickAddPreview } from '../quick-add-preview.tsx'
import { useSuggestions } from '../use-suggestions.ts'
import classes from './timer.module.css'
import type { EarlyTimer } from './timer-drafts.ts'
import { useTimer } from './use-timer.ts'
import { useTimerBox } from './use-timer-box.ts'

export interface TimerBoxProps {
  /** The item a new timer is for. */
  about: CaptureTarget | null
  onClose: () => void
  early: RefObject<EarlyTimer | null>
}

/**
 * The present timer, or the form to start one. What was typed before the box was loaded is taken over when the plain
 * field is gone.
 */
export function TimerBox({ about, early, onClose }: TimerBoxProps) {
  const timer = useTimer()
  const [begun, setBegun] = useState<{ typed: EarlyTimer | null } | null>(null)
  useLayoutEffect(() => {
    const typed = early.current
    setBegun((before) => before ?? { typed })
    early.current = null
  }, [early])
  return (
    <QueryGate query={timer}>
      {(data) =>
        begun !== null && (
          <Box
            key={data?.uid ?? 'new'}
            timer={data}
            about={about}
            typed={data === null ? begun.typed : null}
            onClose={onClose}
          />
        )
      }
    </QueryGate>
  )
}

type BoxProps = Parameters<typeof useTimerBox>[0]

function Box(props: BoxProps) {
  const { timer } = props
  const { t } = useTranslation('journal')
  const box = useTimerBox(props)
  const input = useRef<LineInput>(null)
  const take = (next: LineDraft) => {
    box.change(next)
    input.current?.focus()
  }
  return (
    <Stack gap="sm">
      {timer !== null && <Clock timer={timer} measured={box.minutes.measured} onToggle={box.toggle} />}
      <Line box={box} input={input} onTake={take} />
      {timer !== null && <TimeToLog box={box} />}
      <Group justify="space-between" gap="xs" wrap="nowrap" align="end">
        <Text size="xs" c="dimmed">
          {t(timer === null ? 'timer.hintNew' : box.parsed.title === '' ? 'timer.noTitle' : 'timer.hint')}
        </Text>
        <Group gap="xs" wrap="nowrap" flex="none">
          {timer !== null && (
            <Button variant="subtle" onClick={box.discard} disabled={box.isBusy}>
              {t('timer.discard')}
            </Button>
          )}
          <Button onClick={box.submit} disabled={!box.canSubmit} loading={box.isBusy}>
            {t(timer === null ? 'timer.start' : 'timer.stop')}
          </Button>
        </Group>
      </Group>
    </Stack>
  )
}

interface ClockProps {
  timer: Timer
  measured: number
  onToggle: () => void
}

function Clock({ timer, measured, onToggle }: ClockProps) {
  const { t } = useTranslation('journal')
  const runs = timer.since !== null
  const Icon = runs ? IconPlayerPause : IconPlayerPlay
  return (
    <Group gap="md">
      <span className={classes.clock} role="timer" aria-label={t('timer.title')}>
        {clockText(measured)}
      </span>
      <Button
        variant="default"
        size="compact-md"
        leftSection={<Icon size={16} stroke={1.6} aria-hidden />}
        onClick={onToggle}
      >
        {t(runs ? 'timer.pause' : 'timer.goOn')}
      </Button>
    </Group>
  )
}

type TimerBoxState = ReturnType<typeof useTimerBox>

interface LineProps {
  box: TimerBoxState
  input: RefObject<LineInput | null>
  onTake: (next: LineDraft) => void
}

/** What the time is for, typed and understood as in quick add. */
function Line({ box, input, onTake }: LineProps) {
  const { line, parsed, vocabulary, change } = box
  const { t } = useTranslation('journal')
  const suggestions = useSuggestions(line, box.offers, (next, caret) => {
    change(next)
    input.current?.focus(caret)
  })
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing || suggestions.onKeyDown(event) || event.key !== 'Enter') return
    event.preventDefault()
    box.submit()
  }
  return (
    <>
      <HighlightedInput
        handle={input}
        label={t('timer.label')}
        placeholder={t('timer.placeholder')}
        value={line.text}
        onChange={box.type}
        onKeyDown={onKeyDown}
        tokens={parsed.tokens}
        problems={parsed.problems}
        suggestions={suggestions}
      />
      <QuickAddPreview
        parsed={parsed}
        line={line}
        vocabulary={vocabulary}
        onToday={() => onTake({ ...line, typedOn: today() })}
        onMinutes={(end) => onTake(withUnit(line, end, t('capture.minuteUnit')))}
        onChoose={(text, uid) => onTake(withChoice(line, text, uid))}
        onTakeAway={(uid) => onTake(withoutItem(line, uid))}
      />
      {parsed.title !== '' && (
        <KindPart
          parsed={parsed}
          chosen={line.kind}
          onAccept={(kind) => onTake({ ...line, kind })}
          onChoose={(kind) => change({ ...line, kind })}
        />
      )}
    </>
  )
}

function TimeToLog({ box: { minutes, submit } }: { box: TimerBoxState }) {
  const { t } = useTranslation(['journal', 'errors'])
  const format = useFormat()
  const whole = measuredMinutes(minutes.measured)
  return (
    <DurationField
      unit="minutes"
      w={260}
      label={t('timer.minutes')}
      description={whole > FORGOTTEN_MINUTES ? t('timer.forgotten', { time: format.minutes(whole) }) : undefined}
      error={minutes.valid === null ? t('errors:field.minutes.invalid') : undefined}
      value={minutes.value}
      onChange={minutes.type}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
        event.preventDefault()
        submit()
      }}
    />
  )
}
