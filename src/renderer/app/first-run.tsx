import { Button, Center } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useApi } from '#renderer/lib/api.ts'

/** The first evening. */
export function FirstRun() {
  const { t } = useTranslation('common')
  const { client } = useApi()
  const start = useMutation({ mutationFn: () => client.workspace.saveSettings({ language: 'ru' }) })
  return (
    <Center h="100vh">
      <Button onClick={() => start.mutate()}>{t('action.next')}</Button>
    </Center>
  )
}
