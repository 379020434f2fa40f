import { createRootRoute, createRoute, createRouter, redirect, useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import { z } from 'zod'
import type { Selection } from '#renderer/lib/selection.ts'
import { BrokenPart } from '#renderer/ui/boundary.tsx'
import { Language } from '#shared/model/common.ts'
import { ALIASES } from './contributions.ts'
import { NotFoundPage } from './not-found-page.tsx'
import { PAGES, ReviewReading } from './pages.ts'
import { Shell } from './shell.tsx'

/**
 * What the address of a list page holds after its path: the open item, whether it is being edited, sorting and filter.
 */
const ItemSearch = z.object({
  item: z.string().optional(),
  edit: z.boolean().optional(),
  /** Key of a column, with a minus in front when the largest comes first. */
  sort: z.string().optional().catch(undefined),
  /** Words of the filter. */
  q: z.string().optional().catch(undefined),
  /** Value of the facet. */
  show: z.string().optional().catch(undefined),
})
type ItemSearch = z.infer<typeof ItemSearch>

const readSort = (text: string) => ({ key: text.replace(/^-/, ''), descending: text.startsWith('-') })

/** The open item of the present page and how it is sorted and filtered, kept in the address. */
function useSelection(): Selection {
  const search = useSearch({ strict: false }) as ItemSearch
  const navigate = useNavigate()
  // Apart from what is open and shown, so that rows are not drawn anew because of it.
  const moves = useMemo(() => {
    const go = (next: ItemSearch) =>
      void navigate({
        to: '.',
        search: (previous: object) => ({ ...previous, item: undefined, edit: undefined, ...next }),
      } as never)
    // Replaces the entry of the browser history, so that "Back" leads to the page opened before.
    const keep = (next: ItemSearch) =>
      void navigate({
        to: '.',
        search: (previous: object) => ({ ...previous, ...next }),
        replace: true,
        resetScroll: false,
      } as never)
    return {
      open: (item) => go({ item }),
      add: () => go({ item: 'new' }),
      edit: (item) => go({ item, edit: true }),
      close: () => go({}),
      sortBy: ({ key, descending }) => keep({ sort: descending ? `-${key}` : key }),
      filterBy: ({ text, facet }) =>
        keep({
          ...(text !== undefined && { q: text || undefined }),
          ...(facet !== undefined && { show: facet || undefined }),
        }),
    } satisfies Partial<Selection>
  }, [navigate])
  return useMemo(
    () => ({
      ...moves,
      item: search.item ?? null,
      editing: search.edit === true,
      sort: search.sort === undefined ? null : readSort(search.sort),
      filter: { text: search.q ?? '', facet: search.show ?? '' },
    }),
    [moves, search.edit, search.item, search.q, search.show, search.sort],
  )
}

const root = createRootRoute({ component: Shell, notFoundComponent: NotFoundPage })

/** The router fetches the code of a page (`preload`) before it leaves the present one, and when the pointer is on a link to it. */
const pages = Object.entries(PAGES).map(([path, Page]) => {
  const RoutedPage = () => <Page selection={useSelection()} />
  return createRoute({
    getParentRoute: () => root,
    path,
    validateSearch: ItemSearch,
    component: Object.assign(RoutedPage, { preload: Page.preload }),
  })
})

/** Other addresses of the pages lead to them. */
const aliases = ALIASES.map(([path, to]) =>
  createRoute({
    getParentRoute: () => root,
    path,
    beforeLoad: () => {
      throw redirect({ to, replace: true } as never)
    },
  }),
)

/** A review on a page of its own, to read and to print; `language` is the language of the document. */
const reviewReading = createRoute({
  getParentRoute: () => root,
  path: '/reviews/$uid/read',
  validateSearch: z.object({ language: Language.optional().catch(undefined) }),
  component: Object.assign(ReadReview, { preload: ReviewReading.preload }),
})

function ReadReview() {
  const { uid } = reviewReading.useParams()
  const { language } = reviewReading.useSearch()
  const navigate = useNavigate()
  const open = (item?: string) => void navigate({ to: '/reviews', search: { item } } as never)
  return <ReviewReading key={uid} uid={uid} language={language} onClose={() => open()} onOpen={open} />
}

/** The pages of the app under their addresses. */
export function createAppRouter() {
  return createRouter({
    routeTree: root.addChildren([...pages, ...aliases, reviewReading]),
    defaultPreload: 'intent',
    defaultErrorComponent: BrokenPart,
  })
}
