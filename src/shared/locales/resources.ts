import { common as enCommon } from './en/common.ts'
import { errors as enErrors } from './en/errors.ts'
import { journal as enJournal } from './en/journal.ts'
import { learning as enLearning } from './en/learning.ts'
import { overview as enOverview } from './en/overview.ts'
import { requirement as enRequirement } from './en/requirement.ts'
import { vocabulary as enVocabulary } from './en/vocabulary.ts'
import { common as ruCommon } from './ru/common.ts'
import { errors as ruErrors } from './ru/errors.ts'
import { journal as ruJournal } from './ru/journal.ts'
import { learning as ruLearning } from './ru/learning.ts'
import { overview as ruOverview } from './ru/overview.ts'
import { requirement as ruRequirement } from './ru/requirement.ts'
import { vocabulary as ruVocabulary } from './ru/vocabulary.ts'

/** Every text of the app, one namespace a feature. A test holds that both languages have the same keys. */
export const resources = {
  en: {
    common: enCommon,
    errors: enErrors,
    journal: enJournal,
    learning: enLearning,
    overview: enOverview,
    requirement: enRequirement,
    vocabulary: enVocabulary,
  },
  ru: {
    common: ruCommon,
    errors: ruErrors,
    journal: ruJournal,
    learning: ruLearning,
    overview: ruOverview,
    requirement: ruRequirement,
    vocabulary: ruVocabulary,
  },
}
