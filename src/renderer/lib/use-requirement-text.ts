import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { type RequirementWords, requirementText } from '#shared/domain/gates/requirement-text.ts'
import { useFormat } from './use-format.ts'

/** Puts a gate's requirement and its state into words in the present language. */
export function useRequirementText(): (requirement: RequirementWords) => { title: string; state: string } {
  const { language } = useFormat()
  const { t } = useTranslation(['requirement', 'vocabulary'])
  return useCallback((requirement) => requirementText(requirement, t, language), [language, t])
}
