import type { FlatNamespace, KeyPrefix, TFunction } from 'i18next'
import { resources } from './resources.ts'
import { createTexts } from './texts.ts'

const texts = createTexts('en', resources)

/**
 * Makes the texts of the app in a language, for whatever is not shown by React: documents, requirements, exports. With
 * several namespaces a key of any but the first names its own: `vocabulary:noKind`; `prefix` stands before every key.
 */
export function textsIn<
  Names extends FlatNamespace | [FlatNamespace, ...FlatNamespace[]],
  Prefix extends KeyPrefix<Names> = undefined,
>(language: 'ru' | 'en', namespaces: Names, prefix?: Prefix): TFunction<Names, Prefix> {
  return texts.getFixedT(language, namespaces, prefix)
}
