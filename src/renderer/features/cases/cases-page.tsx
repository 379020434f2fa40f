import { Tabs } from '@mantine/core'
import { IconRoute } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { QueryGate } from '#renderer/fields/query-gate.tsx'
import { useApi } from '#renderer/lib/api.ts'
import type { Selection } from '#renderer/lib/selection.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { Page } from '#renderer/ui/page.tsx'
import { EmptyState } from '#renderer/ui/states.tsx'
import type { TemplateCase } from '#shared/model/template-case.ts'
import { CaseView } from './case-view.tsx'
import { findOpenPart, type OpenPart } from './open-part.ts'
import { PartPanel } from './part-panel.tsx'
import { type Standing, takenUid } from './taken-parts.ts'

/** Cases of moves like one's own: situation, tactics, traps. Parts of a tactic can be taken over. */
export function CasesPage({ selection }: { selection: Selection }) {
  const { t } = useTranslation('cases')
  const { query } = useApi()
  const list = useQuery(query.catalogue.cases.queryOptions({ input: {} }))
  return (
    <QueryGate query={list}>
      {(cases) =>
        cases.length === 0 ? (
          <Page title={t('title')} lead={t('lead')}>
            <EmptyState icon={<IconRoute size={40} stroke={1.4} />} title={t('empty.title')} text={t('empty.text')} />
          </Page>
        ) : (
          <CasesWithStanding cases={cases} selection={selection} />
        )
      }
    </QueryGate>
  )
}

interface CasesProps {
  cases: TemplateCase[]
  selection: Selection
}

/** Parts are offered only once it is known which were taken already. */
function CasesWithStanding(props: CasesProps) {
  const { query } = useApi()
  const plan = useQuery(query.plan.get.queryOptions({ input: {} }))
  const experiments = useQuery(query.experiments.list.queryOptions({ input: {} }))
  const catalogue = useQuery(query.catalogue.learning.queryOptions({ input: {} }))
  return (
    <QueryGate query={plan}>
      {({ stages }) => (
        <QueryGate query={experiments}>
          {(experiments) => (
            <QueryGate query={catalogue}>
              {(catalogue) => {
                const milestones = stages.flatMap((stage) => stage.milestones)
                return <Cases {...props} standing={{ milestones, experiments, catalogue }} />
              }}
            </QueryGate>
          )}
        </QueryGate>
      )}
    </QueryGate>
  )
}

/**
 * The part whose form is shown. A part that was free when its form was opened stays shown, even if another window takes
 * it meanwhile.
 */
function useShownPart(open: OpenPart | null, standing: Standing): OpenPart | null {
  const [begun, setBegun] = useState<string | null>(null)
  const isFree = open !== null && takenUid(open.part, standing) === null
  const shown = isFree || open?.address === begun ? open : null
  const address = shown?.address ?? null
  if (address !== begun) setBegun(address)
  return shown
}

function Cases({ cases, selection, standing }: CasesProps & { standing: Standing }) {
  const { t } = useTranslation('cases')
  const format = useFormat()
  const open = findOpenPart(cases, selection.item)
  const formOf = useShownPart(open, standing)
  const shown = open?.of ?? cases.find(({ key }) => key === selection.item) ?? cases[0]
  const close = () => shown && selection.open(shown.key)
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      panel={formOf && <PartPanel key={formOf.address} open={formOf} onClose={close} onSaved={close} />}
      panelLabel={t('panel')}
    >
      <Tabs value={shown?.key ?? null} onChange={(key) => key !== null && selection.open(key)} keepMounted={false}>
        <Tabs.List aria-label={t('choose')}>
          {cases.map(({ key, title }) => (
            <Tabs.Tab key={key} value={key}>
              {format.text(title)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {cases.map((one) => (
          <Tabs.Panel key={one.key} value={one.key} pt="md">
            <CaseView shown={one} standing={standing} selection={selection} />
          </Tabs.Panel>
        ))}
      </Tabs>
    </Page>
  )
}
