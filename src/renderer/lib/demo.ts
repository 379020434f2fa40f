import { notifications } from '@mantine/notifications'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Language } from '#shared/model/common.ts'
import { type Client, useApi } from './api.ts'
import { useFormat } from './use-format.ts'
import { withWayBack } from './way-back.ts'

/** Opens the demo: in this tab where it has an address; true where it came up in a window of its own instead. */
export async function openDemo(client: Client, language: Language): Promise<boolean> {
  const answer = await client.workspace.openDemo({ language })
  if (answer.kind === 'address') window.location.assign(withWayBack(answer.address, window.location))
  return answer.kind === 'shown'
}

/** Opens the demo: the first time in the language of the moment, from then on in the one it was made in. */
export function useOpenDemo(): { open: () => void; isOpening: boolean } {
  const { t } = useTranslation('workspace')
  const { client } = useApi()
  const { language } = useFormat()
  const { mutate, isPending } = useMutation({
    mutationFn: () => openDemo(client, language),
    onSuccess: (isShown) => isShown && notifications.show({ message: t('command.demoShown') }),
  })
  return { open: mutate, isOpening: isPending }
}
