import { Button, Checkbox, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AddressField } from '#renderer/fields/address-field.tsx'
import { ChoiceField } from '#renderer/fields/choice-field.tsx'
import { DayField } from '#renderer/fields/day-field.tsx'
import { FormFrame } from '#renderer/fields/form-frame.tsx'
import { LinksField } from '#renderer/fields/links-field.tsx'
import { MarkdownField } from '#renderer/fields/markdown-field.tsx'
import { MoneyField } from '#renderer/fields/money-field.tsx'
import { TagsField } from '#renderer/fields/tags-field.tsx'
import { useApi } from '#renderer/lib/api.ts'
import { pickFields } from '#renderer/lib/pick-fields.ts'
import type { Selection } from '#renderer/lib/selection.ts'
import { useEntityForm } from '#renderer/lib/use-entity-form.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useWorkspace } from '#renderer/lib/workspace.ts'
import { FieldsRow } from '#renderer/ui/fields-row.tsx'
import { isRenewal, termsAfterRenewal } from '#shared/domain/states/certification-terms.ts'
import { CertificationFields, certificationShape, emptyCertification } from '#shared/model/certification.ts'
import type { ItemView } from '#shared/model/entities.ts'
import { daysOfStatus, suggestedExpiry } from './state-words.ts'
import { useCatalogueEntries } from './use-certification-states.ts'
import { useTermText } from './use-term-text.ts'

function useCertificationForm(item: ItemView<'certification'> | null, selection: Selection) {
  const { client } = useApi()
  const [keepsTerm, setKeepsTerm] = useState(true)
  /** The term that a renewal ends is added to the former terms. */
  const renewal = (patch: Partial<CertificationFields>) =>
    item !== null && keepsTerm && isRenewal(item, { ...item, ...patch }) ? { formerTerms: termsAfterRenewal(item) } : {}
  const { form, frame } = useEntityForm({
    uid: item?.uid ?? null,
    newKey: 'new-certification',
    schema: CertificationFields,
    initial: item === null ? emptyCertification : pickFields(certificationShape, item),
    create: client.certifications.create,
    update: (change) =>
      client.certifications.update({ ...change, patch: { ...change.patch, ...renewal(change.patch) } }),
    titleOf: ({ title }) => title,
    selection,
  })
  return { form, frame, keepsTerm, setKeepsTerm }
}

type Form = ReturnType<typeof useCertificationForm>['form']

/** Adds a certification (`item` null) or changes one. */
export function CertificationForm({
  item,
  selection,
}: {
  item: ItemView<'certification'> | null
  selection: Selection
}) {
  const { t } = useTranslation(['certifications', 'vocabulary', 'common'])
  const { settings } = useWorkspace()
  const { form, frame, ...term } = useCertificationForm(item, selection)
  const isIssued = ['earned', 'expired'].includes(form.values.status)
  return (
    <FormFrame {...frame}>
      <TextInput label={t('field.title')} required data-autofocus {...form.getInputProps('title')} />
      <FieldsRow>
        <TextInput label={t('field.issuer')} {...form.getInputProps('issuer')} />
        <ChoiceField
          label={t('field.status')}
          options={certificationShape.status.options}
          labelOf={(value) => t(`vocabulary:certificationStatus.${value}`)}
          {...form.getInputProps('status')}
        />
      </FieldsRow>
      <DayFields form={form} />
      {item !== null && isRenewal(item, form.values) && <FormerTermChoice item={item} {...term} />}
      {(isIssued || form.values.credentialId !== '' || form.values.credentialUrl !== '') && (
        <FieldsRow>
          <TextInput label={t('field.credentialId')} {...form.getInputProps('credentialId')} />
          <AddressField label={t('field.credentialUrl')} {...form.getInputProps('credentialUrl')} />
        </FieldsRow>
      )}
      <MoneyField label={t('field.cost')} currency={settings.currency} {...form.getInputProps('cost')} />
      <LinksField
        label={t('common:links.title')}
        known={item?.refs ?? []}
        types={['skill', 'learning', 'milestone', 'project']}
        value={form.values.links}
        onChange={(links) => form.setFieldValue('links', links)}
      />
      <TagsField {...form.getInputProps('tags')} />
      <MarkdownField label={t('field.renewal')} {...form.getInputProps('renewal')} />
      <MarkdownField label={t('common:notes.title')} {...form.getInputProps('notes')} />
    </FormFrame>
  )
}

interface FormerTermProps {
  item: ItemView<'certification'>
  keepsTerm: boolean
  setKeepsTerm: (keeps: boolean) => void
}

/** New days are a renewal, unless the person says that the former days were wrong. */
function FormerTermChoice({ item, keepsTerm, setKeepsTerm }: FormerTermProps) {
  const { t } = useTranslation('certifications')
  return (
    <Checkbox
      label={t('term.keep', { term: useTermText()(item) })}
      description={t('term.keepHint')}
      checked={keepsTerm}
      onChange={(event) => setKeepsTerm(event.currentTarget.checked)}
    />
  )
}

/** The days that belong to the status, and any other day that is already set. */
function DayFields({ form }: { form: Form }) {
  const { t } = useTranslation('certifications')
  const format = useFormat()
  const entry = useCatalogueEntries().get(form.values.catalogueKey ?? '')
  const { status } = form.values
  const isShown = (name: 'examDay' | 'issueDay' | 'expiryDay') =>
    daysOfStatus(status).includes(name) || form.values[name] !== null
  const suggested = suggestedExpiry(form.values, entry?.validity ?? null)
  return (
    <FieldsRow>
      {isShown('examDay') && <DayField label={t('field.examDay')} planned {...form.getInputProps('examDay')} />}
      {isShown('issueDay') && (
        <DayField label={t('field.issueDay')} required={status === 'earned'} {...form.getInputProps('issueDay')} />
      )}
      {isShown('expiryDay') && (
        <div>
          <DayField
            label={t('field.expiryDay')}
            planned
            {...form.getInputProps('expiryDay')}
            placeholder={t('field.expiryHint')}
          />
          {suggested !== null && (
            <Button
              size="compact-xs"
              variant="subtle"
              mt={4}
              onClick={() => form.setFieldValue('expiryDay', suggested)}
            >
              {t('field.expirySuggested', { day: format.day(suggested) })}
            </Button>
          )}
        </div>
      )}
    </FieldsRow>
  )
}
