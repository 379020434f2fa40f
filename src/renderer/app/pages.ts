import type { Selection } from '#renderer/lib/selection.ts'
import { type LazyPart, lazyPart } from '#renderer/ui/lazy-part.tsx'
import { CONTRIBUTED_PAGES, SETTINGS, WEEK_SECTIONS } from './contributions.ts'
import { FullOverviewPage } from './full-overview-page.tsx'

/**
 * Pages by their address: those of the features, and three to which every feature may add. The code of every page but
 * the first is loaded when the page is opened.
 */
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

/** A review on a page of its own, to read and to print. */
export const ReviewReading = lazyPart(
  async () => (await import('#renderer/features/reviews/document/review-reader.tsx')).ReviewReader,
)

/** Shown before there is a plan. */
export const FirstEvening = lazyPart(async () => (await import('./first-evening.tsx')).FirstEvening)

/** Every page a person may open from the first screen. */
export const ALL_PAGES = [...Object.values(PAGES), ReviewReading]
