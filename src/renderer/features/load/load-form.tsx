import { Alert, Anchor, Select, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DayField } from '#renderer/fields/day-field.tsx'
import { FormFrame } from '#renderer/fields/form-frame.tsx'
import { MarkdownField } from '#renderer/fields/markdown-field.tsx'
import { NumberField, PERCENT } from '#renderer/fields/number-field.tsx'
import { useApi } from '#renderer/lib/api.ts'
import { pickFields } from '#renderer/lib/pick-fields.ts'
import type { Selection } from '#renderer/lib/selection.ts'
import { useEntityForm } from '#renderer/lib/use-entity-form.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { FieldsRow } from '#renderer/ui/fields-row.tsx'
import type { LoadEntry } from '#shared/contract/load.ts'
import { mondayOf } from '#shared/domain/calendar/monday-weeks.ts'
import { offeredWeek } from '#shared/domain/load/load-weeks.ts'
import { isCalendarDay } from '#shared/model/common.ts'
import { emptyLoadEntry, LOAD_PARTS, LoadEntryFields, loadEntryShape, WeekOutcome } from '#shared/model/load.ts'
import { useLoadEntries, useWeeks } from './use-load.ts'
import { WeekHoursField } from './week-hours-field.tsx'

/** Adds a load entry (`item` null) or changes one, in exact percents. */
export function LoadForm({ item, selection }: { item: LoadEntry | null; selection: Selection }) {
  const { t } = useTranslation(['load', 'common', 'vocabulary'])
  const { client } = useApi()
  const { present, weekStartsOn } = useWeeks()
  const format = useFormat()
  const { data: entries = [] } = useLoadEntries()
  const [offered] = useState(() => offeredWeek(new Set(entries.map(({ week }) => week)), present))
  const weekOf = (day: string) => (isCalendarDay(day) ? mondayOf(day, weekStartsOn) : null)
  const { form, frame } = useEntityForm({
    uid: item?.uid ?? null,
    newKey: 'new-load',
    // A new entry follows the present day; the week of an existing one does not.
    ...(item === null && { dayField: 'week' }),
    schema: LoadEntryFields,
    initial: item === null ? { ...emptyLoadEntry, week: offered } : pickFields(loadEntryShape, item),
    create: ({ uid, fields }) => client.load.create({ uid, fields }),
    update: client.load.update,
    titleOf: ({ week }) => format.week(weekOf(week) ?? present),
    selection,
  })
  const sum = LOAD_PARTS.reduce((total, part) => total + (Number(form.values[part]) || 0), 0)
  return (
    <FormFrame {...frame}>
      <DayField
        label={t('field.week')}
        description={t('field.weekHint')}
        required
        data-autofocus
        {...form.getInputProps('week')}
      />
      <TakenWeek week={weekOf(form.values.week)} own={item?.uid ?? null} selection={selection} />
      <FieldsRow>
        {LOAD_PARTS.map((part) => (
          <NumberField
            key={part}
            label={t(`field.${part}`)}
            whole
            min={0}
            max={100}
            units={PERCENT}
            {...form.getInputProps(part)}
          />
        ))}
      </FieldsRow>
      <Text size="xs" c="dimmed">
        {t('sum', { sum })}
      </Text>
      <WeekHoursField label={t('freed.label')} description={t('freed.hint')} {...form.getInputProps('freedMinutes')} />
      <Select
        label={t('field.outcome')}
        placeholder={t('notSaid')}
        clearable
        data={WeekOutcome.options.map((value) => ({ value, label: t(`vocabulary:outcome.${value}`) }))}
        {...form.getInputProps('outcome')}
      />
      <MarkdownField label={t('field.notes')} {...form.getInputProps('notes')} />
    </FormFrame>
  )
}

interface TakenWeekProps {
  week: string | null
  /** The entry being changed. */
  own: string | null
  selection: Selection
}

/** Says that the week has an entry already, with a link to it, before saving would be refused for that reason. */
function TakenWeek({ week, own, selection }: TakenWeekProps) {
  const { t } = useTranslation('load')
  const { data: entries = [] } = useLoadEntries()
  const taken = entries.find((entry) => entry.week === week && entry.uid !== own)
  if (taken === undefined) return null
  return (
    <Alert variant="light" p="xs" role="status">
      {t('taken.text')}{' '}
      <Anchor component="button" type="button" size="sm" onClick={() => selection.open(taken.uid)}>
        {t('taken.open')}
      </Anchor>
    </Alert>
  )
}
