import { Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { AttachmentsField } from '#renderer/fields/attachments-field.tsx'
import { ItemActivities } from '#renderer/fields/item-activities.tsx'
import { ItemPanel } from '#renderer/fields/item-panel.tsx'
import { LinkList } from '#renderer/fields/links-field.tsx'
import { QuickChoice } from '#renderer/fields/quick-choice.tsx'
import { useApi } from '#renderer/lib/api.ts'
import { type Selection, useOpenItem } from '#renderer/lib/selection.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { MarkdownSection } from '#renderer/ui/markdown-section.tsx'
import { Facts } from '#renderer/ui/panel.tsx'
import { SectionTitle } from '#renderer/ui/section.tsx'
import { WebLink } from '#renderer/ui/web-link.tsx'
import { addDays } from '#shared/domain/calendar/calendar.ts'
import type { CertificationState } from '#shared/domain/states/certification-state.ts'
import type { CertificationTerm } from '#shared/model/certification.ts'
import type { ItemView } from '#shared/model/entities.ts'
import classes from './catalogue-facts.module.css'
import { CertificationBadge } from './certification-badge.tsx'
import { useCertificationChoices } from './certification-choices.ts'
import { CertificationForm } from './certification-form.tsx'
import { useCatalogueEntries, useCertificationState } from './use-certification-states.ts'
import { useTermText } from './use-term-text.ts'

/** The open certification: its facts, or its form. */
export function CertificationPanel({ uid, selection }: { uid: string; selection: Selection }) {
  const { t } = useTranslation('certifications')
  const { client, query } = useApi()
  const item = useQuery({ ...query.certifications.get.queryOptions({ input: { uid } }), enabled: uid !== 'new' })
  return (
    <ItemPanel
      selection={selection}
      query={item}
      newTitle={t('new')}
      titleOf={({ title }) => title}
      overlineOf={({ issuer }) => issuer}
      remove={(removed) => client.certifications.remove({ uid: removed })}
      form={(data) => <CertificationForm item={data} selection={selection} />}
      details={(data) => <CertificationDetails item={data} />}
    />
  )
}

/** When the issuer accepts a renewal; null if there is nothing to renew or the window is unknown. */
function useRenewalWindow(item: ItemView<'certification'>, state: CertificationState): string | null {
  const { t } = useTranslation('certifications')
  const format = useFormat()
  const window = useCatalogueEntries().get(item.catalogueKey ?? '')?.renewal?.windowDays ?? null
  if (window === null || item.expiryDay === null) return null
  if (state.state === 'expiring' && state.renewalOpen === true) return t('renewalOpen')
  const isAhead = state.state === 'valid' || state.state === 'expiring'
  return isAhead ? t('renewalLater', { day: format.day(addDays(item.expiryDay, -window)) }) : null
}

/** Terms of earlier certificates, newest first. */
function FormerTerms({ terms }: { terms: CertificationTerm[] }) {
  const { t } = useTranslation('certifications')
  const termText = useTermText()
  if (terms.length === 0) return null
  return (
    <section>
      <SectionTitle title={t('term.former')} />
      <ul className={classes.terms}>
        {terms.toReversed().map((term) => (
          <li key={`${term.issueDay} ${term.expiryDay} ${term.credentialId}`}>
            {termText(term)}
            {term.credentialId !== '' && (
              <span className={classes.number}>{t('term.number', { id: term.credentialId })}</span>
            )}
            {term.credentialUrl !== '' && <WebLink url={term.credentialUrl} />}
          </li>
        ))}
      </ul>
    </section>
  )
}

function CertificationDetails({ item }: { item: ItemView<'certification'> }) {
  const { t } = useTranslation(['certifications', 'vocabulary', 'common'])
  const format = useFormat()
  const openItem = useOpenItem()
  const { client } = useApi()
  const choices = useCertificationChoices()
  const state = useCertificationState()(item)
  const renewalWindow = useRenewalWindow(item, state)
  return (
    <>
      <Facts
        rows={[
          [
            t('field.status'),
            <QuickChoice
              key="status"
              item={item}
              choices={choices}
              now={t(`vocabulary:certificationStatus.${item.status}`)}
              update={client.certifications.updateMany}
            >
              <CertificationBadge state={state} status={item.status} />
            </QuickChoice>,
          ],
          [t('field.examDay'), item.examDay && format.day(item.examDay)],
          [t('field.issueDay'), item.issueDay && format.day(item.issueDay)],
          [t('field.expiryDay'), item.expiryDay && format.day(item.expiryDay)],
          [t('field.window'), renewalWindow],
          [t('field.credentialId'), item.credentialId],
          [t('field.credentialUrl'), item.credentialUrl && <WebLink url={item.credentialUrl} />],
          [t('field.cost'), item.cost && format.money(item.cost)],
          [t('common:tags.title'), item.tags.map((tag) => `#${tag}`).join(' ')],
          [t('common:links.title'), item.refs.length > 0 && <LinkList refs={item.refs} onOpen={openItem} />],
        ]}
      />
      {item.status === 'failed' && (
        <Text size="sm" c="dimmed" mt="sm">
          {t('failedHint')}
        </Text>
      )}
      <MarkdownSection title={t('field.renewal')} text={item.renewal} />
      <FormerTerms terms={item.formerTerms} />
      <MarkdownSection title={t('common:notes.title')} text={item.notes} />
      <AttachmentsField ownerUid={item.uid} />
      <ItemActivities item={{ uid: item.uid, type: 'certification', title: item.title }} />
    </>
  )
}
