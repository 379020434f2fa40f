import { Button, Group, NativeSelect, SegmentedControl, TextInput } from '@mantine/core'
import { IconFilter, IconPlus } from '@tabler/icons-react'
import { type ReactNode, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Selection } from '#renderer/lib/selection.ts'
import { textMatcher } from '#renderer/lib/text-matcher.ts'
import { useFocusBack } from '#renderer/lib/use-focus-back.ts'
import { type Column, ItemTable, type RowGroups } from '#renderer/ui/item-table.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { EmptyState } from '#renderer/ui/states.tsx'
import classes from './list-page.module.css'

interface Facets<Item> {
  label: string
  of: (item: Item) => string
  values: { value: string; label: string }[]
}

interface ListPageProps<Item extends { uid: string }> {
  title: string
  newLabel: string
  items: Item[]
  columns: Column<Item>[]
  nameHeader: string
  nameOf: (item: Item) => string
  /** Everything the text filter looks at. */
  textOf: (item: Item) => string
  /** Values of the one facet worth a click, such as the status. */
  facets?: Facets<Item>
  initialSort?: { key: string; descending: boolean }
  groups?: RowGroups<Item>
  empty: { icon: ReactNode; title: string; text: string; action?: ReactNode; ideas?: ReactNode }
  selection: Selection
  panel: ReactNode
  /** More actions beside "New". */
  actions?: ReactNode
}

/** A list of items with filter, facets, sorting, an empty state that teaches, and the open item at the right. */
export function ListPage<Item extends { uid: string }>(props: ListPageProps<Item>) {
  const { t } = useTranslation('common')
  const { items, facets, selection, textOf } = props
  const [text, setText] = useState('')
  const [facet, setFacet] = useState('')
  const shown = useMemo(() => {
    const matches = textMatcher(text)
    return items.filter((item) => (facet === '' || facets?.of(item) === facet) && matches(textOf(item)))
  }, [facet, facets, items, text, textOf])
  useFocusBack(selection.item)
  // On paper too: the filter itself is not printed.
  const lead =
    shown.length === items.length
      ? t('list.count', { count: items.length })
      : t('list.countOf', { count: items.length, shown: shown.length })
  const reset = () => {
    setText('')
    setFacet('')
  }
  const add = (
    <Button leftSection={<IconPlus size={16} />} onClick={selection.add} data-new-item>
      {props.newLabel}
    </Button>
  )
  return (
    <Page
      title={props.title}
      lead={items.length > 0 ? lead : undefined}
      actions={
        <>
          {props.actions}
          {add}
        </>
      }
      panel={props.panel}
      panelLabel={props.title}
    >
      {items.length === 0 ? (
        <EmptyState
          {...props.empty}
          action={
            <Group gap="xs" justify="center">
              {props.empty.action ?? props.actions}
              {add}
            </Group>
          }
        />
      ) : (
        <>
          <div className={`${classes.filters} no-print`}>
            <div className={classes.row}>
              <TextInput
                aria-label={t('list.filter')}
                placeholder={t('list.filter')}
                leftSection={<IconFilter size={16} />}
                value={text}
                onChange={(event) => setText(event.currentTarget.value)}
                w={240}
              />
              {facets && <FacetChoice facets={facets} value={facet} onChange={setFacet} />}
            </div>
          </div>
          {shown.length === 0 ? (
            <EmptyState
              title={t('list.nothing')}
              text=""
              action={
                <Button variant="default" onClick={reset}>
                  {t('list.clearFilter')}
                </Button>
              }
            />
          ) : (
            <ItemTable
              label={props.title}
              items={shown}
              columns={props.columns}
              nameOf={props.nameOf}
              nameHeader={props.nameHeader}
              selected={selection.item}
              onOpen={selection.open}
              sorting={{ kept: selection.sort, keep: selection.sortBy }}
              {...(props.initialSort && { initialSort: props.initialSort })}
              {...(props.groups && { groups: props.groups })}
            />
          )}
        </>
      )}
    </Page>
  )
}

/** More values than this stand in a list, because a row of them would not fit. */
const ROW_OF_VALUES = 5

interface FacetChoiceProps {
  facets: Pick<Facets<never>, 'label' | 'values'>
  value: string
  onChange: (value: string) => void
}

function FacetChoice({ facets, value, onChange }: FacetChoiceProps) {
  const { t } = useTranslation('common')
  const data = [{ value: '', label: t('list.all') }, ...facets.values]
  const isRow = facets.values.length <= ROW_OF_VALUES
  return (
    <>
      {isRow && (
        <SegmentedControl
          className={classes.wide ?? ''}
          aria-label={facets.label}
          value={value}
          onChange={onChange}
          data={data}
        />
      )}
      <NativeSelect
        className={isRow ? (classes.narrow ?? '') : ''}
        aria-label={facets.label}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        data={
          isRow ? data : [{ value: '', label: `${facets.label}: ${t('list.all').toLowerCase()}` }, ...facets.values]
        }
      />
    </>
  )
}
