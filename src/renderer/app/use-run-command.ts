import { notifications } from '@mantine/notifications'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { Command, CommandPowers } from '#renderer/fields/contribution.ts'
import { useApi } from '#renderer/lib/api.ts'
import { proveAddress } from '#renderer/lib/page-key.ts'
import { useAnyText } from '#renderer/lib/use-any-text.ts'
import { useFormat } from '#renderer/lib/use-format.ts'

/** Powers that only the shell has. */
type ShellPowers = Pick<CommandPowers, 'capture' | 'timer' | 'print' | 'undo' | 'redo' | 'showKeys'>

/** Downloads a file in the same way as a click on its link. */
async function download(address: string): Promise<void> {
  const link = document.createElement('a')
  link.href = await proveAddress(address)
  link.download = ''
  link.click()
}

/** Runs commands of the palette; a failure is reported like that of any action. */
export function useRunCommand(shell: ShellPowers): (command: Command) => void {
  const { client } = useApi()
  const navigate = useNavigate()
  const text = useAnyText()
  const { language } = useFormat()
  const powers: CommandPowers = {
    ...shell,
    client,
    language,
    download,
    go: (path, { item, section } = {}) => void navigate({ to: path, search: { item }, hash: section } as never),
    tell: (key) => void notifications.show({ message: text(key) }),
  }
  const command = useMutation({ mutationFn: async ({ run }: Command) => void (await run(powers)) })
  return command.mutate
}
