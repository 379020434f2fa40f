import { notifications } from '@mantine/notifications'
import { copyText } from './copy-text.ts'

/** Puts a text on the clipboard and says so, or that it could not. */
export async function copyAndTell(text: string, words: { done: string; failed: string }): Promise<void> {
  const isCopied = await copyText(navigator.clipboard, text)
  notifications.show({ color: isCopied ? 'petrol' : 'red', message: isCopied ? words.done : words.failed })
}
