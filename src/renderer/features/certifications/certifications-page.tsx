import { IconCertificate } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CatalogueButton } from '#renderer/fields/catalogue-drawer.tsx'
import { ListPage } from '#renderer/fields/list-page.tsx'
import { QueryGate } from '#renderer/fields/query-gate.tsx'
import { useApi } from '#renderer/lib/api.ts'
import type { Selection } from '#renderer/lib/selection.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { lazyPanel } from '#renderer/ui/lazy-part.tsx'
import type { Column } from '#renderer/ui/table-types.ts'
import { type CertificationState, isCertificationEarned } from '#shared/domain/states/certification-state.ts'
import type { ItemView } from '#shared/model/entities.ts'
import { CertificationBadge } from './certification-badge.tsx'
import { useCertificationChoices } from './certification-choices.ts'
import { stateOrder } from './state-words.ts'
import { useCertificationState } from './use-certification-states.ts'

const CertificationPanel = lazyPanel(async () => (await import('./certification-panel.tsx')).CertificationPanel)
const CertificationCatalogue = lazyPanel(
  async () => (await import('./certification-catalogue.tsx')).CertificationCatalogue,
)

const GROUPS = ['ahead', 'holds', 'over', 'failed'] as const

function groupOf(state: CertificationState): (typeof GROUPS)[number] {
  if (isCertificationEarned(state)) return 'holds'
  if (state.state === 'notEarned' || state.state === 'awaited') return 'ahead'
  return state.state === 'failed' ? 'failed' : 'over'
}

/** The day that matters at present: the exam until it is passed, then the expiry. */
const dayOf = ({ status, examDay, expiryDay }: ItemView<'certification'>) =>
  status === 'earned' || status === 'expired' ? expiryDay : examDay

function useColumns(
  stateOf: (item: ItemView<'certification'>) => CertificationState,
): Column<ItemView<'certification'>>[] {
  const { t } = useTranslation('certifications')
  const format = useFormat()
  return useMemo(
    () => [
      {
        key: 'issuer',
        prose: true,
        header: t('field.issuer'),
        optional: true,
        cell: (item) => item.issuer,
        sortBy: (item) => item.issuer,
      },
      {
        key: 'state',
        header: t('column.state'),
        cell: (item) => <CertificationBadge state={stateOf(item)} status={item.status} />,
        sortBy: (item) => stateOrder(stateOf(item), item.status),
      },
      {
        key: 'day',
        secondary: true,
        header: t('column.day'),
        align: 'end',
        cell: (item) => {
          const day = dayOf(item)
          if (day === null) return ''
          return t(day === item.expiryDay ? 'dayUntil' : 'dayExam', { day: format.day(day) })
        },
        sortBy: dayOf,
      },
    ],
    [format, stateOf, t],
  )
}

/** Certifications in preparation, valid, expired and failed. */
export function CertificationsPage({ selection }: { selection: Selection }) {
  const { t } = useTranslation(['certifications', 'vocabulary'])
  const { client, query } = useApi()
  const list = useQuery(query.certifications.list.queryOptions({ input: {} }))
  const stateOf = useCertificationState()
  const columns = useColumns(stateOf)
  const choices = useCertificationChoices()
  const [choosing, setChoosing] = useState(false)
  return (
    <>
      <QueryGate query={list}>
        {(items) => (
          <ListPage
            list="certifications"
            title={t('title')}
            editing={{
              update: client.certifications.updateMany,
              remove: client.certifications.removeMany,
              choices,
              tagsOf: ({ tags }) => tags,
            }}
            newLabel={t('new')}
            actions={<CatalogueButton onClick={() => setChoosing(true)} />}
            items={items}
            columns={columns}
            nameHeader={t('field.title')}
            nameOf={(item) => item.title}
            textOf={(item) => [item.title, item.issuer, item.credentialId, ...item.tags].join(' ')}
            facets={{
              label: t('group.label'),
              of: (item) => groupOf(stateOf(item)),
              values: GROUPS.map((value) => ({ value, label: t(`group.${value}`) })),
            }}
            initialSort={{ key: 'state', descending: false }}
            empty={{ icon: <IconCertificate size={40} stroke={1.4} />, title: t('empty.title'), text: t('empty.text') }}
            selection={selection}
            panel={
              selection.item && <CertificationPanel key={selection.item} selection={selection} uid={selection.item} />
            }
          />
        )}
      </QueryGate>
      <CertificationCatalogue opened={choosing} onClose={() => setChoosing(false)} onOpenItem={selection.open} />
    </>
  )
}
