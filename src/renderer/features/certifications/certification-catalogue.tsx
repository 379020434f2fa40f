import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { CatalogueDrawer, type CatalogueFilter } from '#renderer/fields/catalogue-drawer.tsx'
import { CatalogueCard } from '#renderer/fields/catalogue-entry.tsx'
import { useApi } from '#renderer/lib/api.ts'
import { skillOptions } from '#renderer/lib/catalogue-options.ts'
import { useChoose } from '#renderer/lib/use-choose.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import type { CertificationEntry } from '#shared/contract/catalogue.ts'
import { CatalogueFacts } from './catalogue-facts.tsx'

interface CertificationCatalogueProps {
  opened: boolean
  onClose: () => void
  onOpenItem: (uid: string) => void
}

const LEVELS: CertificationEntry['level'][] = ['foundation', 'associate', 'professional', 'expert']
const NONE: CertificationEntry[] = []
const titleOf = ({ title, code }: CertificationEntry) => (code === null ? title : `${title} (${code})`)

function useFilters(entries: CertificationEntry[]): CatalogueFilter<CertificationEntry>[] {
  const { t } = useTranslation('catalogue')
  const format = useFormat()
  return useMemo(
    () => [
      {
        key: 'level',
        label: t('level'),
        valuesOf: ({ level }) => [level],
        options: LEVELS.map((value) => ({ value, label: t(`certificationLevel.${value}`) })),
      },
      {
        key: 'issuer',
        label: t('issuer'),
        valuesOf: ({ issuer }) => [issuer],
        options: [...new Set(entries.map(({ issuer }) => issuer))].sort().map((value) => ({ value, label: value })),
      },
      {
        key: 'skill',
        label: t('skill'),
        valuesOf: ({ skills }) => skills.map(({ key }) => key),
        options: skillOptions(entries, format.text),
      },
    ],
    [entries, format, t],
  )
}

/** The catalogue of certifications: requirements and renewal, as far as they are known. */
export function CertificationCatalogue({ opened, onClose, onOpenItem }: CertificationCatalogueProps) {
  const { t } = useTranslation('catalogue')
  const { client, query } = useApi()
  const format = useFormat()
  const list = useQuery({ ...query.catalogue.certifications.queryOptions({ input: {} }), enabled: opened })
  const filters = useFilters(list.data ?? NONE)
  const choose = useChoose<CertificationEntry>(
    ({ key }, uid) => client.catalogue.chooseCertification({ uid, key, language: format.language }),
    titleOf,
  )
  const open = (uid: string) => {
    onClose()
    onOpenItem(uid)
  }
  const skillsOf = ({ skills }: CertificationEntry) => skills.map(({ title }) => format.text(title)).join(', ')
  return (
    <CatalogueDrawer
      opened={opened}
      onClose={onClose}
      title={t('certifications.title')}
      lead={t('certifications.lead')}
      query={list}
      textOf={(entry) => `${titleOf(entry)} ${entry.issuer} ${skillsOf(entry)}`}
      filters={filters}
    >
      {(entry) => (
        <CatalogueCard
          title={titleOf(entry)}
          by={`${entry.issuer} · ${t(`certificationLevel.${entry.level}`)}`}
          notes={[t('skills', { titles: skillsOf(entry) })]}
          chosenUid={entry.chosenUid}
          choosing={choose.isPending && choose.variables.key === entry.key}
          onChoose={() => choose.mutate(entry)}
          onOpenItem={open}
        >
          <CatalogueFacts entry={entry} />
        </CatalogueCard>
      )}
    </CatalogueDrawer>
  )
}
