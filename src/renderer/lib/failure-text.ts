import type { TFunction } from 'i18next'
import { toFailure } from './failures.ts'

/** An error in words: what happened, what is safe, what to do next. The one place that does it. */
export function failureText(t: TFunction<'errors'>, error: unknown): string {
  const failure = toFailure(error)
  if (failure === null) return t(error instanceof TypeError ? 'unreachable' : 'defect')
  switch (failure.code) {
    case 'VALIDATION':
      return t('validation')
    case 'NOT_FOUND':
      return t('notFound')
    case 'REFUSED':
      return t(`refused.${failure.data.reason}`)
    case 'CONFLICT':
      return t('conflict')
    case 'STORAGE':
      return t(`storage.${failure.data.reason}`, { folder: failure.data.folder ?? '' })
  }
}
