import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { ROOT } from '../../scripts/lib/run.mjs'
import { resources } from '../../src/shared/locales/resources.ts'

const LANGUAGES = ['ru', 'en'] as const
type Language = (typeof LANGUAGES)[number]

const ROW = /^\| (ru|en) \| `(.+?)` \|.*\| (everywhere|interface) \|$/gm

interface Forbidden {
  word: RegExp
  /** Not in the content of the plan and the guides either. */
  everywhere: boolean
}

/** What the glossary tells not to say, by language. */
function forbidden(language: Language): Forbidden[] {
  const rows = [...readFileSync(join(ROOT, 'docs', 'glossary.md'), 'utf8').matchAll(ROW)]
  return rows
    .filter((row) => row[1] === language)
    .map(([, , pattern = '', where]) => ({
      word: new RegExp(`(?<![\\p{L}\\d-])(?:${pattern.replaceAll('\\|', '|')})(?![\\p{L}\\d])`, 'u'),
      everywhere: where === 'everywhere',
    }))
}

/** Words by which a command is found are what people type, whatever the product calls it. */
const TYPED = ['commandWords']
/** Names of texts of others are quoted as they are. */
const QUOTED = ['source', 'alsoRead']

/** Every text to read in a value, those of one language where it has both. */
function* textsOf(value: unknown, language: Language, notOurs = TYPED): Generator<string> {
  if (typeof value === 'string') yield value
  if (typeof value !== 'object' || value === null) return
  const other = language === 'ru' ? 'en' : 'ru'
  for (const [key, part] of Object.entries(value))
    if (key !== other && !notOurs.includes(key)) yield* textsOf(part, language, notOurs)
}

/** The content of the plan and the guide. What is set as code there is typed, not read. */
function* contentTexts(language: Language): Generator<string> {
  const folder = join(ROOT, 'resources', 'plan')
  for (const name of readdirSync(folder))
    yield* textsOf(JSON.parse(readFileSync(join(folder, name), 'utf8')), language, QUOTED)
  const guide = readFileSync(join(ROOT, 'docs', `guide.${language}.md`), 'utf8')
  yield* guide.replaceAll(/```[\s\S]*?```|`[^`]*`/g, '').split('\n')
}

const said = (texts: Iterable<string>, words: readonly Forbidden[]) =>
  [...texts].flatMap((text) =>
    words.flatMap(({ word }) => (word.test(text) ? [`${word.exec(text)?.[0]}: ${text}`] : [])),
  )

it.each(LANGUAGES)('says one thing by one word: %s', (language) => {
  const words = forbidden(language)
  expect(words.length).toBeGreaterThan(5)
  expect(said(textsOf(resources[language], language), words)).toEqual([])
  const everywhere = words.filter((one) => one.everywhere)
  expect(said(contentTexts(language), everywhere)).toEqual([])
})
