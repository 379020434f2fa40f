import { TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#renderer/lib/use-format.ts'
import { readMoney } from '#shared/domain/reading/read-money.ts'
import { printNumber } from '#shared/domain/reading/read-number.ts'
import type { Money } from '#shared/model/common.ts'
import classes from './money-field.module.css'
import { ReadingField, type ReadingInput } from './reading-field.tsx'

interface MoneyFieldProps extends Pick<ReadingInput<Money>, 'value' | 'onChange' | 'onBlur' | 'error'> {
  label: string
  /** Currency of a new amount, ISO 4217. */
  currency: string
}

const isMoney = (value: Money | string): value is Money => typeof value === 'object'

/**
 * An amount in major units on the screen and minor units in the data. A currency typed with the amount is taken over.
 */
export function MoneyField({ label, value = null, onChange, currency, ...rest }: MoneyFieldProps) {
  const { t } = useTranslation(['common', 'errors'])
  const { language, money: inWords } = useFormat()
  const money = value !== null && isMoney(value) ? value : null
  const unit = money?.currency ?? currency
  const rules = { language, currency: unit }
  const explain = (text: string, amount: Money) => {
    const other = readMoney(text, rules)?.other ?? null
    if (other !== null) return t('form.readAsNot', { value: inWords(amount), other: inWords(other) })
    return /^\d+([.,]\d{0,2})?$/.test(text.trim()) ? null : t('form.readAs', { value: inWords(amount) })
  }
  return (
    <div className={classes.money}>
      <ReadingField
        {...rest}
        label={label}
        value={value}
        onChange={(next) => onChange?.(next)}
        isValue={isMoney}
        read={(text) => readMoney(text, rules)?.money ?? null}
        print={({ minor }) => printNumber(minor / 100, language)}
        explain={explain}
        unreadable={() => t('errors:field.money.unreadable')}
      />
      <TextInput
        label={t('form.currency')}
        maxLength={3}
        value={unit}
        disabled={money === null}
        onChange={(event) =>
          money !== null && onChange?.({ ...money, currency: event.currentTarget.value.toUpperCase() })
        }
      />
    </div>
  )
}
