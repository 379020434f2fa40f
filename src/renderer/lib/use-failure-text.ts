import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { failureText } from './failure-text.ts'

/** Puts an error into words in the present language. */
export function useFailureText(): (error: unknown) => string {
  const { i18n } = useTranslation('errors')
  return useCallback((error) => failureText(i18n, error), [i18n])
}
