import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { Texts } from './text-keys.ts'

/** Texts of whichever feature: for keys that contributions give, with the namespace in front. */
export function useAnyText(): TFunction<(keyof Texts)[]> {
  return useTranslation<(keyof Texts)[]>().t
}
