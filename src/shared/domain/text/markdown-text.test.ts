import { describe, expect, test } from 'vitest'
import { escapeMarkdown, indentMarkdown, markdownTable, nestMarkdown } from './markdown-text.ts'

describe('escapeMarkdown', () => {
  test.each([
    ['Курс «Архитектура»', 'Курс «Архитектура»'],
    ['C# и C++', 'C# и C++'],
    ['*a* _b_ `c` ~~d~~', '\\*a\\* \\_b\\_ \\`c\\` \\~\\~d\\~\\~'],
    ['[x](javascript:alert(1))', '\\[x\\](javascript:alert(1))'],
    ['<img src=x onerror=alert(1)>', '\\<img src=x onerror=alert(1)\\>'],
    ['a | b', 'a \\| b'],
    ['two\nlines\r\n# three', 'two lines # three'],
    ['# heading', '\\# heading'],
    ['#tag', '#tag'],
    ['heading #', 'heading \\#'],
    ['- item', '\\- item'],
    ['1. item', '1\\. item'],
    ['1.', '1\\.'],
    ['1.5 h', '1.5 h'],
    ['+3, better', '+3, better'],
    ['+ item', '\\+ item'],
    ['+', '\\+'],
    ['2026) item', '2026\\) item'],
    ['&lt;b&gt;', '\\&lt;b\\&gt;'],
    ['back\\slash', 'back\\\\slash'],
  ])('%s', (text, expected) => expect(escapeMarkdown(text)).toBe(expected))
})

describe('nestMarkdown', () => {
  test.each([
    ['# a\ntext\n## b', '#### a\ntext\n##### b'],
    ['###### deep', '###### deep'],
    ['#tag', '#tag'],
    ['text\n===', 'text\n\\==='],
    ['text\n-', 'text\n\\-'],
    ['text\n\n---\n\nmore', 'text\n\n---\n\nmore'],
    ['```\n# code\n```\n# after', '```\n# code\n```\n#### after'],
    ['````\n```\n# code\n````\n# after', '````\n```\n# code\n````\n#### after'],
    ['~~~\n# never closed', '~~~\n# never closed\n~~~'],
    ['<!-- open', '\\<!-- open'],
    ['<script>', '\\<script>'],
    ['<https://example.org>', '<https://example.org>'],
    ['a\r\n# b', 'a\n#### b'],
  ])('%j', (markdown, expected) => expect(nestMarkdown(markdown, 3)).toBe(expected))
})

test('indentMarkdown keeps empty lines empty', () => expect(indentMarkdown('a\n\nb')).toBe('  a\n\n  b'))

test('markdownTable aligns numbers', () =>
  expect(markdownTable(['Kind', 'Hours'], [['Study', '3']], [1])).toBe(
    '| Kind | Hours |\n| --- | ---: |\n| Study | 3 |',
  ))
