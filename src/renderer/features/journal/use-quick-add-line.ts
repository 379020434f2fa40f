import { useQuery } from '@tanstack/react-query'
import { useCallback, useMemo, useRef, useState } from 'react'
import { useApi } from '#renderer/lib/api.ts'
import { useKindModel } from '#renderer/lib/capture-model.ts'
import { useDraftBox } from '#renderer/lib/draft-box.ts'
import { FormHistory } from '#renderer/lib/form-history.ts'
import { today } from '#renderer/lib/today.ts'
import { useUndoScope } from '#renderer/lib/undo-scope.ts'
import { useKeepSoon } from '#renderer/lib/use-keep-soon.ts'
import { useWorkspace } from '#renderer/lib/workspace.ts'
import { createKindScorer } from '#shared/domain/capture/kind-model.ts'
import { parseQuickAdd } from '#shared/domain/capture/quick-add.ts'
import { featuresOfTitle } from '#shared/domain/capture/quick-add-kind.ts'
import { emptyLine, type LineDraft, readLine, typeLine, withChosenKind } from './quick-add-line.ts'

const DRAFT = 'quick-add'

/** Tells kinds: as learned with the build, corrected by the kinds of the user's own lines. */
function useKinds() {
  const { query } = useApi()
  const { model, isPending: isModelPending } = useKindModel()
  const { data: own, isPending: isOwnPending } = useQuery(query.journal.ownKinds.queryOptions({ input: {} }))
  const kinds = useMemo(() => {
    if (model === undefined) return null
    return createKindScorer(
      model,
      (own ?? []).map(({ title, kind }) => ({ line: featuresOfTitle(title), kind })),
    )
  }, [model, own])
  return { kinds, isPending: isModelPending || isOwnPending }
}

/** How a text is read on a day, with the words, skills and people of this workspace. */
function useReading() {
  const { query } = useApi()
  const { settings } = useWorkspace()
  const { data: vocabulary, isPending: isVocabularyPending } = useQuery(
    query.catalogue.vocabulary.queryOptions({ input: {} }),
  )
  const { kinds, isPending: isKindsPending } = useKinds()
  const read = useCallback(
    (text: string, day: string) =>
      parseQuickAdd(text, {
        today: day,
        words: vocabulary?.words ?? [],
        kinds,
        skills: vocabulary?.skills ?? [],
        people: vocabulary?.people ?? [],
        weekStartsOn: settings.weekStartsOn,
      }),
    [kinds, settings.weekStartsOn, vocabulary],
  )
  return { read, vocabulary, isPending: isVocabularyPending || isKindsPending }
}

/** The line as typed and as understood; kept over restarts until it is saved. */
export function useQuickAddLine() {
  const box = useDraftBox()
  const { read, vocabulary, isPending } = useReading()
  const [line, setLine] = useState(() => readLine(box.read(DRAFT)) ?? emptyLine(today()))
  const latest = useRef(line)
  const keepSoon = useKeepSoon(() => {
    const { current } = latest
    box.keep(DRAFT, current.text === '' ? null : JSON.stringify(current))
  })
  const show = (next: LineDraft) => {
    latest.current = next
    setLine(next)
    keepSoon()
  }
  const [history] = useState(() => new FormHistory<LineDraft>(Date.now))
  useUndoScope((step) => {
    const next = history.step(step, latest.current)
    if (next !== null) show(next)
    return next !== null
  })
  const change = (next: LineDraft) => {
    if (next.text !== latest.current.text) history.note(latest.current, 'text')
    else if (next.kind !== latest.current.kind) history.note(latest.current, 'kind')
    show(next)
  }
  const dayWords = (text: string) =>
    read(text, today())
      .tokens.filter(({ type }) => type === 'date')
      .map(({ start, end }) => text.slice(start, end))
      .join()
  const parsed = useMemo(
    () => withChosenKind(read(line.text, line.typedOn), line.kind),
    [line.text, line.typedOn, line.kind, read],
  )
  return {
    line,
    parsed,
    vocabulary,
    /** True while the words, kinds, skills and people are on their way: a line would be understood without them. */
    isPending,
    change,
    type: (text: string) => change(typeLine(latest.current, text, today(), dayWords)),
    /** The line was saved: undo must not bring it back, whose next save would change what is saved. */
    forget: () => history.clear(),
    /** It is about to be sent: what is kept must say so before the answer can get lost. */
    keepNow: keepSoon.flush,
    /** What is in the box now, whatever was rendered. */
    latest,
  }
}
