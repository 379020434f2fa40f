import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { Texts } from './text-keys.ts'

/** Texts of any feature, for keys from contributions that include the namespace. */
export function useAnyText(): TFunction<(keyof Texts)[]> {
  return useTranslation<(keyof Texts)[]>().t
}
