import type { Selection } from '#renderer/lib/selection.ts'
import { type LazyPart, lazyPart } from '#renderer/ui/lazy-part.tsx'
import { CONTRIBUTED_PAGES, SETTINGS, WEEK_SECTIONS } from './contributions.ts'
import { FullOverviewPage } from './full-overview-page.tsx'

/** A page by its address: those of the features, and three to which every feature may add. All but the first come when they are gone to. */
export const PAGES: { readonly [path: string]: LazyPart<{ selection: Selection }> } = {
  ...CONTRIBUTED_PAGES,
  '/': lazyPart(async () => FullOverviewPage),
  '/week': lazyPart(async () => {
    const [{ FullWeekPage }] = await Promise.all([
      import('./full-week-page.tsx'),
      ...WEEK_SECTIONS.map(([, section]) => section.preload()),
    ])
    return FullWeekPage
  }),
  '/settings': lazyPart(async () => {
    const [{ AllSettingsPage }] = await Promise.all([
      import('./all-settings-page.tsx'),
      ...SETTINGS.map(([, section]) => section.preload()),
    ])
    return AllSettingsPage
  }),
}

/** A review alone, to read and to print. */
export const ReviewReading = lazyPart(
  async () => (await import('#renderer/features/reviews/document/review-reader.tsx')).ReviewReader,
)

/** Before there is a plan. */
export const FirstEvening = lazyPart(async () => (await import('./first-evening.tsx')).FirstEvening)

/** Everything a person may go to from the first screen. */
export const ALL_PAGES = [...Object.values(PAGES), ReviewReading]
