import { useTranslation } from 'react-i18next'
import { isCalendarDay } from '#shared/model/common.ts'
import { type ItemRef, type ItemType, MODELS } from '#shared/model/entities.ts'
import { useFormat } from './use-format.ts'

const capitalised = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)

/** Namespaces with names for the fields of a type: that of its list, then those shared by many features. */
function namespacesOf(type: ItemType): string[] {
  const model = MODELS.find((one) => one.type === type)
  return [model?.csv, model?.procedures, `${type}s`, 'plan', 'skills'].filter((name) => typeof name === 'string')
}

type Bag = Record<string, unknown>
const isBag = (value: unknown): value is Bag => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Names of any item's fields and their values in words, for parts that treat all types alike. */
export function useFieldText(type: ItemType, refs: readonly ItemRef[]) {
  const { t, i18n } = useTranslation(['common', 'history'])
  const format = useFormat()
  const namespaces = namespacesOf(type)
  const first = (keys: string[]) => {
    const key = keys.find((one) => i18n.exists(one) && typeof i18n.t(one as 'app') === 'string')
    return key === undefined ? null : i18n.t(key as 'app')
  }
  const label = (name: string): string => {
    const ref = refs.find(({ uid }) => uid === name)
    if (ref) return format.title(ref)
    const names = [name, name.replace(/Uids?$/, ''), name.replace(/Days$/, '')]
    const own = namespaces.flatMap((namespace) =>
      names.flatMap((one) => [`${namespace}:field.${one}`, `${namespace}:${type}.field.${one}`]),
    )
    const shared = names.flatMap((one) => [
      `exchange:column.${one}`,
      `vocabulary:itemType.${one}`,
      `common:${one}.title`,
    ])
    return first([...own, ...shared]) ?? t('conflict.other')
  }
  const word = (name: string, value: string): string | null => {
    const groups = [`${type}${capitalised(name)}`, name]
    const own = namespaces.map((namespace) => `${namespace}:${name}.${value}`)
    return /^[a-zA-Z]+$/.test(value) ? first([...groups.map((group) => `vocabulary:${group}.${value}`), ...own]) : null
  }
  const text = (name: string, given: string): string => {
    const ref = refs.find(({ uid }) => uid === given)
    if (ref) return format.title(ref)
    if (isCalendarDay(given)) return format.day(given)
    return word(name, given) ?? given
  }
  const record = (value: Bag): string => {
    if (typeof value.ru === 'string' && typeof value.en === 'string') return format.text({ ru: value.ru, en: value.en })
    if (typeof value.minor === 'number' && typeof value.currency === 'string')
      return format.money({ minor: value.minor, currency: value.currency })
    return Object.entries(value)
      .map(([name, one]) => `${label(name)}: ${show(name, one)}`)
      .join('\n')
  }
  const show = (name: string, value: unknown): string => {
    if (value === null || value === undefined || value === '') return t('conflict.empty')
    if (typeof value === 'boolean') return t(value ? 'history:item.yes' : 'history:item.no')
    if (typeof value === 'number') return name === 'minutes' ? format.minutes(value) : format.number(value)
    if (typeof value === 'string') return text(name, value)
    if (Array.isArray(value)) {
      const parts = value.map((one) => show(name, one))
      return parts.length === 0 ? t('conflict.empty') : parts.join(value.some(isBag) ? '\n' : ', ')
    }
    return isBag(value) && Object.keys(value).length > 0 ? record(value) : t('conflict.empty')
  }
  return { label, value: show }
}
