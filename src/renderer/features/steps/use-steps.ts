import { useMutation, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '#renderer/lib/api.ts'
import { useNewUids } from '#renderer/lib/new-uid.ts'
import { today, useToday } from '#renderer/lib/today.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useUndoable } from '#renderer/lib/use-save.tsx'
import { useWorkspace } from '#renderer/lib/workspace.ts'
import type { Step, Suggestion } from '#shared/contract/steps.ts'
import { addDays } from '#shared/domain/calendar/calendar.ts'
import { daysOfWeek, mondayOf } from '#shared/domain/calendar/monday-weeks.ts'
import { entryKind } from '#shared/domain/steps/entry-kind.ts'
import { TITLE_LIMIT } from '#shared/model/common.ts'
import type { StepFields } from '#shared/model/step.ts'

/** Monday of the present week. */
export function usePresentWeek(): string {
  const { settings } = useWorkspace()
  return mondayOf(useToday(), settings.weekStartsOn)
}

/** The first day, by the user's start of the week, of a week identified by its Monday. */
export function useWeekStart(): (week: string) => string {
  const { settings } = useWorkspace()
  return (week) => daysOfWeek(week, settings.weekStartsOn).start
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

/** Actions on a step in a list, each undoable. */
export function useStepActions() {
  const { t } = useTranslation('steps')
  const { client } = useApi()
  const undoable = useUndoable()
  const week = usePresentWeek()
  const change = useMutation({
    mutationFn: ({ step, patch }: StepChange) => client.steps.update({ uid: step.uid, patch }),
    onSuccess: ({ batchId }, { step, told }) => undoable(t(`saved.${told}`, { title: step.title }), batchId),
  }).mutate
  const keepAll = useMutation({
    mutationFn: (steps: readonly Step[]) =>
      client.steps.updateMany({ uids: steps.map(({ uid }) => uid), patch: { week } }),
    onSuccess: ({ batchId, count }) => undoable(t('saved.movedAll', { count }), batchId),
  }).mutate
  return useMemo(
    () => ({
      keepAll,
      finish: (step: Step) => change({ step, patch: { status: 'done' }, told: 'done' }),
      reopen: (step: Step) => change({ step, patch: { status: 'planned' }, told: 'undone' }),
      keep: (step: Step) => change({ step, patch: { week }, told: 'moved' }),
      postpone: (step: Step) => change({ step, patch: { week: addDays(week, 7) }, told: 'moved' }),
      drop: (step: Step) => change({ step, patch: { status: 'dropped' }, told: 'dropped' }),
    }),
    [change, keepAll, week],
  )
}

/** Links an item may have at most. */
const LINKS = 200

/** Logs a done step in the journal, with the links of the step; if its kind is unknown, the entry goes to the inbox. */
export function useLogStep() {
  const { t } = useTranslation('steps')
  const { client } = useApi()
  const undoable = useUndoable()
  const uidOf = useNewUids()
  return useMutation({
    mutationFn: ({ uid, title, minutes, links, endDay, suggestedBy }: Step) => {
      const kind = entryKind(suggestedBy)
      const about = { minutes: minutes ?? 0, links: [uid, ...links].slice(0, LINKS), kind, inbox: kind === null }
      return client.journal.create({ uid: uidOf(uid), fields: { title, day: endDay ?? today(), ...about } })
    },
    onSuccess: ({ batchId }, { title }) => undoable(t('saved.logged', { title }), batchId),
  })
}

/** The title that a suggestion gets as a step. */
export function useSuggestionTitle(): (suggestion: Suggestion) => string {
  const { t } = useTranslation(['steps', 'vocabulary'])
  const format = useFormat()
  return ({ kind, subject, activityKind }) => {
    const about = activityKind === null ? format.text(subject ?? '') : t(`vocabulary:activityKind.${activityKind}`)
    return t(`next.kind.${kind}`, { subject: about })
  }
}

/** Shortens a title to the limit without splitting a character. */
const shorten = (title: string) =>
  title.length <= TITLE_LIMIT
    ? title
    : Array.from(title)
        .slice(0, TITLE_LIMIT / 2)
        .join('')

/** Accepts a suggestion for this week, or declines it: both create a step that remembers the suggestion. */
export function useAnswerSuggestion() {
  const { t } = useTranslation('steps')
  const { client } = useApi()
  const format = useFormat()
  const undoable = useUndoable()
  const week = usePresentWeek()
  const titleOf = useSuggestionTitle()
  const uidOf = useNewUids()
  return useMutation({
    mutationFn: ({ suggestion, reason }: { suggestion: Suggestion; reason: string | null }) => {
      const { key, how, minutes, links } = suggestion
      const answer = reason === null ? { status: 'planned' as const } : { status: 'declined' as const, reason }
      const told = { title: shorten(titleOf(suggestion)), notes: how === null ? '' : format.text(how) }
      const about = { week, minutes: Math.min(minutes, 1440), links, suggestedBy: key }
      return client.steps.create({ uid: uidOf(key), fields: { ...told, ...about, ...answer } })
    },
    onSuccess: ({ batchId }, { suggestion, reason }) =>
      undoable(t(reason === null ? 'saved.taken' : 'saved.declined', { title: titleOf(suggestion) }), batchId),
  })
}
