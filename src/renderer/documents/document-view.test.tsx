import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { Markdown } from '#renderer/ui/markdown.tsx'
import type { Block, Sheet } from '#shared/documents/block.ts'
import { writeMarkdown } from '#shared/documents/markdown.ts'
import { buildReview } from '#shared/documents/review/sections.ts'
import { openReviewSnapshot, type StoredSnapshot } from '#shared/model/review-snapshot.ts'
import { DocumentSheet, EmbeddedBlocks } from './document-view.tsx'

const RELEASED = resolve(import.meta.dirname, '../../../tests/fixtures/released/1')

/** The text of a markup, with the values of its attributes, because screen readers read them too. */
function read(markup: string): string {
  return markup
    .replace(/ (?:aria-label|title|data-label)="([^"]*)"/g, '>$1<')
    .replace(/<[^<>]*>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
}

interface Words {
  /** Words that must appear on the page and in Markdown. */
  both: string[]
  page: string[]
  markdown: string[]
}

/**
 * Fields without words to show: names of kinds and looks, uids, and the repeated text for people who cannot see a
 * picture.
 */
const WORDLESS = new Set(['kind', 'look', 'about', 'label', 'language'])
/** Fields with shortened words for narrow places; Markdown has the full text. */
const NARROW = new Set(['short', 'rest', 'foot'])

/** Every word of a document, by where it must appear. */
function wordsOf(value: unknown, words: Words = { both: [], page: [], markdown: [] }, key = ''): Words {
  if (WORDLESS.has(key) || value === null) return words
  if (typeof value === 'string') words.both.push(...toLines(value, key))
  else if (NARROW.has(key)) words.page.push(...wordsOf(Object(value)).both)
  else if (isFolded(value)) {
    const { rows, fold } = value
    wordsOf(rows.slice(0, fold.shown), words)
    words.markdown.push(...wordsOf(rows.slice(fold.shown)).both)
    words.page.push(fold.rest)
  } else if (typeof value === 'object')
    for (const [name, inner] of Object.entries(value)) {
      if (NARROW.has(name) && typeof inner === 'string') words.page.push(inner)
      else wordsOf(inner, words, name)
    }
  return words
}

const isFolded = (
  value: unknown,
): value is Extract<Block, { kind: 'bars' }> & { fold: { shown: number; rest: string } } =>
  typeof value === 'object' && value !== null && 'fold' in value

/** Markdown written by a person is compared line by line, without its marks. */
function toLines(text: string, key: string): string[] {
  const lines =
    key === 'markdown' ? renderToStaticMarkup(<Markdown text={text} />).split(/<\/(?:p|li|h\d|td)>|<br/) : [text]
  return lines.map((line) => (key === 'markdown' ? read(line) : line.replace(/\s+/g, ' ')).trim()).filter(Boolean)
}

function expectSameWords(sheet: Sheet): Words {
  const page = read(renderToStaticMarkup(<DocumentSheet sheet={sheet} />))
  const markdown = read(renderToStaticMarkup(<Markdown text={writeMarkdown(sheet)} />))
  const words = wordsOf(sheet)
  const lost = (shown: string, wanted: string[]) => wanted.filter((word) => !shown.includes(word.replace(/\s+/g, ' ')))
  expect(lost(page, [...words.both, ...words.page])).toEqual([])
  expect(lost(markdown, [...words.both, ...words.markdown])).toEqual([])
  return words
}

/** The reviews signed in the demo of release 1. */
function signedReviews(demo: string): Sheet[] {
  const archive = JSON.parse(gunzipSync(readFileSync(`${RELEASED}/demo.${demo}.json.gz`)).toString()) as {
    items: { review: { snapshot: StoredSnapshot | null }[] }
  }
  return archive.items.review.flatMap(({ snapshot }) => {
    if (snapshot === null) return []
    const signed = openReviewSnapshot(snapshot)
    return (['ru', 'en'] as const).map((language) =>
      buildReview({ ...signed, revision: 1, asOf: signed.signedDay }, language),
    )
  })
}

const HOSTILE = '<img src=x onerror=alert(1)> | [a](javascript:b) *c* &lt;d&gt; \\ # e'

/**
 * A document with a block of every kind. Wherever words are allowed, they are words with a meaning in Markdown and
 * HTML.
 */
function everyKind(): Sheet {
  let count = 0
  const word = () => `${HOSTILE} ${++count}`
  const pair = () => ({ name: word(), value: word() })
  const own = () => ({ markdown: `own ${++count}\n\n- two *${++count}*` })
  const blocks: Block[] = [
    { kind: 'head', overline: [word(), word()], title: word(), lead: word(), facts: [pair()], quote: own() },
    { kind: 'section', title: word(), finding: word(), blocks: [{ kind: 'heading', text: word() }] },
    { kind: 'text', text: word() },
    { kind: 'prose', title: word(), text: own() },
    { kind: 'figures', figures: [{ ...pair(), more: word() }] },
    {
      kind: 'table',
      label: 'label',
      columns: [{ title: word() }, { title: word(), number: true }, { title: word() }, { title: 'Own words' }],
      groups: [
        {
          title: word(),
          rows: [
            [
              { name: word(), more: word(), note: own() },
              word(),
              { level: 2, from: null, target: 0, words: word(), label: 'scale' },
              own(),
            ],
            [word(), null, { name: word(), more: word() }, null],
          ],
        },
      ],
    },
    {
      kind: 'bars',
      rows: [1, 2, 3].map((amount) => ({ ...pair(), amount })),
      fold: { shown: 2, rest: word() },
    },
    { kind: 'columns', items: [{ ...pair(), amount: 1, short: pair() }] },
    { kind: 'list', look: 'pairs', items: [{ text: word(), strong: true, quiet: word(), note: own() }] },
    { kind: 'list', look: 'numbers', items: [{ text: word() }, { text: word() }] },
    {
      kind: 'entry',
      title: word(),
      facts: [word(), word()],
      change: { text: word(), quiet: word() },
      parts: [{ name: word(), text: own() }],
      note: word(),
      about: null,
    },
    { kind: 'signatures', title: word(), lines: [pair()] },
    { kind: 'beside', parts: [[{ kind: 'text', text: word() }], [{ kind: 'text', text: word() }]] },
    { kind: 'together', blocks: [{ kind: 'text', text: word() }] },
  ]
  return { language: 'ru', foot: 'foot', blocks }
}

describe('the page and Markdown say the same words', () => {
  test.each(['ru', 'en'])('of the reviews signed in the demo: %s', (demo) => {
    const sheets = signedReviews(demo)
    expect(sheets).toHaveLength(4)
    for (const sheet of sheets) expect(expectSameWords(sheet).both.length).toBeGreaterThan(300)
  })

  test('of a block of every kind, whatever the words are', () => {
    const { both, page, markdown } = expectSameWords(everyKind())
    expect([both.length > 60, page.length > 3, markdown.length]).toEqual([true, true, 2])
  })
})

describe('the page', () => {
  const blocks: Block[] = [{ kind: 'section', title: 'A', blocks: [{ kind: 'heading', text: 'B' }] }]

  test('ranks headings one lower inside a page with sections of its own', () => {
    const headings = (markup: string) => markup.match(/<h\d/g)
    const sheet = { language: 'en' as const, foot: '', blocks }
    expect(headings(renderToStaticMarkup(<DocumentSheet sheet={sheet} />))).toEqual(['<h2', '<h3'])
    expect(headings(renderToStaticMarkup(<EmbeddedBlocks blocks={blocks} />))).toEqual(['<h3', '<h4'])
  })

  test('says its language, and lets no word out of the style of its foot', () => {
    const sheet = { language: 'ru' as const, foot: 'a"; } body { } \\ \n</style><b>', blocks }
    const markup = renderToStaticMarkup(<DocumentSheet sheet={sheet} />)
    expect(markup).toContain('lang="ru"')
    expect(markup).not.toContain('</style><b>')
    expect(markup).toContain('content: "a ; } body { }')
  })
})
