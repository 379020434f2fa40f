import { TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Money } from '#shared/model/common.ts'
import classes from './money-field.module.css'
import { NumberField } from './number-field.tsx'

interface MoneyFieldProps {
  label: string
  value?: Money | null
  onChange?: (value: Money | null) => void
  /** Offered for a new amount, ISO 4217. */
  currency: string
  error?: string | undefined
}

/** An amount in major units on the screen, minor units in the data. */
export function MoneyField({ label, value = null, onChange, currency, error }: MoneyFieldProps) {
  const { t } = useTranslation('common')
  const unit = value?.currency ?? currency
  return (
    <div className={classes.money}>
      <NumberField
        label={label}
        min={0}
        decimalScale={2}
        thousandSeparator=" "
        error={error}
        value={value === null ? null : value.minor / 100}
        onChange={(amount) => onChange?.(amount === null ? null : { minor: Math.round(amount * 100), currency: unit })}
      />
      <TextInput
        label={t('form.currency')}
        maxLength={3}
        value={unit}
        disabled={value === null}
        onChange={(event) =>
          value !== null && onChange?.({ ...value, currency: event.currentTarget.value.toUpperCase() })
        }
      />
    </div>
  )
}
