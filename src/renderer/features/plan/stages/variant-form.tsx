import { Button, Group, Text, Title } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '#renderer/lib/api.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useRequirementText } from '#renderer/lib/use-requirement-text.ts'
import { useUndoable } from '#renderer/lib/use-save.tsx'
import type { StageVariant, VariantChange } from '#shared/contract/plan.ts'
import classes from './stage-section.module.css'
import { VariantChoice } from './variant-choice.tsx'

interface VariantFormProps {
  stageUid: string
  variants: StageVariant[]
  onClose: () => void
}

/** Takes another variant of a stage; shows what that will change before it is done. */
export function VariantForm({ stageUid, variants, onClose }: VariantFormProps) {
  const { t } = useTranslation(['plan', 'common'])
  const { client } = useApi()
  const format = useFormat()
  const undoable = useUndoable()
  const present = variants.find(({ chosen }) => chosen)
  const [key, setKey] = useState(present?.key ?? null)
  const asked = variants.find((variant) => variant.key === key)
  const choose = useMutation({
    mutationFn: (variant: string) => client.plan.changeVariant({ stageUid, variant }),
    onSuccess: ({ batchId }) => {
      undoable(t('variant.told', { title: asked === undefined ? '' : format.text(asked.title) }), batchId)
      onClose()
    },
  })
  const isOther = asked !== undefined && !asked.chosen
  return (
    <>
      <VariantChoice label={t('variant.question')} variants={variants} value={key} onChange={setKey} />
      <div role="status">
        {isOther ? (
          <ChangePreview change={asked.change} />
        ) : (
          <Text size="sm" c="dimmed" mt="md">
            {t('variant.same')}
          </Text>
        )}
      </div>
      <Group mt="lg">
        <Button disabled={!isOther} loading={choose.isPending} onClick={() => asked && choose.mutate(asked.key)}>
          {t('variant.do')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('common:action.cancel')}
        </Button>
      </Group>
    </>
  )
}

function ChangePreview({ change }: { change: VariantChange }) {
  const { t } = useTranslation('plan')
  const format = useFormat()
  const words = useRequirementText()
  const linesOf = ({ requirements, milestones }: VariantChange['added']) => [
    ...requirements.map((requirement) => t('variant.requirement', { title: words(requirement).title })),
    ...milestones.map(({ title, plannedDay }) =>
      t('variant.milestone', { title: format.text(title), day: format.day(plannedDay) }),
    ),
  ]
  const targets = change.targets.map(({ skill, stage, from, to }) =>
    t('variant.target', { skill: format.text(skill), stage: format.text(stage), from, to }),
  )
  return (
    <>
      <Lines title={t('variant.added')} lines={linesOf(change.added)} />
      <Lines title={t('variant.removed')} lines={linesOf(change.removed)} />
      <Lines title={t('variant.targets')} lines={targets} />
      <Lines title={t('variant.kept')} lines={linesOf(change.kept)} />
      <Text size="sm" c="dimmed" mt="md">
        {t('variant.own')}
      </Text>
    </>
  )
}

function Lines({ title, lines }: { title: string; lines: string[] }) {
  if (lines.length === 0) return null
  return (
    <>
      <Title order={3} fz="sm" mt="md" mb={4}>
        {title}
      </Title>
      <ul className={classes.traps}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  )
}
