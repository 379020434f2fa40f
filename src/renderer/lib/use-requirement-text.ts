import { useCallback } from 'react'
import { type RequirementWords, requirementText } from '#shared/domain/requirement-text.ts'
import { resources } from '#shared/locales/resources.ts'
import { useFormat } from './use-format.ts'

/** Puts a gate's requirement and its state into words of the present language. */
export function useRequirementText(): (requirement: RequirementWords) => { title: string; state: string } {
  const { language } = useFormat()
  return useCallback((requirement) => requirementText(requirement, resources[language], language), [language])
}
