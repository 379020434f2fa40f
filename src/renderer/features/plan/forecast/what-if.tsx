import { Button, Slider, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#renderer/lib/use-format.ts'
import classes from './forecast.module.css'

/** Range of the slider, in percent of the present pace. */
const LEAST = 50
const MOST = 300
const STEP = 10

interface WhatIfProps {
  factor: number
  /** Mean hours a week at present; null or 0 = unknown, and only the pace is mentioned. */
  hours: number | null
  isChanged: boolean
  onFactor: (factor: number) => void
  onReset: () => void
}

/** The slider changes the forecast and saves nothing. */
export function WhatIf({ factor, hours, isChanged, onFactor, onReset }: WhatIfProps) {
  const { t } = useTranslation('forecast')
  const format = useFormat()
  const known = hours !== null && hours >= 0.1 ? hours : null
  const label = known === null ? t('whatIf.pace') : t('whatIf.hours')
  const told = (times: number) => {
    if (known === null)
      return times === 1 ? t('whatIf.paceNow') : t('whatIf.paceThen', { percent: format.ratio(times) })
    const now = format.number(known)
    if (times === 1) return t('whatIf.hoursNow', { hours: now })
    return t('whatIf.hoursThen', { hours: format.number(known * times), now })
  }
  return (
    <div className={classes.whatIf}>
      <div className={classes.whatIfHead}>
        <Text size="sm" fw={500}>
          {t('whatIf.title')}
        </Text>
        <Text size="sm" c="dimmed">
          {t('whatIf.hint')}
        </Text>
      </div>
      <div className={classes.slider}>
        <span>{label}</span>
        <Slider
          value={Math.round(factor * 100)}
          min={LEAST}
          max={MOST}
          step={STEP}
          label={null}
          thumbLabel={label}
          thumbValueText={told(factor)}
          onChange={(percent) => onFactor(percent / 100)}
        />
        <span className={classes.told}>{told(factor)}</span>
        <Button variant="subtle" size="compact-sm" disabled={!isChanged} onClick={onReset}>
          {t('whatIf.reset')}
        </Button>
      </div>
    </div>
  )
}
