import fc from 'fast-check'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { escapeMarkdown, nestMarkdown } from '#shared/domain/text/markdown-text.ts'
import { Markdown } from './markdown.tsx'
import { isRenderableMarkdown } from './markdown-limits.ts'

const html = (markdown: string) => renderToStaticMarkup(<Markdown text={markdown} />)

const decode = (text: string) =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&amp;', '&')

/** Words and marks with a meaning in Markdown, HTML or GFM. */
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '#',
        '*',
        '_',
        '`',
        '~',
        '[',
        ']',
        '(',
        ')',
        '<',
        '>',
        '|',
        '\\',
        '!',
        '-',
        '+',
        '=',
        '&',
        ';',
        ':',
      ),
      fc.constantFrom('a', 'Б', '1', '.', ' ', '&amp;', '<b>', '<!--', '---', '```', '](x)', '[^1]', '1)', ':x:'),
    ),
    { minLength: 1, maxLength: 12 },
  )
  .map((parts) => parts.join(''))

describe('escaped titles', () => {
  const places: [string, (title: string) => string, RegExp][] = [
    ['heading', (title) => `### ${title}`, /<h3>(.*)<\/h3>/s],
    ['list item', (title) => `- **x**: ${title}`, /<li><strong>x<\/strong>: (.*)<\/li>/s],
    ['list item of its own', (title) => `- ${title}`, /<li>(.*)<\/li>/s],
    ['paragraph', (title) => `before\n\n${title}\n\nafter`, /<p>before<\/p>\s*<p>(.*)<\/p>\s*<p>after<\/p>/s],
    ['table cell', (title) => `| a | b |\n| --- | --- |\n| ${title} | end |`, /<td>(.*)<\/td>\s*<td>end<\/td>/s],
  ]

  test.each(places)('come out of a %s as they were typed', (_, place, pattern) => {
    fc.assert(
      fc.property(hostile, (text) => {
        const typed = text.replace(/\s+/g, ' ').trim()
        fc.pre(typed !== '')
        const found = pattern.exec(html(place(escapeMarkdown(text))))?.[1]
        expect(found === undefined ? null : decode(found)).toBe(typed)
      }),
      { numRuns: 1000 },
    )
  })
})

describe('nested Markdown', () => {
  test('never swallows or outranks what follows', () => {
    const lines = fc.array(fc.oneof(hostile, fc.constantFrom('', '# a', '===', '-', '    code', '> quote', '- item')), {
      maxLength: 8,
    })
    fc.assert(
      fc.property(lines, (parts) => {
        const shown = html(`## before\n\n${nestMarkdown(parts.join('\n'), 3)}\n\n## after`)
        // Footnotes come last; a heading within a quotation or a list item stays inside it.
        const outside = shown
          .replace(/<section\b[^>]*\bfootnotes\b.*<\/section>/s, '')
          .replace(/<(blockquote|ul|ol)\b.*<\/\1>/gs, '')
        expect(outside.match(/<h[123]>.*?<\/h[123]>/gs)).toEqual(['<h2>before</h2>', '<h2>after</h2>'])
      }),
      { numRuns: 1000, examples: [[['[^1]#', '[^1]:x:a', '1)']], [['- item', '  ```', 'a']]] },
    )
  })
})

describe('line breaks', () => {
  test.each([
    ['a paragraph', 'one\ntwo\nthree', '<p>one<br/>\ntwo<br/>\nthree</p>'],
    ['a list item', '- one\n  two', '<li>one<br/>\ntwo</li>'],
    ['a quotation', '> one\n> two', '<p>one<br/>\ntwo</p>'],
    ['a text of Windows', 'one\r\ntwo', '<p>one<br/>\ntwo</p>'],
  ])('stay in %s as they were typed', (_, markdown, shown) => {
    expect(html(markdown)).toContain(shown)
  })
})

describe('links', () => {
  test.each(['javascript:alert(1)', 'file:///etc/passwd', 'data:text/html,x', '//other', '/plan', '#top', ''])(
    'to %o are text',
    (address) => {
      const shown = html(`before [a word](<${address}>) after`)
      expect(shown).toContain('a word')
      expect(shown).not.toContain('<a')
      expect(shown).not.toContain('href')
    },
  )

  test('to the web and to a mailbox may be followed', () => {
    expect(html('[a](https://a.example) [b](mailto:b@a.example)').match(/href="[^"]+"/g)).toEqual([
      'href="https://a.example"',
      'href="mailto:b@a.example"',
    ])
  })
})

describe('a text that would freeze the page', () => {
  const HOSTILE = [
    '>',
    '- ',
    '1. ',
    'a\u0301',
    '\u0301',
    'a\n=\n',
    '~~a',
    '~~a ',
    '**a*b',
    '[',
    '_a__',
    '`a``',
    '![',
    '> - ',
    '<a ',
  ]

  test.each(HOSTILE.flatMap((unit) => [5_000, 100_000].map((length) => [unit, length] as const)))(
    'of %o up to %i characters is shown at once, as it was typed at the worst',
    (unit, length) => {
      const text = unit.repeat(length / unit.length)
      const began = performance.now()
      const shown = html(text)
      expect(shown.replace(/<[^>]+>/g, '').length).toBeGreaterThan(0)
      // Without the limits this takes seconds to minutes, or overflows the stack; with them a few milliseconds.
      expect(performance.now() - began).toBeLessThan(3_000)
    },
  )

  test('keeps every character', () => {
    expect(html('>'.repeat(5_000))).toContain('&gt;'.repeat(5_000))
  })

  test('is not what people write', () => {
    const note = `# Notes\n\n${'- **Decision**: see [the plan](https://a.example/x?y=1) and `code`, ask @Ann (CTO)\n'.repeat(60)}`
    const levels = ['- a', '  - b', '    - c', '      - d', '> said', '> > again'].join('\n')
    for (const text of [note.repeat(5), levels, 'word '.repeat(15_000)]) expect(isRenderableMarkdown(text)).toBe(true)
  })
})
