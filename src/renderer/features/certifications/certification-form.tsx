import { Button, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
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
import {
  type Certification,
  CertificationFields,
  certificationShape,
  emptyCertification,
} from '#shared/model/certification.ts'
import { daysOfStatus, suggestedExpiry } from './state-words.ts'
import { useCatalogueEntries } from './use-certification-states.ts'

function useCertificationForm(item: Certification | null, selection: Selection) {
  const { client } = useApi()
  return useEntityForm({
    uid: item?.uid ?? null,
    newKey: 'new-certification',
    schema: CertificationFields,
    initial: item === null ? emptyCertification : pickFields(certificationShape, item),
    create: (fields) => client.certifications.create({ fields }),
    update: (uid, patch) => client.certifications.update({ uid, patch }),
    titleOf: ({ title }) => title,
    selection,
  })
}

type Form = ReturnType<typeof useCertificationForm>['form']

/** Adds a certification (`item` null) or changes one. */
export function CertificationForm({ item, selection }: { item: Certification | null; selection: Selection }) {
  const { t } = useTranslation(['certifications', 'vocabulary', 'common'])
  const { settings } = useWorkspace()
  const { form, frame } = useCertificationForm(item, selection)
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
      {(isIssued || form.values.credentialId !== '' || form.values.credentialUrl !== '') && (
        <FieldsRow>
          <TextInput label={t('field.credentialId')} {...form.getInputProps('credentialId')} />
          <TextInput label={t('field.credentialUrl')} type="url" {...form.getInputProps('credentialUrl')} />
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

/** The days that belong to the status, and any other that is already there. */
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
      {isShown('examDay') && <DayField label={t('field.examDay')} {...form.getInputProps('examDay')} />}
      {isShown('issueDay') && (
        <DayField label={t('field.issueDay')} required={status === 'earned'} {...form.getInputProps('issueDay')} />
      )}
      {isShown('expiryDay') && (
        <div>
          <DayField
            label={t('field.expiryDay')}
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
