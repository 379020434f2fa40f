import { useQueryClient } from '@tanstack/react-query'
import { type RefObject, useCallback, useEffect, useEffectEvent, useRef, useState } from 'react'
import { useApi } from '#renderer/lib/api.ts'
import type { Choice } from '#renderer/lib/conflicts.ts'
import { type DraftBox, useDraftBox } from '#renderer/lib/draft-box.ts'
import { keepDraft, readDraft } from '#renderer/lib/drafts.ts'
import { toFailure } from '#renderer/lib/failures.ts'
import { useUndoScope } from '#renderer/lib/undo-scope.ts'
import { useKeepSoon } from '#renderer/lib/use-keep-soon.ts'
import type { Review } from '#shared/contract/reviews.ts'
import type { ReviewAnswer } from '#shared/model/review-snapshot.ts'
import { type Autosave, createAutosave, type SaveState } from './autosave.ts'
import { type FocusLine, fromFocusLines, toFocusLines } from './focus-lines.ts'
import {
  type AnswerConflict,
  type Draft,
  isOpen,
  keptFrom,
  meetStored,
  toSave,
  type Written,
  withAnswer,
  withChoice,
} from './written.ts'

/** Milliseconds without typing before saving. */
const SAVE_DELAY = 800

export interface ReviewDraft {
  answers: Written['answers']
  setAnswer: (key: string, answer: string) => void
  /** Answers that were also written in another window. */
  conflicts: Readonly<Record<string, AnswerConflict>>
  choose: (key: string, choice: Choice) => void
  lines: FocusLine[]
  setLines: (lines: FocusLine[]) => void
  state: SaveState
  /** Saves now; true when everything is saved. */
  flush: () => Promise<boolean>
}

const answersOf = (asked: readonly ReviewAnswer[]) => Object.fromEntries(asked.map(({ key, answer }) => [key, answer]))
const writtenIn = (review: Pick<Review, 'answers' | 'focus'>): Written => ({
  answers: answersOf(review.answers),
  focus: review.focus,
})
const isEqual = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

const draftKeys = (uid: string) => ({ answers: `review-${uid}-answers`, focus: `review-${uid}-focus` })

/** Merges what was typed last time and not stored with what is stored. */
function restore(box: DraftBox, uid: string, saved: Written): Draft {
  const keys = draftKeys(uid)
  const answers = readDraft(box, keys.answers, saved.answers)
  const focus = readDraft(box, keys.focus, { focus: saved.focus })
  const written = {
    answers: { ...saved.answers, ...(answers?.values as Written['answers'] | undefined) },
    focus: focus?.values.focus ?? saved.focus,
  }
  const began = {
    answers: { ...saved.answers, ...(answers?.base as Written['answers'] | undefined) },
    focus: focus?.base.focus ?? saved.focus,
  }
  return meetStored({ written, conflicts: {} }, began, saved)
}

function keep(box: DraftBox, uid: string, began: Written, written: Written): void {
  const keys = draftKeys(uid)
  keepDraft(box, keys.answers, began.answers, written.answers)
  keepDraft(box, keys.focus, { focus: began.focus }, { focus: written.focus })
}

/** Stores what was written since `began`, and updates every view of this review. */
function useStoreDraft(review: Review): (written: Written, began: Written) => Promise<void> {
  const { client, query } = useApi()
  const queryClient = useQueryClient()
  const { uid, answers: asked } = review
  const toFields = ({ answers, focus }: Written) => ({
    answers: asked.map((one) => ({ ...one, answer: answers[one.key] ?? one.answer })),
    focus,
  })
  return async (written, began) => {
    const patch = toFields(written)
    await client.reviews.saveDraft({ uid, patch, base: toFields(began) })
    // A read that started before this save would bring the older text back.
    const queryKey = query.reviews.get.queryKey({ input: { uid } })
    await queryClient.cancelQueries({ queryKey })
    queryClient.setQueryData(queryKey, (old: Review | undefined) => old && { ...old, ...patch })
    // The store has merged what another window wrote meanwhile. The read that would have shown it was cancelled above.
    void queryClient.invalidateQueries({ queryKey })
  }
}

/** The stored text, if a save was refused because another window had written the same answers. */
function storedInstead(error: unknown, saved: Written): Written | null {
  const failure = toFailure(error)
  if (failure?.code !== 'CONFLICT') return null
  const theirs = failure.data.fields.find(({ name }) => name === 'answers')?.theirs
  return theirs === undefined ? null : { ...saved, answers: answersOf(theirs as ReviewAnswer[]) }
}

/** Keeps and saves unsaved text when the window is hidden or closed, or the draft is left. */
function useLeaving(keepNow: () => void, autosave: Autosave<Written>): void {
  const keepLatest = useRef(keepNow)
  keepLatest.current = keepNow
  useEffect(() => {
    const leave = () => {
      keepLatest.current()
      void autosave.flush()
    }
    window.addEventListener('pagehide', leave)
    document.addEventListener('visibilitychange', leave)
    return () => {
      window.removeEventListener('pagehide', leave)
      document.removeEventListener('visibilitychange', leave)
      keepLatest.current()
      void autosave.flush().then(autosave.stop)
    }
  }, [autosave])
}

/** The base of this window, including answers that an earlier save stored although its response was lost. */
function ownIn(stored: Written, attempts: readonly Written[], began: Written): Written {
  const own = Object.entries(stored.answers).filter(([key, text]) =>
    attempts.some(({ answers }) => answers[key] === text),
  )
  return { ...began, answers: { ...began.answers, ...Object.fromEntries(own) } }
}

interface Saver {
  store(written: Written, began: Written): Promise<void>
  /** Saves that were sent and never answered: they may have arrived. */
  attempts: RefObject<Written[]>
  saved: RefObject<Written>
  onSaved(): void
  meet(stored: Written): void
}

/** Saves a draft. If another window has written the same answers, the conflict is handled after this save. */
const saverOf =
  ({ store, attempts, saved, onSaved, meet }: Saver) =>
  async (value: Written) => {
    try {
      await store(value, saved.current)
    } catch (error) {
      if (toFailure(error) === null) attempts.current.push(value)
      const stored = storedInstead(error, saved.current)
      if (stored !== null) setTimeout(() => meet(stored))
      throw error
    }
    attempts.current = []
    saved.current = value
    onSaved()
  }

/**
 * The text of a draft while it is written: saved when the typing pauses, kept by the browser within a second, and never
 * lost when a save is refused. Changes saved elsewhere (undo, a second window) are taken over answer by answer; an
 * answer that was changed on both sides waits for a choice.
 */
export function useReviewDraft(review: Review): ReviewDraft {
  const { uid } = review
  const box = useDraftBox()
  const store = useStoreDraft(review)
  const saved = useRef(writtenIn(review))
  const [draft, setDraft] = useState(() => restore(box, uid, saved.current))
  const latest = useRef(draft)
  const [lines, setLines] = useState(() => toFocusLines(draft.written.focus))
  const [state, setState] = useState<SaveState>({ kind: 'saved', at: null })
  const keepNow = useCallback(
    () => keep(box, uid, keptFrom(saved.current, latest.current), latest.current.written),
    [box, uid],
  )
  const keepSoon = useKeepSoon(keepNow)
  const attempts = useRef<Written[]>([])
  const meet = (stored: Written) => {
    const met = meetStored(latest.current, ownIn(stored, attempts.current, saved.current), stored)
    if (!autosave.adopt(stored, toSave(met))) return
    if (!isEqual(met.written.focus, latest.current.written.focus)) setLines(toFocusLines(met.written.focus))
    saved.current = stored
    latest.current = met
    setDraft(met)
    keepNow()
  }
  const [autosave] = useState(() =>
    createAutosave<Written>({
      saved: saved.current,
      save: saverOf({ store, attempts, saved, meet, onSaved: keepNow }),
      isEqual,
      delay: SAVE_DELAY,
      now: Date.now,
      onState: setState,
    }),
  )
  // While typed text is unsaved, undo would revert the save before it.
  useUndoScope(
    () => 'saving',
    () => !autosave.isSaved(),
  )
  const change = useCallback(
    (next: Draft) => {
      latest.current = next
      setDraft(next)
      autosave.change(toSave(next))
      keepSoon()
    },
    [autosave, keepSoon],
  )
  const onStored = useEffectEvent(meet)
  useEffect(() => onStored(writtenIn(review)), [review])
  useLeaving(keepNow, autosave)
  return {
    answers: draft.written.answers,
    setAnswer: useCallback((key, answer) => change(withAnswer(latest.current, key, answer)), [change]),
    conflicts: draft.conflicts,
    choose: useCallback((key, choice) => change(withChoice(latest.current, key, choice)), [change]),
    lines,
    setLines: (next) => {
      setLines(next)
      const { written, conflicts } = latest.current
      change({ written: { ...written, focus: fromFocusLines(next) }, conflicts })
    },
    // A failed save of the other answers is reported before the conflict.
    state: isOpen(draft) && state.kind !== 'failed' ? { kind: 'conflict' } : state,
    flush: async () => (await autosave.flush()) && !isOpen(latest.current),
  }
}
