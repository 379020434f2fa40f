import { useTranslation } from 'react-i18next'
import { readAddress } from '#shared/domain/reading/read-address.ts'
import { ReadingField, type ReadingInput } from './reading-field.tsx'

const isAddress = (value: string): value is string => readAddress(value) === value

/** A web address, or empty; a missing `https://` is added, and the field says so. */
export function AddressField({ onChange, ...rest }: ReadingInput<string>) {
  const { t } = useTranslation(['common', 'errors'])
  return (
    <ReadingField
      inputMode="url"
      {...rest}
      onChange={(next) => onChange?.(next ?? '')}
      isValue={isAddress}
      read={readAddress}
      print={(address) => address}
      explain={(text, address) => (text.trim() === address ? null : t('form.readAs', { value: address }))}
      unreadable={() => t('errors:field.url.invalid')}
    />
  )
}
