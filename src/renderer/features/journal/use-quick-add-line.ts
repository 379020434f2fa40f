import { useQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useApi } from '#renderer/lib/api.ts'
import type { CaptureTarget } from '#renderer/lib/capture.ts'
import { useDraftBox } from '#renderer/lib/draft-box.ts'
import { FormHistory } from '#renderer/lib/form-history.ts'
import { today } from '#renderer/lib/today.ts'
import { useUndoScope } from '#renderer/lib/undo-scope.ts'
import { useKeepSoon } from '#renderer/lib/use-keep-soon.ts'
import { useWorkspace } from '#renderer/lib/workspace.ts'
import { parseQuickAdd } from '#shared/domain/capture/quick-add.ts'
import { titlesOf } from '#shared/domain/capture/quick-add-items.ts'
import { indexOffers } from '#shared/domain/capture/quick-add-suggest.ts'
import { type EarlyLine, LINE_DRAFT } from './early-line.ts'
import {
  firstLine,
  type LineDraft,
  readLine,
  type TypedText,
  takeEarly,
  typeLine,
  withAbout,
  withChosenKind,
} from './quick-add-line.ts'
import { useKinds } from './use-kinds.ts'

/** What decides how a line is read, beside the workspace. */
type Typed = Pick<LineDraft, 'text'> & Partial<Pick<LineDraft, 'meant' | 'without'>>

/** How a text is read on a day, with the words, skills, people and other items of this workspace, and what marks are completed to. */
function useReading() {
  const { query } = useApi()
  const { settings } = useWorkspace()
  const { data: vocabulary, isPending: isVocabularyPending } = useQuery(
    query.catalogue.vocabulary.queryOptions({ input: {} }),
  )
  const { data: tags } = useQuery(query.journal.usedTags.queryOptions({ input: {} }))
  const { kinds, isPending: isKindsPending } = useKinds()
  const skills = useMemo(
    () => (vocabulary?.skills ?? []).map((skill) => ({ ...skill, titles: titlesOf(skill) })),
    [vocabulary],
  )
  const offers = useMemo(() => {
    if (vocabulary === undefined) return null
    return indexOffers({ skills, tags: tags ?? [], people: vocabulary.people, items: vocabulary.items })
  }, [vocabulary, skills, tags])
  const read = useCallback(
    ({ text, meant = {}, without = [] }: Typed, day: string) =>
      parseQuickAdd(text, {
        today: day,
        words: vocabulary?.words ?? [],
        kinds,
        skills,
        people: vocabulary?.people ?? [],
        ...(offers !== null && { items: offers.items }),
        meant,
        without,
        weekStartsOn: settings.weekStartsOn,
      }),
    [kinds, offers, settings.weekStartsOn, skills, vocabulary],
  )
  return { read, vocabulary, offers, isPending: isVocabularyPending || isKindsPending }
}

/** The line as typed and as understood; kept over restarts until it is saved. */
export function useQuickAddLine(about: CaptureTarget | null, typed: EarlyLine | null) {
  const box = useDraftBox()
  const { read, vocabulary, offers, isPending } = useReading()
  const dayWords = (text: string) =>
    read({ text }, today())
      .tokens.filter(({ type }) => type === 'date')
      .map(({ start, end }) => text.slice(start, end))
      .join()
  const [begun] = useState(() => {
    const kept = firstLine(readLine(box.read(LINE_DRAFT)), about, today())
    return takeEarly(kept, typed, today(), dayWords)
  })
  const [line, setLine] = useState(begun.line)
  const latest = useRef(line)
  const keepSoon = useKeepSoon(() => {
    const { current } = latest
    box.keep(LINE_DRAFT, current.text === '' ? null : JSON.stringify(current))
  })
  useEffect(() => {
    if (typed !== null) keepSoon()
  }, [typed, keepSoon])
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
    else if (next !== latest.current) history.note(latest.current, 'links')
    show(next)
  }
  const understand = useCallback(
    (line: LineDraft) => withAbout(withChosenKind(read(line, line.typedOn), line.kind), line),
    [read],
  )
  const parsed = useMemo(() => understand(line), [line, understand])
  return {
    line,
    parsed,
    vocabulary,
    offers,
    read,
    /** What a line says, whatever is in the box. */
    understand,
    /** The line that Enter was pressed after before the box was there; null = it was not. */
    confirmed: begun.confirmed,
    /** True while the words, kinds, skills and people are on their way: a line would be understood without them. */
    isPending,
    change,
    type: (typed: TypedText) => change(typeLine(latest.current, typed, today(), dayWords)),
    /** The line was saved: undo must not bring it back, whose next save would change what is saved. */
    forget: () => history.clear(),
    /** It is about to be sent: what is kept must say so before the answer can get lost. */
    keepNow: keepSoon.flush,
    /** What is in the box now, whatever was rendered. */
    latest,
  }
}
