import { useCallback, useMemo } from 'react'
import { type RequirementWords, requirementText } from '#shared/domain/gates/requirement-text.ts'
import { textsIn } from '#shared/locales/texts-in.ts'
import { useFormat } from './use-format.ts'

/** Puts a gate's requirement and its state into words of the present language. */
export function useRequirementText(): (requirement: RequirementWords) => { title: string; state: string } {
  const { language } = useFormat()
  const t = useMemo(() => textsIn(language, ['requirement', 'vocabulary']), [language])
  return useCallback((requirement) => requirementText(requirement, t, language), [language, t])
}
