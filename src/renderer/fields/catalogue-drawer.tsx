import { Button, NativeSelect, Text, TextInput } from '@mantine/core'
import { IconBooks, IconSearch } from '@tabler/icons-react'
import type { UseQueryResult } from '@tanstack/react-query'
import { type ReactNode, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { textMatcher } from '#renderer/lib/text-matcher.ts'
import { SideDrawer } from '#renderer/ui/side-drawer.tsx'
import classes from './catalogue-drawer.module.css'
import { QueryGate } from './query-gate.tsx'

/** A filter of a catalogue; an entry may have several values. */
export interface CatalogueFilter<Entry> {
  key: string
  label: string
  valuesOf: (entry: Entry) => string[]
  /** Every value that occurs, in display order. */
  options: { value: string; label: string }[]
}

interface CatalogueDrawerProps<Entry> {
  opened: boolean
  onClose: () => void
  title: string
  /** What this catalogue is for, and what it is not. */
  lead: string
  query: UseQueryResult<Entry[], Error>
  /** The text that the text filter searches. */
  textOf: (entry: Entry) => string
  filters: CatalogueFilter<Entry>[]
  children: (entry: Entry) => ReactNode
}

/** Opens a catalogue from a page. */
export function CatalogueButton({ onClick }: { onClick: () => void }) {
  const { t } = useTranslation('catalogue')
  return (
    <Button variant="default" leftSection={<IconBooks size={16} />} onClick={onClick}>
      {t('open')}
    </Button>
  )
}

/** A catalogue of the template, with filters; an entry is added only when it is chosen. */
export function CatalogueDrawer<Entry extends { key: string }>(props: CatalogueDrawerProps<Entry>) {
  const { t } = useTranslation('common')
  return (
    <SideDrawer opened={props.opened} onClose={props.onClose} title={props.title} closeLabel={t('action.close')}>
      <Text size="sm" c="dimmed">
        {props.lead}
      </Text>
      <QueryGate query={props.query}>{(entries) => <Entries {...props} entries={entries} />}</QueryGate>
    </SideDrawer>
  )
}

function Entries<Entry extends { key: string }>(props: CatalogueDrawerProps<Entry> & { entries: Entry[] }) {
  const { entries, filters, textOf, children } = props
  const { t } = useTranslation('catalogue')
  const [text, setText] = useState('')
  const [chosen, setChosen] = useState<Record<string, string>>({})
  const shown = useMemo(() => {
    const matches = textMatcher(text)
    const passes = (entry: Entry) =>
      filters.every(({ key, valuesOf }) => !chosen[key] || valuesOf(entry).includes(chosen[key]))
    return entries.filter((entry) => passes(entry) && matches(textOf(entry)))
  }, [chosen, entries, filters, text, textOf])
  return (
    <>
      <div className={classes.filters}>
        <TextInput
          data-autofocus
          label={t('filter')}
          leftSection={<IconSearch size={16} />}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        {filters.map(({ key, label, options }) => (
          <NativeSelect
            key={key}
            label={label}
            value={chosen[key] ?? ''}
            onChange={(event) => setChosen({ ...chosen, [key]: event.currentTarget.value })}
            data={[{ value: '', label: t('any') }, ...options]}
          />
        ))}
      </div>
      <Text size="sm" c="dimmed" mb={8} role="status">
        {shown.length > 0 ? t('found', { count: shown.length }) : t('nothing')}
      </Text>
      <ul className={classes.entries}>
        {shown.map((entry) => (
          <li key={entry.key}>{children(entry)}</li>
        ))}
      </ul>
    </>
  )
}
