import type { TFunction } from 'i18next'
import { type RequirementWords, requirementText } from '#shared/domain/gates/requirement-text.ts'
import { createFigures, type Figures } from '#shared/domain/text/figures.ts'
import { textsIn } from '#shared/locales/texts-in.ts'
import { inLanguage, type Language, type LocalText } from '#shared/model/common.ts'

/** What every document needs to be written: a language, its figures and its words. */
export interface Pen {
  language: Language
  figures: Figures
  /** The word for a value of a vocabulary: `scope.team`. */
  word: TFunction<'vocabulary'>
  /** Name of the app. */
  app: string
  /** A text of the template in the language of the document, or the person's own text. */
  text(text: LocalText): string
  /** `12.5 h`. */
  hours(minutes: number): string
  /** A gate's requirement in words, with its progress. */
  requirement(wanted: RequirementWords): { title: string; state: string }
}

/** The pen for one language. */
export function createPen(language: Language): Pen {
  const common = textsIn(language, 'common')
  const gate = textsIn(language, ['requirement', 'vocabulary'])
  const figures = createFigures(language)
  return {
    language,
    figures,
    word: textsIn(language, 'vocabulary'),
    app: common('app'),
    text: (text) => inLanguage(text, language),
    hours: (minutes) => common('unit.hours', { value: figures.number(minutes / 60) }),
    requirement: (wanted) => requirementText(wanted, gate, language),
  }
}
