import { notifications } from '@mantine/notifications'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#renderer/lib/use-format.ts'
import { measurePaste } from './measure-paste.ts'

/** Id of the message, so that repeated attempts show it once. */
const MESSAGE = 'paste-too-long'

/**
 * Checks every paste and drop into a field. A text that the field cannot hold is refused as a whole with a message.
 * Otherwise the browser would cut it off silently, or lay out a megabyte that the form refuses a minute later.
 */
export function PasteGuard() {
  const { t } = useTranslation('common')
  const format = useFormat()
  useEffect(() => {
    const onInput = (event: InputEvent) => {
      const found = measurePaste(event)
      if (found === null) return
      event.preventDefault()
      const [length, limit] = [format.number(found.length), format.number(found.limit)]
      notifications.show({ id: MESSAGE, color: 'yellow', message: t('form.pasteTooLong', { length, limit }) })
    }
    window.addEventListener('beforeinput', onInput, { capture: true })
    return () => window.removeEventListener('beforeinput', onInput, { capture: true })
  }, [format, t])
  return null
}
