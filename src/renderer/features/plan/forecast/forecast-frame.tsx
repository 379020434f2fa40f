import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { SectionTitle } from '#renderer/ui/section.tsx'
import classes from './forecast.module.css'

/** The frame of the forecast, with the same height before and after it arrives. */
export function ForecastFrame({ children }: { children?: ReactNode }) {
  const { t } = useTranslation('forecast')
  return (
    <section className={classes.frame} aria-labelledby="plan-forecast">
      <div id="plan-forecast">
        <SectionTitle title={t('title')} />
      </div>
      <div className={classes.content}>{children}</div>
    </section>
  )
}
