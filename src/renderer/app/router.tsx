import { createRootRoute, createRoute, createRouter, useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import { z } from 'zod'
import { AchievementsPage } from '#renderer/features/achievements/achievements-page.tsx'
import { CertificationsPage } from '#renderer/features/certifications/certifications-page.tsx'
import { InboxPage, JournalPage } from '#renderer/features/journal/journal-page.tsx'
import { LearningPage } from '#renderer/features/learning/learning-page.tsx'
import { ObstaclesPage } from '#renderer/features/obstacles/obstacles-page.tsx'
import { OverviewPage } from '#renderer/features/overview/overview-page.tsx'
import { PeoplePage } from '#renderer/features/people/people-page.tsx'
import { PlanPage } from '#renderer/features/plan/plan-page.tsx'
import { ProjectsPage } from '#renderer/features/projects/projects-page.tsx'
import { ReviewReader } from '#renderer/features/reviews/review-reader.tsx'
import { ReviewsPage } from '#renderer/features/reviews/reviews-page.tsx'
import { SkillsPage } from '#renderer/features/skills/skills-page.tsx'
import type { Selection } from '#renderer/lib/selection.ts'
import { Language } from '#shared/model/common.ts'
import { AllSettingsPage } from './all-settings-page.tsx'
import { NotFoundPage } from './not-found-page.tsx'
import { Shell } from './shell.tsx'

/** What the address of a list page holds beside its path: the open item and whether it is being edited. */
const ItemSearch = z.object({ item: z.string().optional(), edit: z.boolean().optional() })

/** The open item of the present page, kept in the address. */
export function useSelection(): Selection {
  const search = useSearch({ strict: false }) as z.infer<typeof ItemSearch>
  const navigate = useNavigate()
  return useMemo(() => {
    const go = (next: z.infer<typeof ItemSearch>) =>
      void navigate({
        to: '.',
        search: (previous: object) => ({ ...previous, item: undefined, edit: undefined, ...next }),
      } as never)
    return {
      item: search.item ?? null,
      editing: search.edit === true,
      open: (item) => go({ item }),
      add: () => go({ item: 'new' }),
      edit: (item) => go({ item, edit: true }),
      close: () => go({}),
    }
  }, [navigate, search.edit, search.item])
}

const root = createRootRoute({ component: Shell, notFoundComponent: NotFoundPage })

const page = (path: string, Component: (props: { selection: Selection }) => React.ReactNode) =>
  createRoute({
    getParentRoute: () => root,
    path,
    validateSearch: ItemSearch,
    component: function RoutedPage() {
      return <Component selection={useSelection()} />
    },
  })

/** A review alone, to read and to print; `language` is that of the document. */
const reviewReading = createRoute({
  getParentRoute: () => root,
  path: '/reviews/$uid/read',
  validateSearch: z.object({ language: Language.optional().catch(undefined) }),
  component: function ReadReview() {
    const { uid } = reviewReading.useParams()
    const { language } = reviewReading.useSearch()
    const navigate = useNavigate()
    const open = (item?: string) => void navigate({ to: '/reviews', search: { item } } as never)
    return <ReviewReader key={uid} uid={uid} language={language} onClose={() => open()} onOpen={open} />
  },
})

/** The pages of the app; each is composed of one feature. */
export function createAppRouter() {
  const routes = [
    page('/', OverviewPage),
    page('/plan', PlanPage),
    page('/skills', SkillsPage),
    page('/settings', AllSettingsPage),
    page('/journal', JournalPage),
    page('/inbox', InboxPage),
    page('/learning', LearningPage),
    page('/projects', ProjectsPage),
    page('/obstacles', ObstaclesPage),
    page('/people', PeoplePage),
    page('/achievements', AchievementsPage),
    page('/certifications', CertificationsPage),
    page('/reviews', ReviewsPage),
    reviewReading,
  ]
  return createRouter({ routeTree: root.addChildren(routes), defaultPreload: 'intent' })
}
