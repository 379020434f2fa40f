import { Input, SegmentedControl, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useApi } from '#renderer/lib/api.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useRoles } from '#renderer/lib/use-roles.ts'
import { type AchievementFields, RoleSide } from '#shared/model/achievement.ts'
import { RoleShiftCriterion } from '#shared/model/vocabulary.ts'
import classes from './role-shift-field.module.css'

type RoleShift = AchievementFields['roleShift']

interface RoleShiftFieldProps {
  value: RoleShift
  onChange: (value: RoleShift) => void
}

/** For each of the four criteria: which of the plan's two roles the result shows, or neither. */
export function RoleShiftField({ value, onChange }: RoleShiftFieldProps) {
  const { t } = useTranslation('achievements')
  const roles = useRoles()
  return (
    <Input.Wrapper
      data-path="roleShift"
      label={t('field.roleShift', roles)}
      labelElement="div"
      description={t('roleShift.hint', roles)}
    >
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
  const roles = useRoles()
  const name = t(`vocabulary:criterion.${criterion}`)
  return (
    <div className={classes.criterion}>
      <div>
        <Text size="sm">{name}</Text>
        {row &&
          RoleSide.options.map((side) => (
            <Text key={side} size="xs" c="dimmed">
              {`${roles[side]}: ${format.text(row[side])}`}
            </Text>
          ))}
      </div>
      <SegmentedControl
        size="xs"
        aria-label={name}
        value={value ?? ''}
        onChange={(side) => onChange(side === 'from' || side === 'to' ? side : null)}
        data={[
          { value: 'from', label: roles.from },
          { value: '', label: t('roleShift.none') },
          { value: 'to', label: roles.to },
        ]}
      />
    </div>
  )
}
