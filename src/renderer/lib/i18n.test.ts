import { expect, it } from 'vitest'
import { createI18n, showLanguage } from './i18n.ts'

it('shows the language that was asked for last, in whatever order the texts come', async () => {
  const texts = await createI18n('ru')
  const first = new AbortController()
  const late = showLanguage(texts, 'en', first.signal)
  first.abort()
  await late
  expect(texts.language).toBe('ru')
  await showLanguage(texts, 'en', new AbortController().signal)
  expect(texts.t('common:action.save')).toBe('Save')
})
