import { useMutation, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '#renderer/lib/api.ts'
import { newUid } from '#renderer/lib/new-uid.ts'
import { today, useToday } from '#renderer/lib/today.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useUndoable } from '#renderer/lib/use-save.tsx'
import { useWorkspace } from '#renderer/lib/workspace.ts'
import type { Step, Suggestion } from '#shared/contract/steps.ts'
import { addDays } from '#shared/domain/calendar/calendar.ts'
import { stepWeek } from '#shared/domain/steps/step-weeks.ts'
import type { StepFields } from '#shared/model/step.ts'

/** Monday of the present week. */
export function usePresentWeek(): string {
  const { settings } = useWorkspace()
  return stepWeek(useToday(), settings.weekStartsOn)
}

/** All steps. */
export function useSteps() {
  const { query } = useApi()
  return useQuery(query.steps.list.queryOptions({ input: {} }))
}

type Told = 'done' | 'undone' | 'moved' | 'dropped'

interface StepChange {
  step: Step
  patch: Partial<StepFields>
  told: Told
}

/** What a step in a list can be told, each as one action with the way back. */
export function useStepActions() {
  const { t } = useTranslation('steps')
  const { client } = useApi()
  const undoable = useUndoable()
  const week = usePresentWeek()
  const change = useMutation({
    mutationFn: ({ step, patch }: StepChange) => client.steps.update({ uid: step.uid, patch }),
    onSuccess: ({ batchId }, { step, told }) => undoable(t(`saved.${told}`, { title: step.title }), batchId),
  }).mutate
  const log = useMutation({
    mutationFn: ({ uid, title, minutes, links, endDay }: Step) => {
      const fields = { title, day: endDay ?? today(), minutes: minutes ?? 0, links: [uid, ...links] }
      return client.journal.create({ uid: newUid(), fields })
    },
    onSuccess: ({ batchId }, { title }) => undoable(t('saved.logged', { title }), batchId),
  }).mutate
  const keepAll = useMutation({
    mutationFn: (steps: readonly Step[]) =>
      client.steps.updateMany({ uids: steps.map(({ uid }) => uid), patch: { week } }),
    onSuccess: ({ batchId, count }) => undoable(t('saved.movedAll', { count }), batchId),
  }).mutate
  return useMemo(
    () => ({
      keepAll,
      finish: (step: Step) => change({ step, patch: { status: 'done', endDay: today() }, told: 'done' }),
      reopen: (step: Step) => change({ step, patch: { status: 'planned', endDay: null }, told: 'undone' }),
      keep: (step: Step) => change({ step, patch: { week }, told: 'moved' }),
      postpone: (step: Step) => change({ step, patch: { week: addDays(week, 7) }, told: 'moved' }),
      drop: (step: Step) => change({ step, patch: { status: 'dropped' }, told: 'dropped' }),
      log,
    }),
    [change, keepAll, log, week],
  )
}

/** What a suggestion is called as a step. */
export function useSuggestionTitle(): (suggestion: Suggestion) => string {
  const { t } = useTranslation(['steps', 'vocabulary'])
  const format = useFormat()
  return ({ kind, subject, activityKind }) => {
    const about = activityKind === null ? format.text(subject ?? '') : t(`vocabulary:activityKind.${activityKind}`)
    return t(`next.kind.${kind}`, { subject: about })
  }
}

/** Takes a suggestion for this week, or declines it: either way a step remembers that it was suggested. */
export function useAnswerSuggestion() {
  const { t } = useTranslation('steps')
  const { client } = useApi()
  const format = useFormat()
  const undoable = useUndoable()
  const week = usePresentWeek()
  const titleOf = useSuggestionTitle()
  return useMutation({
    mutationFn: ({ suggestion, reason }: { suggestion: Suggestion; reason: string | null }) => {
      const { key, how, minutes, links } = suggestion
      const answer = reason === null ? { status: 'planned' as const } : { status: 'declined' as const, reason }
      const told = { title: titleOf(suggestion).slice(0, 200), notes: how === null ? '' : format.text(how) }
      const about = { week, minutes: Math.min(minutes, 1440), links, suggestedBy: key }
      return client.steps.create({ uid: newUid(), fields: { ...told, ...about, ...answer } })
    },
    onSuccess: ({ batchId }, { suggestion, reason }) =>
      undoable(t(reason === null ? 'saved.taken' : 'saved.declined', { title: titleOf(suggestion) }), batchId),
  })
}
