import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { CatalogueDrawer } from '#renderer/fields/catalogue-drawer.tsx'
import { CatalogueCard } from '#renderer/fields/catalogue-entry.tsx'
import { useApi } from '#renderer/lib/api.ts'
import { useChoose } from '#renderer/lib/use-choose.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import type { MetricEntry } from '#shared/contract/catalogue.ts'

interface MetricStartersProps {
  opened: boolean
  onClose: () => void
  onOpenItem: (uid: string) => void
}

/** Metrics of the template, with their meaning and the source of their formula. */
export function MetricStarters({ opened, onClose, onOpenItem }: MetricStartersProps) {
  const { t } = useTranslation(['metrics', 'vocabulary'])
  const { client, query } = useApi()
  const format = useFormat()
  const list = useQuery({ ...query.catalogue.metrics.queryOptions({ input: {} }), enabled: opened })
  const choose = useChoose<MetricEntry>(
    ({ key }, uid) => client.catalogue.chooseMetric({ uid, key }),
    ({ title }) => format.text(title),
  )
  const open = (uid: string) => {
    onClose()
    onOpenItem(uid)
  }
  return (
    <CatalogueDrawer
      opened={opened}
      onClose={onClose}
      title={t('starters.title')}
      lead={t('starters.lead')}
      query={list}
      textOf={({ title, meaning }) => `${format.text(title)} ${format.text(meaning)}`}
      filters={[]}
    >
      {(entry) => (
        <CatalogueCard
          title={format.text(entry.title)}
          by={[format.text(entry.unit), t(`vocabulary:direction.${entry.direction}`)].join(' · ')}
          text={format.text(entry.meaning)}
          notes={[]}
          chosenUid={entry.chosenUid}
          choosing={choose.isPending && choose.variables.key === entry.key}
          onChoose={() => choose.mutate(entry)}
          onOpenItem={open}
        />
      )}
    </CatalogueDrawer>
  )
}
