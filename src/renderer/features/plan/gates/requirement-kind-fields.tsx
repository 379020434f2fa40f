import { MultiSelect, Select } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { MetricChoice } from '#renderer/features/metrics/metric-choice.tsx'
import { ChoiceField } from '#renderer/fields/choice-field.tsx'
import { NumberField } from '#renderer/fields/number-field.tsx'
import { useApi } from '#renderer/lib/api.ts'
import { useLevelWord } from '#renderer/lib/level-word.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import type { StageView } from '#shared/contract/plan.ts'
import type { RequirementFields } from '#shared/model/plan.ts'
import { ActivityKind, Area, CountedSince, EvidenceKind, Scope, VisibilityKind } from '#shared/model/vocabulary.ts'
import type { PlanData } from '../plan-items.ts'

type RequirementFormState = UseFormReturnType<RequirementFields>

interface KindFieldsProps {
  form: RequirementFormState
  data: PlanData
  stage: StageView
}

const LEVELS = [0, 1, 2, 3, 4, 5] as const

/** The fields of the chosen kind. */
export function RequirementKindFields({ form, data, stage }: KindFieldsProps) {
  switch (form.values.kind) {
    case 'skill':
      return <SkillFields form={form} />
    case 'evidence':
      return <EvidenceFields form={form} />
    case 'certification':
      return <CertificationFields form={form} />
    case 'metric':
      return <MetricFields form={form} />
    case 'milestone':
      return <MilestoneChoice form={form} data={data} stage={stage} />
  }
}

function SkillFields({ form }: { form: RequirementFormState }) {
  const { t } = useTranslation(['plan', 'vocabulary', 'skills'])
  const { query } = useApi()
  const format = useFormat()
  const levelWord = useLevelWord()
  const skills = useQuery(query.skills.list.queryOptions({ input: {} }))
  const { level } = form.values
  return (
    <>
      <Select
        label={t('vocabulary:itemType.skill')}
        required
        searchable
        allowDeselect={false}
        nothingFoundMessage={t('field.nothingFound')}
        data={Area.options.map((area) => ({
          group: t(`vocabulary:area.${area}`),
          items: (skills.data ?? [])
            .filter((skill) => skill.area === area && !skill.archived)
            .map(({ uid, title }) => ({ value: uid, label: format.text(title) })),
        }))}
        {...form.getInputProps('skillUid')}
      />
      <Select
        label={t('requirement.level')}
        required
        allowDeselect={false}
        data={LEVELS.map((value) => ({
          value: String(value),
          label: t('skills:level', { level: value, word: levelWord(value) }),
        }))}
        {...form.getInputProps('level')}
        value={level === null ? null : String(level)}
        onChange={(value) => form.setFieldValue('level', value === null ? null : Number(value))}
      />
    </>
  )
}

function CountField({ form }: { form: RequirementFormState }) {
  const { t } = useTranslation('plan')
  return (
    <NumberField
      label={t('requirement.count')}
      required
      whole
      min={1}
      max={1000}
      withSteps
      {...form.getInputProps('count')}
    />
  )
}

function EvidenceFields({ form }: { form: RequirementFormState }) {
  const { t } = useTranslation(['plan', 'vocabulary'])
  const { evidenceKind } = form.values
  return (
    <>
      <ChoiceField
        label={t('requirement.evidenceKind')}
        required
        options={EvidenceKind.options}
        labelOf={(value) => t(`vocabulary:evidenceKind.${value}`)}
        {...form.getInputProps('evidenceKind')}
      />
      {evidenceKind === 'activity' && (
        <Select
          label={t('requirement.activityKind')}
          placeholder={t('requirement.anyKind')}
          clearable
          data={ActivityKind.options.map((value) => ({ value, label: t(`vocabulary:activityKind.${value}`) }))}
          {...form.getInputProps('activityKind')}
        />
      )}
      {evidenceKind === 'activity' && form.values.activityKind === 'visibility' && <VisibilityFields form={form} />}
      {evidenceKind === 'achievement' && (
        <Select
          label={t('requirement.minScope')}
          placeholder={t('requirement.anyScope')}
          clearable
          data={Scope.options.map((value) => ({ value, label: t(`vocabulary:scope.${value}`) }))}
          {...form.getInputProps('minScope')}
        />
      )}
      <CountField form={form} />
      <SinceField form={form} />
    </>
  )
}

/** Which visibility counts, and how many items must have been visible outside. */
function VisibilityFields({ form }: { form: RequirementFormState }) {
  const { t } = useTranslation(['plan', 'vocabulary'])
  return (
    <>
      <MultiSelect
        label={t('requirement.visibilityKinds')}
        description={t('requirement.visibilityHint')}
        placeholder={form.values.visibilityKinds.length === 0 ? t('requirement.anyVisibility') : ''}
        clearable
        data={VisibilityKind.options.map((value) => ({ value, label: t(`vocabulary:visibilityKind.${value}`) }))}
        {...form.getInputProps('visibilityKinds')}
      />
      <NumberField
        label={t('requirement.minOutside')}
        placeholder={t('requirement.noOutside')}
        whole
        min={1}
        max={1000}
        {...form.getInputProps('minOutside')}
      />
    </>
  )
}

function SinceField({ form }: { form: RequirementFormState }) {
  const { t } = useTranslation(['plan', 'vocabulary'])
  return (
    <ChoiceField
      label={t('requirement.since')}
      required
      options={CountedSince.options}
      labelOf={(value) => t(`vocabulary:countedSince.${value}`)}
      {...form.getInputProps('since')}
    />
  )
}

function CertificationFields({ form }: { form: RequirementFormState }) {
  const { t } = useTranslation('plan')
  const { query } = useApi()
  const catalogue = useQuery(query.catalogue.certifications.queryOptions({ input: {} }))
  const issuers = [...new Set((catalogue.data ?? []).map(({ issuer }) => issuer))]
  return (
    <>
      <MultiSelect
        label={t('requirement.anyOf')}
        description={t('requirement.anyOfHint')}
        searchable
        clearable
        nothingFoundMessage={t('field.nothingFound')}
        data={issuers.map((issuer) => ({
          group: issuer,
          items: (catalogue.data ?? [])
            .filter((entry) => entry.issuer === issuer)
            .map(({ key, title }) => ({ value: key, label: title })),
        }))}
        {...form.getInputProps('catalogueKeys')}
      />
      <CountField form={form} />
      <SinceField form={form} />
    </>
  )
}

function MetricFields({ form }: { form: RequirementFormState }) {
  const { t } = useTranslation('plan')
  const { query } = useApi()
  const format = useFormat()
  const metrics = useQuery(query.metrics.list.queryOptions({ input: {} }))
  const unit = metrics.data?.find(({ uid }) => uid === form.values.metricUid)?.unit ?? ''
  return (
    <>
      <MetricChoice {...form.getInputProps('metricUid')} />
      <NumberField
        label={t('requirement.metricValue')}
        required
        units={[format.text(unit)]}
        {...form.getInputProps('metricValue')}
      />
    </>
  )
}

function MilestoneChoice({ form, data, stage }: KindFieldsProps) {
  const { t } = useTranslation('vocabulary')
  const format = useFormat()
  // Milestones of the requirement's own stage first, because a gate usually asks for them.
  const stages = [stage, ...data.stages.filter(({ uid }) => uid !== stage.uid)]
  return (
    <Select
      label={t('itemType.milestone')}
      required
      searchable
      allowDeselect={false}
      data={stages.map(({ title, milestones }) => ({
        group: format.text(title),
        items: milestones.map((milestone) => ({ value: milestone.uid, label: format.text(milestone.title) })),
      }))}
      {...form.getInputProps('milestoneUid')}
    />
  )
}
