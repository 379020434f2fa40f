import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Page } from '#renderer/ui/page.tsx'
import { EmptyState } from '#renderer/ui/states.tsx'

/** Shown for an address that belongs to no page. */
export function NotFoundPage() {
  const { t } = useTranslation('common')
  return (
    <Page title={t('notFound.title')}>
      <EmptyState
        title={t('notFound.title')}
        text={t('notFound.text')}
        action={
          <Button component={Link} to="/">
            {t('notFound.home')}
          </Button>
        }
      />
    </Page>
  )
}
