import { section } from '#shared/documents/block.ts'
import { isWholeYear, periodOf } from '#shared/domain/calendar/plan-years.ts'
import type { FactsSection } from './review.ts'

/** The focus of the previous review, to compare with what was done. */
export const previousFocus: FactsSection = ({ facts }, { text, t }) => {
  if (facts.previousFocus.length === 0) return []
  return section(t(isWholeYear(periodOf(facts)) ? 'previousFocus.title' : 'previousFocus.titlePeriod'), [
    { kind: 'list', look: 'bullets', items: facts.previousFocus.map((line) => ({ text: text(line) })) },
  ])
}
