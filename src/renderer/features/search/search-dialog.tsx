import { Highlight, Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { type createSpotlight, Spotlight } from '@mantine/spotlight'
import { IconSearch } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '#renderer/lib/api.ts'
import { useOpenItem } from '#renderer/lib/selection.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import type { SearchHit } from '#shared/contract/search.ts'
import { normaliseSearchText } from '#shared/domain/text.ts'

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
  const wanted = normaliseSearchText(text.trim())
  const shownPages = wanted === '' ? [] : pages.filter((page) => normaliseSearchText(page.title).includes(wanted))
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
              <Hit key={hit.uid} hit={hit} asked={asked} />
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

function Hit({ hit, asked }: { hit: SearchHit; asked: string }) {
  const { t } = useTranslation('vocabulary')
  const format = useFormat()
  const openItem = useOpenItem()
  const words = asked.split(/\s+/).filter(Boolean)
  return (
    <Spotlight.Action onClick={() => openItem(hit)}>
      <div style={{ flex: 1, minWidth: 0 }}>
        <Highlight highlight={words} size="sm" truncate>
          {format.text(hit.title)}
        </Highlight>
        {hit.snippet !== '' && (
          <Highlight highlight={words} size="xs" c="dimmed" truncate>
            {hit.snippet}
          </Highlight>
        )}
      </div>
      <Text size="xs" c="dimmed" ml="md">
        {t(`itemType.${hit.type}`)}
        {hit.day !== null && ` · ${format.shortDay(hit.day)} ${hit.day.slice(0, 4)}`}
      </Text>
    </Spotlight.Action>
  )
}
