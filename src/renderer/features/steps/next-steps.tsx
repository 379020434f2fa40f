import { Button, Group, SegmentedControl, Text, TextInput } from '@mantine/core'
import { useLocalStorage } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { QueryGate } from '#renderer/fields/query-gate.tsx'
import { useApi } from '#renderer/lib/api.ts'
import { useOpenItem } from '#renderer/lib/selection.ts'
import { useFocusReturn } from '#renderer/lib/use-focus-return.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useKeepFocus } from '#renderer/lib/use-keep-focus.ts'
import { useRequirementText } from '#renderer/lib/use-requirement-text.ts'
import card from '#renderer/ui/card.module.css'
import type { Suggestion } from '#shared/contract/steps.ts'
import { StepTime } from '#shared/model/step.ts'
import classes from './steps.module.css'
import { useAnswerSuggestion, useSuggestionTitle } from './use-steps.ts'

/** The smallest gain shown, as a share: it rounds to 1 %. */
const TOLD_GAIN = 0.005

interface NextStepsProps {
  /** Without the detailed description, which is on the page of the week. */
  isShort?: boolean
}

/** The suggestions that move the gate forward most in the available time; the time chosen last is remembered. */
export function NextSteps({ isShort = false }: NextStepsProps) {
  const { t } = useTranslation('steps')
  const { query } = useApi()
  const [time, setTime] = useLocalStorage<StepTime>({ key: 'kurs.step-time', defaultValue: 'evening' })
  const found = useQuery({
    ...query.steps.next.queryOptions({ input: { time } }),
    placeholderData: keepPreviousData,
  })
  return (
    <>
      <SegmentedControl
        className="no-print"
        aria-label={t('next.time')}
        size="xs"
        value={time}
        onChange={(value) => setTime(StepTime.parse(value))}
        data={StepTime.options.map((value) => ({ value, label: t(`next.times.${value}`) }))}
      />
      <QueryGate query={found}>
        {(suggestions) =>
          suggestions.length === 0 ? (
            <Text size="sm" c="dimmed" mt="xs">
              {t('next.none')}
            </Text>
          ) : (
            <SuggestionList suggestions={suggestions} isShort={isShort} />
          )
        }
      </QueryGate>
    </>
  )
}

interface SuggestionListProps {
  suggestions: readonly Suggestion[]
  isShort: boolean
}

function SuggestionList({ suggestions, isShort }: SuggestionListProps) {
  const list = useRef<HTMLOListElement>(null)
  useKeepFocus(list, suggestions.map(({ key }) => key).join())
  return (
    <ol ref={list} className={classes.suggestions}>
      {suggestions.map((suggestion) => (
        <SuggestionItem key={suggestion.key} suggestion={suggestion} isShort={isShort} />
      ))}
    </ol>
  )
}

function SuggestionItem({ suggestion, isShort }: { suggestion: Suggestion; isShort: boolean }) {
  const { t } = useTranslation('steps')
  const format = useFormat()
  const answer = useAnswerSuggestion()
  const title = useSuggestionTitle()(suggestion)
  const [isDeclining, setDeclining] = useState(false)
  const declineButton = useFocusReturn<HTMLButtonElement>(isDeclining)
  const { minutes, wholeMinutes, how } = suggestion
  const whole = { minutes: format.minutes(minutes), whole: format.hours(wholeMinutes) }
  return (
    <li>
      <div className={card.head}>
        <SuggestionTitle suggestion={suggestion} />
        <span className={classes.quiet}>
          {minutes < wholeMinutes ? t('next.whole', whole) : format.minutes(minutes)}
        </span>
      </div>
      {how !== null && !isShort && (
        <Text size="sm" mt={4}>
          {format.text(how)}
        </Text>
      )}
      <Why suggestion={suggestion} />
      {isDeclining ? (
        <DeclineForm
          onDecline={(reason) => answer.mutate({ suggestion, reason })}
          onCancel={() => setDeclining(false)}
          isPending={answer.isPending}
        />
      ) : (
        <Group gap="xs" mt={6} className="no-print">
          <Button
            size="compact-sm"
            variant="light"
            loading={answer.isPending}
            aria-label={`${t('next.take')}: ${title}`}
            onClick={() => answer.mutate({ suggestion, reason: null })}
          >
            {t('next.take')}
          </Button>
          <Button
            ref={declineButton}
            size="compact-sm"
            variant="subtle"
            color="gray"
            aria-label={`${t('next.decline')}: ${title}`}
            onClick={() => setDeclining(true)}
          >
            {t('next.decline')}
          </Button>
        </Group>
      )}
    </li>
  )
}

/** The type of the item a suggestion is about, if it can be opened: the first of its links. */
const ABOUT = {
  rate: 'skill',
  practice: 'skill',
  learning: 'learning',
  project: 'project',
  certification: 'certification',
  milestone: 'milestone',
} as const

function SuggestionTitle({ suggestion }: { suggestion: Suggestion }) {
  const titleOf = useSuggestionTitle()
  const openItem = useOpenItem()
  const { kind, links } = suggestion
  const type = kind in ABOUT ? ABOUT[kind as keyof typeof ABOUT] : null
  const [uid] = links
  const title = titleOf(suggestion)
  if (type === null || uid === undefined) return <strong>{title}</strong>
  return (
    <button type="button" className={classes.title} onClick={() => openItem({ uid, type })}>
      <strong>{title}</strong>
    </button>
  )
}

/**
 * The requirement a suggestion is for, its share of the gate, and the gain from the step or from the whole that it is
 * part of.
 */
function Why({ suggestion }: { suggestion: Suggestion }) {
  const { t } = useTranslation('steps')
  const format = useFormat()
  const words = useRequirementText()
  const { requirement, share, others, gain, minutes, wholeMinutes } = suggestion
  const { title, state } = words(requirement)
  const about = t('next.why', { requirement: title, state, share: format.percent(share) })
  const also = others === 0 ? '' : ` ${t('next.also', { count: others })}`
  const told = minutes < wholeMinutes ? 'gainWhole' : 'gain'
  const adds = gain === null || gain < TOLD_GAIN ? '' : ` ${t(`next.${told}`, { gain: format.percent(gain) })}`
  return (
    <Text size="xs" c="dimmed" mt={4}>
      {`${about}${also}${adds}`}
    </Text>
  )
}

interface DeclineFormProps {
  onDecline: (reason: string) => void
  onCancel: () => void
  isPending: boolean
}

function DeclineForm({ onDecline, onCancel, isPending }: DeclineFormProps) {
  const { t } = useTranslation(['steps', 'common'])
  const [reason, setReason] = useState('')
  return (
    <form
      className={classes.decline}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        onCancel()
      }}
      onSubmit={(event) => {
        event.preventDefault()
        onDecline(reason)
      }}
    >
      <TextInput
        size="xs"
        aria-label={t('next.declineWhy')}
        placeholder={t('next.declineWhy')}
        maxLength={500}
        data-autofocus
        autoFocus
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Button size="xs" type="submit" variant="default" loading={isPending}>
        {t('next.declineNow')}
      </Button>
      <Button size="xs" variant="subtle" color="gray" onClick={onCancel}>
        {t('common:action.cancel')}
      </Button>
    </form>
  )
}
