import { Input, SegmentedControl, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useApi } from '#renderer/lib/api.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import type { AchievementFields } from '#shared/model/achievement.ts'
import { RoleShiftCriterion } from '#shared/model/vocabulary.ts'
import classes from './role-shift-field.module.css'

type RoleShift = AchievementFields['roleShift']

interface RoleShiftFieldProps {
  value: RoleShift
  onChange: (value: RoleShift) => void
}

/** For each of the four criteria: which side of the PMO / CTO comparison a result speaks for, or neither. */
export function RoleShiftField({ value, onChange }: RoleShiftFieldProps) {
  const { t } = useTranslation('achievements')
  return (
    <Input.Wrapper label={t('field.roleShift')} labelElement="div" description={t('roleShift.hint')}>
      <Stack gap="xs" mt="xs">
        {RoleShiftCriterion.options.map((criterion) => (
          <Criterion
            key={criterion}
            criterion={criterion}
            value={value[criterion]}
            onChange={(side) => onChange({ ...value, [criterion]: side })}
          />
        ))}
      </Stack>
    </Input.Wrapper>
  )
}

interface CriterionProps {
  criterion: RoleShiftCriterion
  value: RoleShift[RoleShiftCriterion]
  onChange: (value: RoleShift[RoleShiftCriterion]) => void
}

function Criterion({ criterion, value, onChange }: CriterionProps) {
  const { t } = useTranslation(['achievements', 'vocabulary'])
  const { query } = useApi()
  const format = useFormat()
  const comparison = useQuery(query.catalogue.roleComparison.queryOptions({ input: {} }))
  const row = comparison.data?.find((question) => question.criterion === criterion)
  const name = t(`vocabulary:criterion.${criterion}`)
  return (
    <div className={classes.criterion}>
      <div>
        <Text size="sm">{name}</Text>
        {row &&
          (['pmo', 'cto'] as const).map((side) => (
            <Text key={side} size="xs" c="dimmed">
              {`${t(`vocabulary:roleSide.${side}`)}: ${format.text(row[side])}`}
            </Text>
          ))}
      </div>
      <SegmentedControl
        size="xs"
        aria-label={name}
        value={value ?? ''}
        onChange={(side) => onChange(side === 'pmo' || side === 'cto' ? side : null)}
        data={[
          { value: 'pmo', label: t('vocabulary:roleSide.pmo') },
          { value: '', label: t('roleShift.none') },
          { value: 'cto', label: t('vocabulary:roleSide.cto') },
        ]}
      />
    </div>
  )
}
