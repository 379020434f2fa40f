import { notifications } from '@mantine/notifications'

/**
 * Puts a text on the clipboard and says so, or that it could not: the person may have refused it, and outside a secure
 * page there is no clipboard.
 */
export async function copyAndTell(text: string, words: { done: string; failed: string }): Promise<void> {
  const isCopied = await navigator.clipboard?.writeText(text).then(
    () => true,
    () => false,
  )
  notifications.show({ color: isCopied ? 'petrol' : 'red', message: isCopied ? words.done : words.failed })
}
