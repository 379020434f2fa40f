import { Kbd, Mark, Text, type TextProps } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { type createSpotlight, Spotlight, useSpotlight } from '@mantine/spotlight'
import { type Icon, IconSearch } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Fragment, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '#renderer/lib/api.ts'
import { useOpenItem } from '#renderer/lib/selection.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import type { SearchHit } from '#shared/contract/search.ts'
import { createWordMatcher, type WordMatcher } from '#shared/domain/text/snippet.ts'
import { createNameMatcher, withOtherForms } from '#shared/domain/text/word-forms.ts'
import { findEntries, type PaletteEntry } from './palette-entries.ts'
import classes from './search-dialog.module.css'

/** A page to go to, or an action to run. */
export interface SearchEntry extends PaletteEntry {
  icon: Icon
  run: () => void
}

interface SearchDialogProps {
  store: ReturnType<typeof createSpotlight>[0]
  pages: SearchEntry[]
  commands: SearchEntry[]
}

const LIMIT = 30

/** Items offered while nothing is typed: those changed last; few enough that the actions below stay visible. */
const RECENT = 6

/** Everything under one key: recently changed items, items by full text, pages and actions by name. */
export function SearchDialog({ store, pages, commands }: SearchDialogProps) {
  const { t } = useTranslation('search')
  const { query } = useApi()
  const [text, setText] = useState('')
  const [asked] = useDebouncedValue(text, 80)
  const { opened } = useSpotlight(store)
  const found = useQuery({
    ...query.search.find.queryOptions({ input: { text: asked, order: 'named', limit: asked === '' ? RECENT : LIMIT } }),
    placeholderData: keepPreviousData,
    // Nobody sees the answer while the dialog is closed, and the page that opens has more urgent questions.
    enabled: opened,
  })
  const format = useFormat()
  const isLate = found.isPlaceholderData || text !== asked
  // Until the answer comes, only those of the former results that still match stay, because Enter opens the first one.
  const fits = createNameMatcher(text)
  const answered = found.data?.items ?? []
  const items = isLate ? answered.filter((hit) => fits(`${format.title(hit)} ${hit.snippet}`)) : answered
  const corrected = isLate ? null : (found.data?.corrected ?? null)
  const isAsking = text.trim() !== ''
  const [foundPages, foundCommands] = [findEntries(pages, text), findEntries(commands, text)]
  const related = [...foundPages.related, ...foundCommands.related]
  useFirstChosen(store, `${text} ${items.map(({ uid }) => uid).join()}`)
  const count = items.length + foundPages.named.length + foundCommands.named.length + related.length
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
        <Entries label={t('pages')} entries={foundPages.named} />
        <Entries label={t('actions')} entries={foundCommands.named} />
        {corrected !== null && <p className={classes.note}>{t('corrected', { typed: text.trim(), corrected })}</p>}
        <Items items={items} asked={corrected ?? asked} />
        <Entries label={t('related')} entries={related} />
        {!isAsking && <Entries label={t('actions')} entries={commands} />}
        {isAsking && count === 0 && !isLate && !found.isPending && <Spotlight.Empty>{t('nothing')}</Spotlight.Empty>}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  )
}

function Entries({ label, entries }: { label: string; entries: readonly SearchEntry[] }) {
  if (entries.length === 0) return null
  return (
    <Spotlight.ActionsGroup label={label}>
      {entries.map((entry) => (
        <Entry key={entry.key} entry={entry} />
      ))}
    </Spotlight.ActionsGroup>
  )
}

function Entry({ entry: { title, icon: Icon, keys, run } }: { entry: SearchEntry }) {
  return (
    <Spotlight.Action label={title} className={classes.action ?? ''} onClick={run}>
      <Icon size={18} stroke={1.6} className={classes.icon} aria-hidden />
      <span className={classes.main}>{title}</span>
      {keys.map((key) => (
        <Kbd key={key} size="xs" aria-hidden>
          {key}
        </Kbd>
      ))}
    </Spotlight.Action>
  )
}

function Items({ items, asked }: { items: readonly SearchHit[]; asked: string }) {
  const { t } = useTranslation('search')
  const matcher = createWordMatcher(withOtherForms(asked))
  if (items.length === 0) return null
  return (
    <Spotlight.ActionsGroup label={t(asked === '' ? 'recent' : 'found')}>
      {items.map((hit) => (
        <Hit key={hit.uid} hit={hit} matcher={matcher} />
      ))}
    </Spotlight.ActionsGroup>
  )
}

/**
 * Keeps the first row selected, because Enter opens it. Spotlight selects it while typing, but later answers remove the
 * selected row.
 */
function useFirstChosen(store: SearchDialogProps['store'], shown: string): void {
  useEffect(() => {
    const { listId, opened } = store.getState()
    if (!opened || shown === '') return
    const actions = [...(document.getElementById(listId)?.querySelectorAll('[data-action]') ?? [])]
    for (const action of actions) action.removeAttribute('data-selected')
    actions[0]?.setAttribute('data-selected', 'true')
    store.updateState((state) => ({ ...state, selected: actions.length > 0 ? 0 : -1 }))
  }, [shown, store])
}

function Hit({ hit, matcher }: { hit: SearchHit; matcher: WordMatcher }) {
  const { t } = useTranslation('vocabulary')
  const format = useFormat()
  const openItem = useOpenItem()
  return (
    <Spotlight.Action className={classes.action ?? ''} onClick={() => openItem(hit)}>
      <div className={classes.main}>
        <Marked text={format.title(hit)} matcher={matcher} size="sm" />
        {hit.snippet !== '' && <Marked text={hit.snippet} matcher={matcher} size="xs" c="dimmed" />}
      </div>
      <span className={classes.aside}>
        {t(`itemType.${hit.type}`)}
        {hit.day !== null && ` · ${format.shortDay(hit.day)} ${hit.day.slice(0, 4)}`}
      </span>
    </Spotlight.Action>
  )
}

/** A line with the matches marked as the search itself finds them. */
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
