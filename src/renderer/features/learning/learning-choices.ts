import { useTranslation } from 'react-i18next'
import type { Choices } from '#renderer/fields/list-types.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { type LearningFields, learningShape } from '#shared/model/learning.ts'

const STATUSES = learningShape.status.options

/** Progress in steps of 10 %: more precision is not realistic. */
const TENTHS = Array.from({ length: 11 }, (_, index) => index * 10)

/** What a learning item may be set to without its form. */
export function useLearningChoices() {
  const { t } = useTranslation(['learning', 'vocabulary'])
  const format = useFormat()
  const status: Choices<Partial<LearningFields>> = {
    label: t('field.status'),
    values: STATUSES.map((one) => ({ label: t(`vocabulary:learningStatus.${one}`), patch: { status: one } })),
  }
  const progress: Choices<Partial<LearningFields>> = {
    label: t('field.progress'),
    values: TENTHS.map((one) => ({ label: format.percent(one / 100), patch: { progress: one } })),
  }
  return { status, progress }
}
