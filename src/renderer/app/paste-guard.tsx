import { notifications } from '@mantine/notifications'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#renderer/lib/use-format.ts'
import { measurePaste } from './measure-paste.ts'

/** One message, however often it is tried. */
const MESSAGE = 'paste-too-long'

/**
 * Hears every paste and drop into a field. One that the field cannot hold is refused as a whole and said at once: a browser would
 * cut it off in silence, or lay out a megabyte for the form to refuse it a minute later.
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
