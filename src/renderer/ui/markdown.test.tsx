import fc from 'fast-check'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { escapeMarkdown, nestMarkdown } from '#shared/domain/markdown-text.ts'
import { Markdown } from './markdown.tsx'

const html = (markdown: string) => renderToStaticMarkup(<Markdown text={markdown} />)

const decode = (text: string) =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&amp;', '&')

/** Words and marks that mean something in Markdown, HTML or GFM. */
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
        // A heading within a quotation or a list item stays within it.
        const outside = shown.replace(/<(blockquote|ul|ol)\b.*<\/\1>/gs, '')
        expect(outside.match(/<h[123]>.*?<\/h[123]>/gs)).toEqual(['<h2>before</h2>', '<h2>after</h2>'])
      }),
      { numRuns: 1000 },
    )
  })
})
