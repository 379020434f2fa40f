import { inLanguage, type Language, type LocalText } from '#shared/model/common.ts'
import type {
  Area,
  Audience,
  CertificationStatus,
  LearningKind,
  LearningStatus,
  ObstacleStatus,
  PersonRole,
  ProjectKind,
  ProjectStatus,
  Verdict,
} from '#shared/model/vocabulary.ts'
import { createFigures, type Figures } from './figures.ts'
import { escapeMarkdown } from './markdown-text.ts'
import { fillText, pluralText } from './phrases.ts'
import type { RequirementTexts } from './requirement-text.ts'

type Words<Key extends string> = Readonly<Record<Key, string>>

/** The locale's texts a review is written with: those of `review-markdown`, `vocabulary` and `requirement`. */
export interface ReviewTexts extends RequirementTexts {
  reviewMarkdown: Readonly<Record<string, string>>
  vocabulary: RequirementTexts['vocabulary'] & {
    readonly noKind: string
    readonly area: Words<Area>
    readonly audience: Words<Audience>
    readonly learningKind: Words<LearningKind>
    readonly learningStatus: Words<LearningStatus>
    readonly certificationStatus: Words<CertificationStatus>
    readonly projectKind: Words<ProjectKind>
    readonly projectStatus: Words<ProjectStatus>
    readonly personRole: Words<PersonRole>
    readonly obstacleStatus: Words<ObstacleStatus>
    readonly verdict: Words<Verdict>
  }
}

/** What every section is written with. */
export interface Pen {
  language: Language
  figures: Figures
  texts: ReviewTexts
  /** A text of `review-markdown`. */
  t(key: string, values?: Readonly<Record<string, string | number>>): string
  /** Its form for a number. */
  plural(key: string, count: number): string
  /** A title or line of data as Markdown that shows exactly it. */
  plain(text: LocalText): string
}

/** The pen of one language. */
export function createPen(texts: ReviewTexts, language: Language): Pen {
  const words = texts.reviewMarkdown
  return {
    language,
    figures: createFigures(language),
    texts,
    t: (key, values) => {
      const text = words[key]
      if (text === undefined) throw new Error(`No text ${key}`)
      return fillText(text, values)
    },
    plural: (key, count) => pluralText(words, key, count, language),
    plain: (text) => escapeMarkdown(inLanguage(text, language)),
  }
}
