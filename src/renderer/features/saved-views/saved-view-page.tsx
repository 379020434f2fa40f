import { Button } from '@mantine/core'
import { IconBookmark } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { QueryGate } from '#renderer/fields/query-gate.tsx'
import { useApi } from '#renderer/lib/api.ts'
import type { Selection } from '#renderer/lib/selection.ts'
import { addressOfView } from '#renderer/lib/use-saved-views.ts'
import { Page } from '#renderer/ui/page.tsx'
import { EmptyState, LoadingState } from '#renderer/ui/states.tsx'
import type { ItemView } from '#shared/model/entities.ts'

/** Where a saved view is opened from elsewhere, such as the palette or the history: leads on to its list. */
export function SavedViewPage({ selection }: { selection: Selection }) {
  const { t } = useTranslation('views')
  const { query } = useApi()
  const list = useQuery(query.savedViews.list.queryOptions({ input: {} }))
  return (
    <Page title={t('open')}>
      <QueryGate query={list}>
        {(views) => <Leading view={views.find(({ uid }) => uid === selection.item)} isSure={!list.isFetching} />}
      </QueryGate>
    </Page>
  )
}

interface LeadingProps {
  view: ItemView<'savedView'> | undefined
  /** What was read before may have been changed or removed since. */
  isSure: boolean
}

/** No step of its own: "Back" leads to where the view was chosen. */
function Leading({ view, isSure }: LeadingProps) {
  const { t } = useTranslation('common')
  const navigate = useNavigate()
  useEffect(() => {
    if (isSure && view !== undefined) void navigate({ ...addressOfView(view), replace: true } as never)
  }, [isSure, navigate, view])
  if (isSure && view === undefined) return <Gone />
  return <LoadingState label={t('list.loading')} />
}

function Gone() {
  const { t } = useTranslation('views')
  return (
    <EmptyState
      icon={<IconBookmark size={40} stroke={1.4} />}
      {...t('gone', { returnObjects: true })}
      action={
        <Button variant="default" renderRoot={(props) => <Link to="/history" {...props} />}>
          {t('toHistory')}
        </Button>
      }
    />
  )
}
