import { Button, Fieldset, Group, Select, TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ChoiceField } from '#renderer/fields/choice-field.tsx'
import { useApi } from '#renderer/lib/api.ts'
import { useNewUids } from '#renderer/lib/new-uid.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { FieldsRow } from '#renderer/ui/fields-row.tsx'
import { Direction } from '#shared/model/vocabulary.ts'

/** Options of the list that are not existing metrics. */
const FROM_CATALOGUE = 'catalogue:'
const NEW_METRIC = 'new'

interface MetricChoiceProps {
  value?: string | null
  onChange?: (uid: string | null) => void
  error?: string
}

/** One of the user's metrics, one of the catalogue (created at once), or a new one. */
export function MetricChoice({ value = null, onChange, error }: MetricChoiceProps) {
  const { t } = useTranslation(['metrics', 'vocabulary', 'plan'])
  const { client, query } = useApi()
  const format = useFormat()
  const uidOf = useNewUids()
  const [adding, setAdding] = useState(false)
  const metrics = useQuery(query.metrics.list.queryOptions({ input: {} }))
  const catalogue = useQuery(query.catalogue.metrics.queryOptions({ input: {} }))
  const make = useMutation({
    mutationFn: (key: string) => client.catalogue.chooseMetric({ uid: uidOf(key), key }),
    onSuccess: async ({ uid }) => {
      await metrics.refetch()
      onChange?.(uid)
    },
  })
  const choose = (chosen: string | null) => {
    setAdding(chosen === NEW_METRIC)
    if (chosen === null) return
    // While a new metric is being named, the value is null; otherwise saving would silently keep the former one.
    if (chosen === NEW_METRIC) onChange?.(null)
    else if (chosen.startsWith(FROM_CATALOGUE)) make.mutate(chosen.slice(FROM_CATALOGUE.length))
    else onChange?.(chosen)
  }
  const own = (metrics.data ?? []).map(({ uid, title }) => ({ value: uid, label: format.text(title) }))
  const offered = (catalogue.data ?? [])
    .filter(({ chosenUid }) => chosenUid === null)
    .map(({ key, title }) => ({ value: FROM_CATALOGUE + key, label: format.text(title) }))
  return (
    <>
      <Select
        label={t('vocabulary:itemType.metric')}
        required
        searchable
        allowDeselect={false}
        nothingFoundMessage={t('plan:field.nothingFound')}
        error={error}
        value={adding ? NEW_METRIC : value}
        onChange={choose}
        data={[
          { group: t('choice.own'), items: own },
          { group: t('choice.catalogue'), items: offered },
          { group: t('choice.other'), items: [{ value: NEW_METRIC, label: t('choice.new') }] },
        ]}
      />
      {adding && (
        <NewMetric
          onAdded={(uid) => {
            setAdding(false)
            onChange?.(uid)
          }}
        />
      )}
    </>
  )
}

/** Form of a new metric. It stands inside another form, so only its own button or Enter saves it. */
function NewMetric({ onAdded }: { onAdded: (uid: string) => void }) {
  const { t } = useTranslation(['metrics', 'vocabulary', 'plan'])
  const { client, query } = useApi()
  const metrics = useQuery(query.metrics.list.queryOptions({ input: {} }))
  const uidOf = useNewUids()
  const [fields, setFields] = useState({ title: '', unit: '', direction: 'up' as Direction })
  const add = useMutation({
    mutationFn: () => client.metrics.create({ uid: uidOf('metric'), fields }),
    onSuccess: async ({ uid }) => {
      await metrics.refetch()
      onAdded(uid)
    },
  })
  const isNamed = fields.title.trim() !== ''
  /** Enter adds the metric; it must not save the form around it. */
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || !(event.target instanceof HTMLInputElement)) return
    if (event.defaultPrevented) return
    event.preventDefault()
    if (isNamed && !add.isPending) add.mutate()
  }
  return (
    <Fieldset legend={t('choice.new')} onKeyDown={onKeyDown}>
      <TextInput
        label={t('field.title')}
        required
        value={fields.title}
        onChange={(event) => setFields({ ...fields, title: event.currentTarget.value })}
      />
      <FieldsRow>
        <TextInput
          label={t('field.unit')}
          value={fields.unit}
          onChange={(event) => setFields({ ...fields, unit: event.currentTarget.value })}
        />
        <ChoiceField
          label={t('field.direction')}
          options={Direction.options}
          labelOf={(value) => t(`vocabulary:direction.${value}`)}
          value={fields.direction}
          onChange={(value) => setFields({ ...fields, direction: Direction.parse(value) })}
        />
      </FieldsRow>
      <Group justify="flex-end" mt="xs">
        <Button variant="default" disabled={!isNamed} loading={add.isPending} onClick={() => add.mutate()}>
          {t('choice.add')}
        </Button>
      </Group>
    </Fieldset>
  )
}
