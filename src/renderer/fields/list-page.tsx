import { Button, Group } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { textMatcher } from '#renderer/lib/text-matcher.ts'
import { useFocusBack, useFocusWhenEmpty } from '#renderer/lib/use-focus-back.ts'
import { useKeptText } from '#renderer/lib/use-kept-text.ts'
import { Page } from '#renderer/ui/page.tsx'
import { EmptyState } from '#renderer/ui/states.tsx'
import { ListTable } from './list-table.tsx'
import type { ListPageProps } from './list-types.ts'

/** A list of items with filters, sorting, an empty state with guidance, and the open item in the panel. */
export function ListPage<Item extends { uid: string }, Patch>(props: ListPageProps<Item, Patch>) {
  const { t } = useTranslation('common')
  const { items, facets, selection, textOf } = props
  const { filterBy } = selection
  const { facet } = selection.filter
  const [text, setText] = useKeptText(selection.filter.text, (next) => filterBy({ text: next }))
  const shown = useMemo(() => {
    const matches = textMatcher(text)
    // The facet of the address may be unknown.
    const isKnown = facets?.values.some(({ value }) => value === facet) ?? false
    return items.filter((item) => (!isKnown || facets?.of(item) === facet) && matches(textOf(item)))
  }, [facet, facets, items, text, textOf])
  useFocusBack(selection.item)
  useFocusWhenEmpty(shown.length)
  // Printed too, because the filter itself is not.
  const lead =
    shown.length === items.length
      ? t('list.count', { count: items.length })
      : t('list.countOf', { count: items.length, shown: shown.length })
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
          {typeof props.top === 'function' ? props.top(shown) : props.top}
          <ListTable
            // What is selected in the table is not seen in another view.
            key={props.view === undefined ? 'table' : 'view'}
            {...props}
            shown={shown}
            text={text}
            onText={setText}
          />
        </>
      )}
    </Page>
  )
}
