import { Mark, Text, type TextProps } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { type createSpotlight, Spotlight } from '@mantine/spotlight'
import { IconSearch } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Fragment, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '#renderer/lib/api.ts'
import { useOpenItem } from '#renderer/lib/selection.ts'
import { textMatcher } from '#renderer/lib/text-matcher.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import type { SearchHit } from '#shared/contract/search.ts'
import { createWordMatcher, type WordMatcher } from '#shared/domain/text/snippet.ts'

/** A page that can be gone to from the search. */
export interface SearchPage {
  path: string
  title: string
}

interface SearchDialogProps {
  store: ReturnType<typeof createSpotlight>[0]
  pages: SearchPage[]
  onPage: (path: string) => void
}

const LIMIT = 30

/** Search over everything, under one key: pages by name, items by full text. */
export function SearchDialog({ store, pages, onPage }: SearchDialogProps) {
  const { t } = useTranslation('search')
  const { query } = useApi()
  const [text, setText] = useState('')
  const [asked] = useDebouncedValue(text, 80)
  const found = useQuery({
    ...query.search.find.queryOptions({ input: { text: asked, limit: LIMIT } }),
    placeholderData: keepPreviousData,
  })
  const matches = textMatcher(text)
  const shownPages = text.trim() === '' ? [] : pages.filter((page) => matches(page.title))
  const matcher = createWordMatcher(asked)
  const items = found.data?.items ?? []
  useFirstChosen(store, found.data)
  return (
    <Spotlight.Root
      store={store}
      query={text}
      onQueryChange={setText}
      shortcut={null}
      clearQueryOnClose
      scrollable
      maxHeight={460}
      size={680}
      transitionProps={{ duration: 80 }}
      overlayProps={{ blur: 0 }}
    >
      <Spotlight.Search placeholder={t('placeholder')} aria-label={t('open')} leftSection={<IconSearch size={18} />} />
      <Spotlight.ActionsList>
        {shownPages.length > 0 && (
          <Spotlight.ActionsGroup label={t('pages')}>
            {shownPages.map((page) => (
              <Spotlight.Action key={page.path} label={page.title} onClick={() => onPage(page.path)} />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {items.length > 0 && (
          <Spotlight.ActionsGroup label={t(asked === '' ? 'recent' : 'found')}>
            {items.map((hit) => (
              <Hit key={hit.uid} hit={hit} matcher={matcher} />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {shownPages.length + items.length === 0 && !found.isPending && (
          <Spotlight.Empty>{t('nothing')}</Spotlight.Empty>
        )}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  )
}

/**
 * Enter opens what stands first: Spotlight chooses it while typing, but answers come later and take the chosen row away.
 */
function useFirstChosen(store: SearchDialogProps['store'], answer: unknown): void {
  useEffect(() => {
    const { listId, opened } = store.getState()
    if (!opened || answer === undefined) return
    const actions = [...(document.getElementById(listId)?.querySelectorAll('[data-action]') ?? [])]
    for (const action of actions) action.removeAttribute('data-selected')
    actions[0]?.setAttribute('data-selected', 'true')
    store.updateState((state) => ({ ...state, selected: actions.length > 0 ? 0 : -1 }))
  }, [answer, store])
}

function Hit({ hit, matcher }: { hit: SearchHit; matcher: WordMatcher }) {
  const { t } = useTranslation('vocabulary')
  const format = useFormat()
  const openItem = useOpenItem()
  return (
    <Spotlight.Action onClick={() => openItem(hit)}>
      <div style={{ flex: 1, minWidth: 0 }}>
        <Marked text={format.text(hit.title)} matcher={matcher} size="sm" />
        {hit.snippet !== '' && <Marked text={hit.snippet} matcher={matcher} size="xs" c="dimmed" />}
      </div>
      <Text size="xs" c="dimmed" ml="md">
        {t(`itemType.${hit.type}`)}
        {hit.day !== null && ` · ${format.shortDay(hit.day)} ${hit.day.slice(0, 4)}`}
      </Text>
    </Spotlight.Action>
  )
}

/** A line with what was found in it, as the search itself sees it, marked. */
function Marked({ text, matcher, ...rest }: { text: string; matcher: WordMatcher } & TextProps) {
  const ranges = matcher.ranges(text)
  return (
    <Text truncate {...rest}>
      {ranges.map(({ start, end }, index) => (
        <Fragment key={start}>
          {text.slice(ranges[index - 1]?.end ?? 0, start)}
          <Mark>{text.slice(start, end)}</Mark>
        </Fragment>
      ))}
      {text.slice(ranges.at(-1)?.end ?? 0)}
    </Text>
  )
}
