import { start as english } from '../../src/shared/locales/en/start.ts'
import { start as russian } from '../../src/shared/locales/ru/start.ts'
import { createTexts } from '../../src/shared/locales/texts.ts'

/** @typedef {import('i18next').TFunction<'start'>} StartText */

const texts = createTexts('en', { ru: { start: russian }, en: { start: english } })

/**
 * Makes the texts `npm start` prints while it opens the desktop window.
 *
 * @param {'ru' | 'en'} language
 * @returns {StartText}
 */
export const startTexts = (language) => texts.getFixedT(language, 'start')
