import type { i18n } from 'i18next'
import { inLanguage } from '#shared/model/common.ts'
import { toFailure } from './failures.ts'

/** An error in words: what happened, what is safe, what to do next. All messages are made here. */
export function failureText(texts: i18n, error: unknown): string {
  const t = texts.getFixedT(null, 'errors')
  const language = texts.language === 'en' ? 'en' : 'ru'
  const failure = toFailure(error)
  if (failure === null) return t(error instanceof TypeError ? 'unreachable' : 'defect')
  switch (failure.code) {
    case 'VALIDATION':
      return failure.data.title === undefined
        ? t('validation')
        : t('validationOf', { title: inLanguage(failure.data.title, language) })
    case 'NOT_FOUND':
      return t('notFound')
    case 'REFUSED':
      return t(`refused.${failure.data.reason}`, { detail: failure.data.detail ?? '' }).trimEnd()
    case 'CONFLICT':
      return t('conflict')
    case 'STORAGE':
      return t(`storage.${failure.data.reason}`, { folder: failure.data.folder ?? '' })
  }
}
