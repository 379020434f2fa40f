import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { Language } from '#shared/model/common.ts'
import type { ReviewFacts } from '#shared/model/review-facts.ts'

/** Names the window after the document: browsers and the desktop window offer the title as the name of the PDF. */
export function useDocumentTitle({ periodStart, periodEnd }: ReviewFacts, language: Language): void {
  const { i18n } = useTranslation()
  useEffect(() => {
    const title = document.title
    const words = i18n.getFixedT(language, ['common', 'reviews'])
    document.title = `${words('app')}. ${words('reviews:document.titlePeriod')}, ${periodStart} – ${periodEnd}`
    return () => {
      document.title = title
    }
  }, [i18n, language, periodEnd, periodStart])
}
