import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { CatalogueDrawer, type CatalogueFilter } from '#renderer/fields/catalogue-drawer.tsx'
import { CatalogueCard } from '#renderer/fields/catalogue-entry.tsx'
import { useApi } from '#renderer/lib/api.ts'
import { skillOptions } from '#renderer/lib/catalogue-options.ts'
import { useAvailability } from '#renderer/lib/use-availability.ts'
import { useChoose } from '#renderer/lib/use-choose.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import type { LearningEntry } from '#shared/contract/catalogue.ts'
import { learningShape } from '#shared/model/learning.ts'

interface LearningCatalogueProps {
  opened: boolean
  onClose: () => void
  onOpenItem: (uid: string) => void
}

const NONE: LearningEntry[] = []

/** Titles of the stages that the catalogue refers to, by their number. */
function useStageTitles(enabled: boolean): Map<number, string> {
  const { query } = useApi()
  const format = useFormat()
  const plan = useQuery({ ...query.catalogue.plan.queryOptions({ input: {} }), enabled })
  return useMemo(
    () => new Map((plan.data?.stages ?? []).map(({ number, title }) => [number, format.text(title)])),
    [format, plan.data],
  )
}

function useFilters(entries: LearningEntry[], stages: Map<number, string>): CatalogueFilter<LearningEntry>[] {
  const { t } = useTranslation(['catalogue', 'vocabulary'])
  const format = useFormat()
  return useMemo(() => {
    const kinds = learningShape.kind.options.filter((value) => entries.some(({ kind }) => kind === value))
    return [
      {
        key: 'kind',
        label: t('kind'),
        valuesOf: ({ kind }) => [kind],
        options: kinds.map((value) => ({ value, label: t(`vocabulary:learningKind.${value}`) })),
      },
      {
        key: 'stage',
        label: t('stage'),
        valuesOf: (entry) => entry.stages.map(String),
        options: [...stages].map(([number, label]) => ({ value: String(number), label })),
      },
      {
        key: 'skill',
        label: t('skill'),
        valuesOf: ({ skills }) => skills.map(({ key }) => key),
        options: skillOptions(entries, format.text),
      },
    ]
  }, [entries, format, stages, t])
}

/** Learning starters: what is worth studying for this plan, and why. */
export function LearningCatalogue({ opened, onClose, onOpenItem }: LearningCatalogueProps) {
  const { t } = useTranslation(['catalogue', 'vocabulary'])
  const { client, query } = useApi()
  const format = useFormat()
  const list = useQuery({ ...query.catalogue.learning.queryOptions({ input: {} }), enabled: opened })
  const stages = useStageTitles(opened)
  const filters = useFilters(list.data ?? NONE, stages)
  const choose = useChoose<LearningEntry>(
    ({ key }, uid) => client.catalogue.chooseLearning({ uid, key, language: format.language }),
    ({ title }) => format.text(title),
  )
  const availability = useAvailability()
  const open = (uid: string) => {
    onClose()
    onOpenItem(uid)
  }
  const skillsOf = ({ skills }: LearningEntry) => skills.map(({ title }) => format.text(title)).join(', ')
  const byOf = ({ kind, by, year, hours }: LearningEntry) =>
    [
      t(`vocabulary:learningKind.${kind}`),
      format.text(by),
      ...(year === undefined ? [] : [String(year)]),
      ...(hours === null ? [] : [t('hours', { hours: format.hours(hours * 60) })]),
    ].join(' · ')
  return (
    <CatalogueDrawer
      opened={opened}
      onClose={onClose}
      title={t('learning.title')}
      lead={t('learning.lead')}
      query={list}
      textOf={(entry) => [format.text(entry.title), byOf(entry), format.text(entry.why), skillsOf(entry)].join(' ')}
      filters={filters}
    >
      {(entry) => (
        <CatalogueCard
          title={format.text(entry.title)}
          by={byOf(entry)}
          text={format.text(entry.why)}
          notes={[
            t('skills', { titles: skillsOf(entry) }),
            t('stages', { titles: entry.stages.map((number) => stages.get(number) ?? number).join(', ') }),
            ...(entry.availability === null
              ? []
              : [t('availability.line', { text: availability(entry.availability) })]),
          ]}
          chosenUid={entry.chosenUid}
          choosing={choose.isPending && choose.variables.key === entry.key}
          onChoose={() => choose.mutate(entry)}
          onOpenItem={open}
        />
      )}
    </CatalogueDrawer>
  )
}
