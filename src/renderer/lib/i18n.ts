import type { i18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { resources } from '#shared/locales/resources.ts'
import { createTexts } from '#shared/locales/texts.ts'
import type { Language } from '#shared/model/common.ts'

/** Texts of the page in one language; both are bundled, so switching needs no request. */
export const createI18n = (language: Language): i18n => createTexts(language, resources, [initReactI18next])
