import { Anchor, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { MetricValues } from '#renderer/features/metrics/metric-values.tsx'
import { ItemActions } from '#renderer/fields/item-actions.tsx'
import { VisibilityIdeas } from '#renderer/fields/visibility-ideas.tsx'
import { useApi } from '#renderer/lib/api.ts'
import { type Selection, useOpenItem } from '#renderer/lib/selection.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useRemove } from '#renderer/lib/use-item-mutations.ts'
import { Facts, Panel } from '#renderer/ui/panel.tsx'
import type { RequirementView, StageView } from '#shared/contract/plan.ts'
import { type PlanData, subjectOf } from '../plan-items.ts'
import { CountedItems } from './counted-items.tsx'
import { RequirementForm } from './requirement-form.tsx'
import { useCountWords } from './use-count-words.ts'
import { useRequirementWords } from './use-requirement-words.ts'

interface RequirementPanelProps {
  requirement: RequirementView
  stage: StageView
  data: PlanData
  selection: Selection
}

/** The open requirement: how its number is computed, and what counts towards it. */
export function RequirementPanel({ requirement, stage, data, selection }: RequirementPanelProps) {
  const { t } = useTranslation(['plan', 'vocabulary', 'common'])
  const { client } = useApi()
  const words = useRequirementWords()
  const remove = useRemove((uid) => client.requirements.remove({ uid }), selection.close)
  const { title } = words(requirement)
  const frame = { closeLabel: t('common:action.close'), onClose: selection.close }
  if (selection.editing)
    return (
      <Panel key="form" title={t('requirement.edit')} {...frame}>
        <RequirementForm requirement={requirement} stage={stage} data={data} selection={selection} />
      </Panel>
    )
  return (
    <Panel
      key="details"
      title={title}
      overline={t('vocabulary:itemType.requirement')}
      actions={
        <ItemActions
          item={{ uid: requirement.uid, title }}
          onEdit={() => selection.edit(requirement.uid)}
          onRemove={() => remove.mutate({ uid: requirement.uid, title })}
        />
      }
      {...frame}
    >
      <RequirementDetails requirement={requirement} stage={stage} selection={selection} />
    </Panel>
  )
}

function RequirementDetails({ requirement, stage, selection }: Omit<RequirementPanelProps, 'data'>) {
  const { t } = useTranslation('plan')
  const format = useFormat()
  const words = useRequirementWords()
  const { outsideWords, fromWords, keptWords } = useCountWords()
  const { value, weight, contribution, baseline } = requirement
  const kept = keptWords(requirement)
  const note = format.text(requirement.note)
  return (
    <>
      {note && <Text mb="md">{note}</Text>}
      <Facts
        rows={[
          [t('requirement.now'), words(requirement).state],
          [t('requirement.outside'), outsideWords(requirement)],
          [t('requirement.countsFrom'), fromWords(requirement)],
          [t('requirement.value'), format.percent(value, 1)],
          [t('requirement.baseline'), baseline !== null && format.number(baseline, 2)],
          [t('requirement.weight'), t('requirement.weightOf', { weight, total: stage.totalWeight })],
          [t('requirement.part'), format.percent(contribution, 1)],
          [
            t('requirement.anyOf'),
            requirement.catalogueKeys.length > 0 && <CertificateNames requirement={requirement} />,
          ],
        ]}
      />
      <Text size="sm" c="dimmed" mt="md">
        {t(`requirement.rule.${requirement.kind}`)}
      </Text>
      {kept !== null && (
        <Text size="sm" mt="xs">
          {kept}
        </Text>
      )}
      <SubjectLink requirement={requirement} selection={selection} />
      {requirement.metricUid !== null && <MetricValues metricUid={requirement.metricUid} />}
      {(requirement.kind === 'evidence' || requirement.kind === 'certification') && (
        <CountedItems requirement={requirement} />
      )}
      {requirement.activityKind === 'visibility' && requirement.value < 1 && <VisibilityIdeas />}
    </>
  )
}

/** Names of the certifications of which any one counts. */
function CertificateNames({ requirement }: { requirement: RequirementView }) {
  const { query } = useApi()
  const catalogue = useQuery(query.catalogue.certifications.queryOptions({ input: {} }))
  const titles = new Map((catalogue.data ?? []).map(({ key, title }) => [key, title]))
  return requirement.catalogueKeys.map((key) => <div key={key}>{titles.get(key) ?? key}</div>)
}

/** A link to the skill, milestone or metric of the requirement. */
function SubjectLink({ requirement, selection }: { requirement: RequirementView; selection: Selection }) {
  const { t } = useTranslation('plan')
  const format = useFormat()
  const openItem = useOpenItem()
  const { skillUid, milestoneUid, metricUid } = requirement
  const open = () => {
    if (skillUid !== null) openItem({ uid: skillUid, type: 'skill' })
    else if (metricUid !== null) openItem({ uid: metricUid, type: 'metric' })
    else selection.open(milestoneUid ?? '')
  }
  const subject = subjectOf(requirement)
  if (subject === null) return null
  return (
    <Anchor component="button" type="button" size="sm" mt="xs" onClick={open}>
      {t('requirement.openSubject', { title: format.text(subject) })}
    </Anchor>
  )
}
