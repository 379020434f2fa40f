import { useMutation, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { ItemView } from '#shared/model/entities.ts'
import type { ViewQuery } from '#shared/model/saved-view.ts'
import { useApi } from './api.ts'
import { useFormat } from './use-format.ts'
import { useUndoable } from './use-save.tsx'

export type SavedView = ItemView<'savedView'>

/** Where the list of a view stands, showing what the view shows. */
export const addressOfView = ({ page, query }: Pick<SavedView, 'page' | 'query'>) => ({ to: `/${page}`, search: query })

/** The views that are kept of a page, by name. */
export function useSavedViews(page: string): SavedView[] {
  const { query } = useApi()
  const { language } = useFormat()
  const { data = [] } = useQuery(query.savedViews.list.queryOptions({ input: {} }))
  return data
    .filter((view) => view.page === page)
    .sort((one, other) => one.title.localeCompare(other.title, language, { numeric: true }))
}

/** Keeps, renames and replaces views, each with the way back. */
export function useViewWrites(page: string) {
  const { t } = useTranslation(['views', 'common'])
  const { client } = useApi()
  const undoable = useUndoable()
  const keep = useMutation({
    mutationFn: ({ uid, ...fields }: { uid: string; title: string; query: ViewQuery }) =>
      client.savedViews.create({ uid, fields: { ...fields, page } }),
    onSuccess: ({ batchId }, { title }) => undoable(t('kept', { title }), batchId),
  })
  const rename = useMutation({
    mutationFn: ({ view, title }: { view: SavedView; title: string }) =>
      client.savedViews.update({ uid: view.uid, patch: { title }, base: { title: view.title } }),
    onSuccess: ({ batchId }, { title }) => undoable(t('common:done.updated', { title }), batchId),
  })
  const replace = useMutation({
    mutationFn: ({ view, query }: { view: SavedView; query: ViewQuery }) =>
      client.savedViews.update({ uid: view.uid, patch: { query }, base: { query: view.query } }),
    onSuccess: ({ batchId }, { view: { title } }) => undoable(t('replaced', { title }), batchId),
  })
  return { keep, rename, replace }
}
