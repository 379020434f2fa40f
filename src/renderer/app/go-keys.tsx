import { Kbd } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { GO_KEY, type GoTarget, type GoTargets } from '#renderer/lib/go-targets.ts'
import { isPressed } from '#renderer/lib/keys.ts'
import { useKeys } from '#renderer/lib/use-keys.ts'
import { goOnInPage } from '#renderer/ui/arrival.ts'
import classes from './go-keys.module.css'

const MODIFIERS = ['Shift', 'Control', 'Alt', 'Meta', 'CapsLock']

interface GoKeysProps {
  pages: readonly GoTarget[]
  /** Letters of the open page. */
  within: GoTargets
}

/**
 * After `G`, shows where each letter leads and goes there. There is no timeout: any other key, or a click, closes the
 * list.
 */
export function GoKeys({ pages, within }: GoKeysProps) {
  const { t } = useTranslation('workspace')
  const [targets, setTargets] = useState<readonly GoTarget[] | null>(null)
  // A place within the page knows best where the keys go on there; a page itself takes the focus.
  const toPages = pages.map((page) => ({
    ...page,
    run: () => {
      goOnInPage()
      page.run()
    },
  }))
  useKeys([[GO_KEY, () => setTargets([...within.all(), ...toPages])]])
  useEffect(() => {
    if (targets === null) return
    const close = () => setTargets(null)
    // Handled before any other listener: the letter now names a place and must not run its own command.
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.repeat || MODIFIERS.includes(event.key)) return
      close()
      if (event.ctrlKey || event.metaKey || event.altKey) return
      event.preventDefault()
      event.stopImmediatePropagation()
      targets.find(({ key }) => isPressed(key, event))?.run()
    }
    window.addEventListener('keydown', onKeyDown, true)
    window.addEventListener('pointerdown', close)
    return () => {
      window.removeEventListener('keydown', onKeyDown, true)
      window.removeEventListener('pointerdown', close)
    }
  }, [targets])
  if (targets === null) return null
  return (
    <div className={classes.hint} role="status">
      <p className={classes.title}>{t('shortcuts.goTo')}</p>
      <ul className={classes.targets}>
        {targets.map(({ key, label }) => (
          <li key={key}>
            <Kbd size="xs">{key}</Kbd> {label}
          </li>
        ))}
      </ul>
    </div>
  )
}
