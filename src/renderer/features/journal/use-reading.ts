import { useQuery } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import { useApi } from '#renderer/lib/api.ts'
import { today } from '#renderer/lib/today.ts'
import { useWorkspace } from '#renderer/lib/workspace.ts'
import { parseQuickAdd } from '#shared/domain/capture/quick-add.ts'
import { titlesOf } from '#shared/domain/capture/quick-add-items.ts'
import { indexOffers } from '#shared/domain/capture/quick-add-suggest.ts'
import { type LineDraft, withAbout, withChosenKind } from './quick-add-line.ts'
import { useKinds } from './use-kinds.ts'

/** What determines how a line is read, apart from the workspace. */
type Typed = Pick<LineDraft, 'text'> & Partial<Pick<LineDraft, 'meant' | 'without'>>

/** Reads lines with the words, skills, people and other items of this workspace, and offers completions for marks. */
export function useReading() {
  const { query } = useApi()
  const { settings } = useWorkspace()
  const all = query.catalogue.vocabulary.queryOptions({ input: {} })
  const { data: vocabulary, error, errorUpdateCount, refetch } = useQuery(all)
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
  const understand = useCallback(
    (line: LineDraft) => withAbout(withChosenKind(read(line, line.typedOn), line.kind), line),
    [read],
  )
  const dayWords = (text: string) =>
    read({ text }, today())
      .tokens.filter(({ type }) => type === 'date')
      .map(({ start, end }) => text.slice(start, end))
      .join()
  return {
    /** Reads a text as of a day. */
    read,
    /** Reads a line with everything that was chosen for it. */
    understand,
    /** The words of a text that name its day. */
    dayWords,
    vocabulary,
    offers,
    // Without the list of people, a line would create a second person with the same name, so it also waits if that list
    // cannot be read.
    isPending: vocabulary === undefined || isKindsPending,
    /**
     * Why the words, skills and people could not be read, and how often; null once they are read or while they are
     * being read.
     */
    unread: vocabulary === undefined && error !== null ? { error, times: errorUpdateCount } : null,
    readAgain: () => void refetch(),
  }
}
