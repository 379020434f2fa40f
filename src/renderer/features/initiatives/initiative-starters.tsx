import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { CatalogueDrawer } from '#renderer/fields/catalogue-drawer.tsx'
import { CatalogueCard } from '#renderer/fields/catalogue-entry.tsx'
import { useApi } from '#renderer/lib/api.ts'
import { useChoose } from '#renderer/lib/use-choose.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import type { InitiativeEntry } from '#shared/contract/catalogue.ts'
import type { ItemView } from '#shared/model/entities.ts'

interface InitiativeStartersProps {
  opened: boolean
  onClose: () => void
  /** Existing initiatives: an entry that became one is not offered again. */
  initiatives: ItemView<'initiative'>[]
  onOpenItem: (uid: string) => void
}

/** Hypotheses to start from; a chosen one becomes an idea in the present language. */
export function InitiativeStarters({ opened, onClose, initiatives, onOpenItem }: InitiativeStartersProps) {
  const { t } = useTranslation('initiatives')
  const { client, query } = useApi()
  const format = useFormat()
  const list = useQuery({ ...query.catalogue.initiatives.queryOptions({ input: {} }), enabled: opened })
  const metrics = useQuery({ ...query.catalogue.metrics.queryOptions({ input: {} }), enabled: opened })
  const metricOf = ({ metric }: InitiativeEntry) => metrics.data?.find(({ key }) => key === metric)
  const choose = useChoose<InitiativeEntry>(
    (entry, uid) =>
      client.initiatives.create({
        uid,
        fields: {
          catalogueKey: entry.key,
          title: format.text(entry.title),
          hypothesis: format.text(entry.hypothesis),
          notes: format.text(entry.check),
          metricUid: metricOf(entry)?.chosenUid ?? null,
        },
      }),
    ({ title }) => format.text(title),
  )
  const movesWords = (entry: InitiativeEntry) => {
    const metric = metricOf(entry)
    return metric === undefined ? '' : t('starters.moves', { metric: format.text(metric.title) })
  }
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
      textOf={({ title, hypothesis }) => `${format.text(title)} ${format.text(hypothesis)}`}
      filters={[]}
    >
      {(entry) => (
        <CatalogueCard
          title={format.text(entry.title)}
          by={movesWords(entry)}
          text={format.text(entry.hypothesis)}
          notes={[format.text(entry.check)]}
          chosenUid={initiatives.find(({ catalogueKey }) => catalogueKey === entry.key)?.uid ?? null}
          choosing={choose.isPending && choose.variables.key === entry.key}
          onChoose={() => choose.mutate(entry)}
          onOpenItem={open}
        />
      )}
    </CatalogueDrawer>
  )
}
