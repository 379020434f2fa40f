import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { PRINT_READY_ATTRIBUTE } from '#shared/contract/transport.ts'
import type { Language } from '#shared/model/common.ts'
import type { ReviewFacts } from '#shared/model/review.ts'

/**
 * Says that the document is complete and may be printed once its fonts are there, and names the window after it: browsers
 * offer the title as the name of the PDF.
 */
export function usePrintable({ periodStart, periodEnd }: ReviewFacts, language: Language): void {
  const { i18n } = useTranslation()
  useEffect(() => {
    const root = document.documentElement
    const title = document.title
    const words = i18n.getFixedT(language, ['common', 'reviews'])
    document.title = `${words('app')}. ${words('reviews:document.titlePeriod')}, ${periodStart} – ${periodEnd}`
    let shown = true
    void document.fonts.ready.then(() => {
      if (shown) root.setAttribute(PRINT_READY_ATTRIBUTE, '')
    })
    return () => {
      shown = false
      root.removeAttribute(PRINT_READY_ATTRIBUTE)
      document.title = title
    }
  }, [i18n, language, periodEnd, periodStart])
}
