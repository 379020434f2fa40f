import { Alert, Anchor, Group, Radio } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { DayField } from '#renderer/fields/day-field.tsx'
import { FormFrame } from '#renderer/fields/form-frame.tsx'
import { MarkdownField } from '#renderer/fields/markdown-field.tsx'
import { NumberField } from '#renderer/fields/number-field.tsx'
import { useApi } from '#renderer/lib/api.ts'
import { today } from '#renderer/lib/today.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { MANY } from '#shared/contract/base.ts'
import { type MeasuredChange, measuredChange } from '#shared/domain/states/impact-retro.ts'
import { isCalendarDay } from '#shared/model/common.ts'
import type { ItemView } from '#shared/model/entities.ts'
import { type RetroAfter, RetroDecision } from '#shared/model/initiative.ts'
import type { DatedValue } from '#shared/model/metric.ts'
import { useChangeText } from './use-change-text.ts'
import { useRetroForm } from './use-retro-form.ts'

interface RetroFormProps {
  item: ItemView<'initiative'>
  after: RetroAfter
  /** Called after saving and after cancelling. */
  onDone: () => void
}

/** Records or changes a retro; opens once the values of the metric are read. */
export function RetroForm(props: RetroFormProps) {
  const { query } = useApi()
  const { metricUid } = props.item
  // The largest number of values a request may ask for: a proposal needs single values.
  const series = useQuery({
    ...query.metrics.series.queryOptions({ input: { uid: metricUid ?? undefined, most: MANY } }),
    enabled: metricUid !== null,
  })
  if (series.isPending && metricUid !== null) return null
  return <LoadedForm {...props} values={series.data?.[0]?.values ?? []} />
}

function LoadedForm({ item, after, values, onDone }: RetroFormProps & { values: DatedValue[] }) {
  const { t } = useTranslation('initiatives')
  const { unit } = useChangeText(item)
  const measuredBy = (day: string) => (isCalendarDay(day) ? measuredChange(values, item, day) : null)
  const { form, frame } = useRetroForm({ item, after, proposed: measuredBy(today())?.change ?? null, onDone })
  return (
    <FormFrame {...frame} onEscape={onDone}>
      {form.errors.retros && <Alert color="red">{form.errors.retros}</Alert>}
      <NumberField
        label={t('field.actualChange')}
        description={
          <Proposal
            item={item}
            measured={measuredBy(form.values.day)}
            typed={form.values.actualChange}
            onTake={(change) => form.setFieldValue('actualChange', change)}
          />
        }
        units={[unit]}
        {...form.getInputProps('actualChange')}
      />
      <Radio.Group
        data-path="decision"
        label={t('field.decision')}
        required
        error={form.errors.decision}
        value={form.values.decision ?? ''}
        onChange={(decision) => form.setFieldValue('decision', RetroDecision.parse(decision))}
      >
        <Group mt={6}>
          {RetroDecision.options.map((value, index) => (
            <Radio
              key={value}
              value={value}
              label={t(`decision.${value}`)}
              aria-invalid={form.errors.decision !== undefined}
              {...(index === 0 && { 'data-autofocus': true })}
            />
          ))}
        </Group>
      </Radio.Group>
      <MarkdownField
        label={t('retro.lesson')}
        description={t('retro.lessonHint')}
        minRows={2}
        {...form.getInputProps('lesson')}
      />
      <DayField label={t('retro.day')} happened required {...form.getInputProps('day')} />
    </FormFrame>
  )
}

interface ProposalProps {
  item: ItemView<'initiative'>
  measured: MeasuredChange | null
  typed: number | null
  onTake: (change: number) => void
}

/** Where the proposed change comes from, and a button to take it after something else was typed. */
function Proposal({ item, measured, typed, onTake }: ProposalProps) {
  const { t } = useTranslation('initiatives')
  const format = useFormat()
  const { changeText, valueText } = useChangeText(item)
  if (item.metricUid === null) return t('retro.noMetric')
  if (measured === null) return t('retro.noSeries')
  const { from, to, change } = measured
  return (
    <>
      {t('retro.fromSeries', {
        from: valueText(from.value),
        fromDay: format.day(from.day),
        to: valueText(to.value),
        toDay: format.day(to.day),
      })}
      {typed !== change && (
        <>
          {' '}
          <Anchor component="button" type="button" size="xs" onClick={() => onTake(change)}>
            {t('retro.take', { change: changeText(change) })}
          </Anchor>
        </>
      )}
    </>
  )
}
