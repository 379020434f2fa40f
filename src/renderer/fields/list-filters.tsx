import { ActionIcon, Menu, NativeSelect, SegmentedControl, TextInput } from '@mantine/core'
import { IconColumns3, IconFilter } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '#renderer/lib/api.ts'
import { useWorkspace } from '#renderer/lib/workspace.ts'
import type { Column } from '#renderer/ui/table-types.ts'
import classes from './list-page.module.css'
import type { Facets } from './list-types.ts'

interface ListFiltersProps {
  text: string
  onText: (text: string) => void
  facets: Pick<Facets<never>, 'label' | 'values'> | undefined
  facet: string
  onFacet: (facet: string) => void
  /** null where there are no columns, such as on a board. */
  columns: ColumnChoice | null
  /** More that stands in the same row, before the columns. */
  children?: ReactNode
}

/** Filters of a list: by words, by a facet, and which columns are shown. */
export function ListFilters({ text, onText, facets, facet, onFacet, columns, children }: ListFiltersProps) {
  const { t } = useTranslation('common')
  return (
    <div className={classes.row}>
      <TextInput
        className={classes.text ?? ''}
        aria-label={t('list.filter')}
        placeholder={t('list.filter')}
        leftSection={<IconFilter size={16} />}
        value={text}
        onChange={(event) => onText(event.currentTarget.value)}
      />
      {facets && <FacetChoice facets={facets} value={facet} onChange={onFacet} />}
      <div className={classes.tools}>
        {children}
        {columns && <ColumnsMenu {...columns} />}
      </div>
    </div>
  )
}

/** More values than this are shown as a drop-down, because a row of them would not fit. */
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

export interface ColumnChoice {
  columns: { key: string; header: string }[]
  hidden: ReadonlySet<string>
  /** Shows or hides a column. */
  toggle: (key: string) => void
}

/** The columns of a list the person has chosen; kept with the workspace. `list` is the key of the list. */
export function useColumnChoice<Item>(list: string, columns: Column<Item>[]): ColumnChoice {
  const { client } = useApi()
  const { otherColumns } = useWorkspace().settings
  const save = useMutation({ mutationFn: (next: string[]) => client.workspace.saveSettings({ otherColumns: next }) })
  const hidden = useMemo(() => {
    const isOther = (key: string) => otherColumns.includes(`${list}.${key}`)
    return new Set(
      columns.filter(({ key, hiddenAtFirst = false }) => hiddenAtFirst !== isOther(key)).map(({ key }) => key),
    )
  }, [columns, list, otherColumns])
  const toggle = (key: string) => {
    const name = `${list}.${key}`
    save.mutate(otherColumns.includes(name) ? otherColumns.filter((one) => one !== name) : [...otherColumns, name])
  }
  return { columns, hidden, toggle }
}

function ColumnsMenu({ columns, hidden, toggle }: ColumnChoice) {
  const { t } = useTranslation('common')
  return (
    <Menu position="bottom-end" closeOnItemClick={false} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <ActionIcon variant="default" size={36} aria-label={t('list.columns')} title={t('list.columns')}>
          <IconColumns3 size={18} stroke={1.6} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {columns.map(({ key, header }) => (
          <Menu.CheckboxItem key={key} checked={!hidden.has(key)} onChange={() => toggle(key)}>
            {header}
          </Menu.CheckboxItem>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
