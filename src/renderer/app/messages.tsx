import { MantineThemeProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { useTranslation } from 'react-i18next'

/** Where messages appear: clear of the buttons of a form, which stand at the lower right. The button that closes one has its name in the language of the app. */
export function Messages() {
  const { t } = useTranslation('common')
  const closeButtonProps = { 'aria-label': t('action.close') }
  return (
    <MantineThemeProvider theme={{ components: { Notification: { defaultProps: { closeButtonProps } } } }}>
      <Notifications position="bottom-center" limit={4} />
    </MantineThemeProvider>
  )
}
