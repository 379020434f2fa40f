import { ActionIcon, Anchor, Button, Group, Text, TextInput } from '@mantine/core'
import { IconChevronLeft, IconChevronRight, IconPencil, IconTrash } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DayField } from '#renderer/fields/day-field.tsx'
import { NumberField } from '#renderer/fields/number-field.tsx'
import { QueryGate } from '#renderer/fields/query-gate.tsx'
import { useApi } from '#renderer/lib/api.ts'
import { useOpenItem } from '#renderer/lib/selection.ts'
import { today } from '#renderer/lib/today.ts'
import { useFocusReturn } from '#renderer/lib/use-focus-return.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useItemForm } from '#renderer/lib/use-item-form.ts'
import { useRemove } from '#renderer/lib/use-item-mutations.ts'
import { useUndoable } from '#renderer/lib/use-save.tsx'
import { SectionTitle } from '#renderer/ui/section.tsx'
import type { MetricPoint } from '#shared/contract/metrics.ts'
import type { MetricLine } from './metric-line.ts'
import classes from './metrics.module.css'
import { PasteValues } from './paste-values.tsx'
import { PointFields } from './point-fields.ts'
import { PointForm } from './point-form.tsx'

/** Values shown at a time. */
const PAGE = 50

/** Values of a metric, newest first, and a form to record one more. */
export function MetricValues({ metricUid }: { metricUid: string }) {
  const { t } = useTranslation('metrics')
  const { query } = useApi()
  const format = useFormat()
  const metrics = useQuery(query.metrics.list.queryOptions({ input: {} }))
  const [page, setPage] = useState(0)
  const input = { metricUid, skip: page * PAGE, limit: PAGE }
  const points = useQuery({ ...query.metricPoints.list.queryOptions({ input }), placeholderData: keepPreviousData })
  const lastPage = Math.max(0, Math.ceil((points.data?.total ?? 0) / PAGE) - 1)
  // The last value of the last page may be deleted while that page is shown.
  if (points.isSuccess && page > lastPage) setPage(lastPage)
  const metric = metrics.data?.find(({ uid }) => uid === metricUid)
  const unit = metric ? format.text(metric.unit) : ''
  return (
    <section>
      <SectionTitle title={t('values.title')} aside={unit} />
      {metric && <ComputedFrom metric={metric} />}
      <RecordForm metricUid={metricUid} unit={unit} onRecorded={() => setPage(0)} />
      <PasteValues metricUid={metricUid} unit={unit} />
      <QueryGate query={points}>
        {({ points: shown, total }) =>
          total === 0 ? (
            metric?.computedFrom.length === 0 && (
              <Text size="sm" c="dimmed" mt="xs">
                {t('values.none')}
              </Text>
            )
          ) : (
            <>
              <ul className={classes.plain}>
                {shown.map((point) => (
                  <PointRow key={point.uid} point={point} unit={unit} />
                ))}
              </ul>
              {total > PAGE && <Pages page={page} last={lastPage} total={total} onChange={setPage} />}
            </>
          )
        }
      </QueryGate>
    </section>
  )
}

const DIVIDED_BY = ' ÷ '

/** Names what a ratio is computed from, with links. */
function ComputedFrom({ metric: { computedFrom } }: { metric: MetricLine }) {
  const { t } = useTranslation('metrics')
  const format = useFormat()
  const openItem = useOpenItem()
  const [over, under] = computedFrom.map((ref) => (
    <Anchor key={ref.uid} component="button" type="button" inherit onClick={() => openItem(ref)}>
      {format.text(ref.title)}
    </Anchor>
  ))
  if (over === undefined) return null
  return (
    <Text size="sm" c="dimmed" mb="xs">
      {t('values.computed')} {over}
      {DIVIDED_BY}
      {under}
      <br />
      {t('values.instead')}
    </Text>
  )
}

interface PagesProps {
  page: number
  last: number
  total: number
  onChange: (page: number) => void
}

/** A button at the end stays focusable, so that it keeps the focus when it becomes disabled. */
const endOf = (isEnd: boolean) => (isEnd ? ({ 'aria-disabled': true, 'data-disabled': true } as const) : {})

/** Which values are shown, with buttons to the others. */
function Pages({ page, last, total, onChange }: PagesProps) {
  const { t } = useTranslation('metrics')
  const format = useFormat()
  const [from, to] = [page * PAGE + 1, Math.min(total, (page + 1) * PAGE)]
  const range = { first: format.number(from), last: format.number(to), total: format.number(total) }
  return (
    <Group justify="flex-end" gap={6} mt={6}>
      <span className={classes.state} aria-live="polite">
        {t('values.page', range)}
      </span>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t('values.newer')}
        {...endOf(page === 0)}
        onClick={() => onChange(Math.max(0, page - 1))}
      >
        <IconChevronLeft size={16} />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t('values.earlier')}
        {...endOf(page >= last)}
        onClick={() => onChange(Math.min(last, page + 1))}
      >
        <IconChevronRight size={16} />
      </ActionIcon>
    </Group>
  )
}

interface RecordFormProps {
  metricUid: string
  unit: string
  onRecorded: () => void
}

function RecordForm({ metricUid, unit, onRecorded }: RecordFormProps) {
  const { t } = useTranslation('metrics')
  const { client } = useApi()
  const format = useFormat()
  const undoable = useUndoable()
  const { form, frame } = useItemForm({
    schema: PointFields,
    initial: { day: today(), value: null as number | null, note: '' },
    dayField: 'day',
    standing: true,
    draftKey: `new-value-${metricUid}`,
    save: (fields, { uid }) =>
      client.metricPoints.create({ uid, fields: { ...fields, metricUid, value: fields.value ?? 0 } }),
    onSaved: ({ batchId }, fields) => {
      undoable(t('values.told', { value: format.quantity(fields.value ?? 0, unit) }), batchId)
      form.setValues({ value: null, note: '' })
      onRecorded()
    },
  })
  return (
    <form onSubmit={frame.onSubmit} noValidate>
      <Group align="flex-start" gap="xs">
        <NumberField label={t('values.value')} required w={110} units={[unit]} {...form.getInputProps('value')} />
        <DayField label={t('values.day')} required happened w={150} {...form.getInputProps('day')} />
      </Group>
      <Group align="flex-end" gap="xs" mt={6} mb="xs" wrap="nowrap">
        <TextInput label={t('values.note')} flex={1} {...form.getInputProps('note')} />
        <Button type="submit" loading={frame.saving}>
          {t('values.save')}
        </Button>
      </Group>
    </form>
  )
}

function PointRow({ point, unit }: { point: MetricPoint; unit: string }) {
  const { t } = useTranslation('metrics')
  const { client } = useApi()
  const format = useFormat()
  const [editing, setEditing] = useState(false)
  const edit = useFocusReturn<HTMLButtonElement>(editing)
  const remove = useRemove(
    (uid) => client.metricPoints.remove({ uid }),
    () => {},
  )
  const shown = format.quantity(point.value, unit)
  const named = { value: shown, day: format.day(point.day) }
  if (editing)
    return (
      <li className={classes.edited}>
        <PointForm point={point} unit={unit} onEnd={() => setEditing(false)} />
      </li>
    )
  return (
    <li className={classes.value}>
      <span>
        {shown}
        {point.note && <span className={classes.quiet}>{` ${point.note}`}</span>}
      </span>
      <Group gap={6} wrap="nowrap">
        <span className={classes.state}>{format.day(point.day)}</span>
        <ActionIcon
          ref={edit}
          variant="subtle"
          color="gray"
          size="sm"
          aria-label={t('values.edit', named)}
          onClick={() => setEditing(true)}
        >
          <IconPencil size={15} />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="sm"
          aria-label={t('values.remove', named)}
          onClick={() => remove.mutate({ uid: point.uid, title: shown })}
        >
          <IconTrash size={15} />
        </ActionIcon>
      </Group>
    </li>
  )
}
