import { useDebouncedCallback } from '@mantine/hooks'
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useApi } from '#renderer/lib/api.ts'
import { keepDraft, readDraft } from '#renderer/lib/drafts.ts'
import type { LocalText } from '#shared/model/common.ts'
import type { Review, ReviewAnswer } from '#shared/model/review.ts'
import { type Autosave, createAutosave, type SaveState } from './autosave.ts'
import { type FocusLine, fromFocusLines, toFocusLines } from './focus-lines.ts'

/** Milliseconds without typing until it is saved. */
const SAVE_DELAY = 800
/** Milliseconds without typing, and of typing at most, until the browser keeps it: what a killed window may lose. */
const KEEP_DELAY = { delay: 300, maxWait: 900 }

/** What a person writes into a draft: the answers by the key of their prompt, and the focus. */
interface Written {
  answers: Record<string, string>
  focus: LocalText[]
}

export interface ReviewDraft {
  answers: Record<string, string>
  setAnswer: (key: string, answer: string) => void
  lines: FocusLine[]
  setLines: (lines: FocusLine[]) => void
  state: SaveState
  /** Saves now; true when everything is saved. */
  flush: () => Promise<boolean>
}

const writtenIn = (review: Pick<Review, 'answers' | 'focus'>): Written => ({
  answers: Object.fromEntries(review.answers.map(({ key, answer }) => [key, answer])),
  focus: review.focus,
})
const isEqual = (a: Written, b: Written) => JSON.stringify(a) === JSON.stringify(b)
const withAnswers = (asked: ReviewAnswer[], answers: Written['answers']) =>
  asked.map((one) => ({ ...one, answer: answers[one.key] ?? one.answer }))

const draftKeys = (uid: string) => ({ answers: `review-${uid}-answers`, focus: `review-${uid}-focus` })

/** What was typed last time and did not reach the store, over what is saved. */
function restore(uid: string, saved: Written): Written {
  const keys = draftKeys(uid)
  const answers = readDraft(localStorage, keys.answers, saved.answers) as Written['answers'] | null
  const focus = readDraft(localStorage, keys.focus, { focus: saved.focus })
  return {
    answers: { ...saved.answers, ...answers },
    focus: focus?.focus ?? saved.focus,
  }
}

function keep(uid: string, saved: Written, written: Written): void {
  const keys = draftKeys(uid)
  keepDraft(localStorage, keys.answers, saved.answers, written.answers)
  keepDraft(localStorage, keys.focus, { focus: saved.focus }, { focus: written.focus })
}

/** Stores what was written, and lets every view of this review know. */
function useStoreDraft(review: Review): (written: Written) => Promise<void> {
  const { client, query } = useApi()
  const queryClient = useQueryClient()
  const { uid, answers: asked } = review
  return async ({ answers, focus }) => {
    const patch = { answers: withAnswers(asked, answers), focus }
    await client.reviews.saveDraft({ uid, patch })
    // An answer to a question asked before this save would bring the older text back.
    const queryKey = query.reviews.get.queryKey({ input: { uid } })
    await queryClient.cancelQueries({ queryKey })
    queryClient.setQueryData(queryKey, (old: Review | undefined) => old && { ...old, ...patch })
  }
}

/** Keeps and saves what is not saved when the window is hidden or closed, or the draft is left. */
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

/**
 * The text of a draft while it is written: saved when the typing pauses, kept by the browser within a second, and never
 * lost when a save is refused. What is saved elsewhere (undo, a second window) is taken over while nothing is unsaved here.
 */
export function useReviewDraft(review: Review): ReviewDraft {
  const { uid } = review
  const store = useStoreDraft(review)
  const saved = useRef(writtenIn(review))
  const [first] = useState(() => restore(uid, saved.current))
  const written = useRef(first)
  const [answers, setAnswers] = useState(first.answers)
  const [lines, setLines] = useState(() => toFocusLines(first.focus))
  const [state, setState] = useState<SaveState>({ kind: 'saved', at: null })
  const [autosave] = useState(() =>
    createAutosave<Written>({
      saved: saved.current,
      save: async (value) => {
        await store(value)
        saved.current = value
        keep(uid, value, written.current)
      },
      isEqual,
      delay: SAVE_DELAY,
      now: Date.now,
      onState: setState,
    }),
  )
  const keepSoon = useDebouncedCallback(() => keep(uid, saved.current, written.current), KEEP_DELAY)
  const change = useCallback(
    (next: Partial<Written>) => {
      written.current = { ...written.current, ...next }
      autosave.change(written.current)
      keepSoon()
    },
    [autosave, keepSoon],
  )
  const setAnswer = useCallback(
    (key: string, answer: string) => {
      const next = { ...written.current.answers, [key]: answer }
      setAnswers(next)
      change({ answers: next })
    },
    [change],
  )
  useEffect(() => {
    keep(uid, saved.current, written.current)
    autosave.change(written.current)
  }, [autosave, uid])
  useEffect(() => {
    const elsewhere = writtenIn(review)
    if (!autosave.adopt(elsewhere)) return
    saved.current = elsewhere
    written.current = elsewhere
    setAnswers(elsewhere.answers)
    setLines(toFocusLines(elsewhere.focus))
  }, [autosave, review])
  useLeaving(() => keep(uid, saved.current, written.current), autosave)
  return {
    answers,
    setAnswer,
    lines,
    setLines: (next) => {
      setLines(next)
      change({ focus: fromFocusLines(next) })
    },
    state,
    flush: autosave.flush,
  }
}
