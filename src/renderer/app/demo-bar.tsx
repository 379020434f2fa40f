import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { desktopApi } from '#renderer/lib/desktop.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { readWayBack } from '#renderer/lib/way-back.ts'
import { useWorkspace } from '#renderer/lib/workspace.ts'
import classes from './demo-bar.module.css'

/** The way out: the window is the demo's own; a tab goes back to the page that opened it. Null where there is none. */
function useLeave(): (() => void) | null {
  const { language } = useFormat()
  if (desktopApi() !== undefined) return () => window.close()
  const back = readWayBack(window.sessionStorage, language)
  return back === null ? null : () => window.location.assign(back)
}

/** Above every page of the demo, so that nobody takes it for their own data. */
export function DemoBar() {
  const { t } = useTranslation('workspace')
  const { demo } = useWorkspace()
  const leave = useLeave()
  if (!demo) return null
  return (
    <section className={classes.bar} aria-label={t('demo.label')}>
      <span>{t('demo.bar')}</span>
      {leave !== null && (
        <Button size="compact-xs" variant="default" onClick={leave}>
          {t('demo.leave')}
        </Button>
      )}
    </section>
  )
}
