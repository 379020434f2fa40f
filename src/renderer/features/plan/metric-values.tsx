import { ActionIcon, Button, Group, Text } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { DayField } from '#renderer/fields/day-field.tsx'
import { NumberField } from '#renderer/fields/number-field.tsx'
import { QueryGate } from '#renderer/fields/query-gate.tsx'
import { useApi } from '#renderer/lib/api.ts'
import { today } from '#renderer/lib/today.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useItemForm } from '#renderer/lib/use-item-form.ts'
import { useRemove } from '#renderer/lib/use-item-mutations.ts'
import { useUndoable } from '#renderer/lib/use-save.tsx'
import { SectionTitle } from '#renderer/ui/section.tsx'
import { type MetricPoint, metricPointShape } from '#shared/model/metric.ts'
import classes from './gate-section.module.css'

const { day, value } = metricPointShape

/** The value is not there until it is typed. */
const RecordFields = z
  .strictObject({ day, value: value.nullable() })
  .refine((point) => point.value !== null, { path: ['value'], message: 'number.invalid' })

/** Values of a metric, newest first, and a line to record one more. */
export function MetricValues({ metricUid }: { metricUid: string }) {
  const { t } = useTranslation('plan')
  const { query } = useApi()
  const format = useFormat()
  const metrics = useQuery(query.metrics.list.queryOptions({ input: {} }))
  const points = useQuery(query.metricPoints.list.queryOptions({ input: { metricUid } }))
  const metric = metrics.data?.find(({ uid }) => uid === metricUid)
  const unit = metric ? format.text(metric.unit) : ''
  return (
    <section>
      <SectionTitle title={t('metric.values')} aside={unit} />
      <RecordForm metricUid={metricUid} unit={unit} />
      <QueryGate query={points}>
        {(found) =>
          found.length === 0 ? (
            <Text size="sm" c="dimmed" mt="xs">
              {t('metric.none')}
            </Text>
          ) : (
            <ul className={classes.list}>
              {found.toReversed().map((point) => (
                <PointRow key={point.uid} point={point} unit={unit} />
              ))}
            </ul>
          )
        }
      </QueryGate>
    </section>
  )
}

function RecordForm({ metricUid, unit }: { metricUid: string; unit: string }) {
  const { t } = useTranslation('plan')
  const { client } = useApi()
  const format = useFormat()
  const undoable = useUndoable()
  const { form, frame } = useItemForm({
    schema: RecordFields,
    initial: { day: today(), value: null as number | null },
    draftKey: `new-value-${metricUid}`,
    save: (fields) => client.metricPoints.create({ fields: { metricUid, day: fields.day, value: fields.value ?? 0 } }),
    onSaved: ({ batchId }, fields) => {
      undoable(t('metric.told', { value: `${format.number(fields.value ?? 0, 2)} ${unit}`.trim() }), batchId)
      form.setValues({ value: null })
    },
  })
  return (
    <form onSubmit={frame.onSubmit} noValidate>
      <Group align="flex-start" gap="xs" mb="xs">
        <NumberField label={t('metric.value')} required w={110} {...form.getInputProps('value')} />
        <DayField label={t('metric.day')} required w={150} {...form.getInputProps('day')} />
        <Button type="submit" mt={25} loading={frame.saving}>
          {t('metric.save')}
        </Button>
      </Group>
    </form>
  )
}

function PointRow({ point, unit }: { point: MetricPoint; unit: string }) {
  const { t } = useTranslation('plan')
  const { client } = useApi()
  const format = useFormat()
  const remove = useRemove(
    (uid) => client.metricPoints.remove({ uid }),
    () => {},
  )
  const shown = `${format.number(point.value, 2)} ${unit}`.trim()
  return (
    <li className={classes.counted}>
      <span>
        {shown}
        {point.note && <span className={classes.state}>{` ${point.note}`}</span>}
      </span>
      <Group gap={6} wrap="nowrap">
        <span className={classes.state}>{format.day(point.day)}</span>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="sm"
          aria-label={t('metric.remove', { value: shown, day: format.day(point.day) })}
          onClick={() => remove.mutate({ uid: point.uid, title: shown })}
        >
          <IconTrash size={15} />
        </ActionIcon>
      </Group>
    </li>
  )
}
