import { MantineThemeProvider } from '@mantine/core'
import { Notifications, notifications, useNotifications } from '@mantine/notifications'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './messages.module.css'

/** Messages on the screen at once. */
const SHOWN = 3

/** Shows the newest message at once: the oldest one is removed to make room. */
function useNewestShown(): void {
  const { notifications: shown, queue } = useNotifications()
  const [oldest] = shown
  useEffect(() => {
    if (queue.length > 0 && oldest?.id !== undefined) notifications.hide(oldest.id)
  }, [oldest, queue.length])
}

/**
 * The area for messages, clear of the panel and of the buttons of a form. The close button has its name in the language
 * of the app.
 */
export function Messages() {
  const { t } = useTranslation('common')
  useNewestShown()
  const closeButtonProps = { 'aria-label': t('action.close') }
  return (
    <MantineThemeProvider theme={{ components: { Notification: { defaultProps: { closeButtonProps } } } }}>
      <Notifications position="bottom-left" limit={SHOWN} classNames={{ root: classes.messages ?? '' }} />
    </MantineThemeProvider>
  )
}
