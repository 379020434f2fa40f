import { expect, test } from 'vitest'
import type { Block } from './block.ts'
import { writeMarkdown } from './markdown.ts'

const write = (...blocks: Block[]) => writeMarkdown({ language: 'en', foot: 'Foot', blocks })

test('blank lines stand between blocks, and one at the end', () =>
  expect(write({ kind: 'text', text: 'one' }, { kind: 'heading', text: 'two' })).toBe('one\n\n## two\n'))

test('headings rank by their depth', () => {
  const inner: Block = {
    kind: 'section',
    title: 'Inner',
    blocks: [{ kind: 'prose', title: 'Own', text: { markdown: '# a\n\n```\n# b' } }],
  }
  expect(write({ kind: 'section', title: 'Outer', finding: '1. of 3', blocks: [inner] })).toBe(
    '## Outer\n\n1\\. of 3\n\n### Inner\n\n#### Own\n\n##### a\n\n```\n# b\n```\n',
  )
})

test('a table has what stands in a row, and the person’s own words below it', () =>
  expect(
    write({
      kind: 'table',
      label: 'Label',
      columns: [{ title: 'Name' }, { title: 'Words' }, { title: 'No. | 1', number: true }],
      groups: [
        {
          title: 'Group',
          rows: [
            [{ name: 'a | b', more: 'c' }, { markdown: '- one\n- two' }, '1.'],
            [{ name: 'd', note: { markdown: '# e' }, more: 'f' }, null, null],
          ],
        },
        { title: null, rows: [['g', null, { level: 2, from: 1, target: 3, words: '1 → 2', label: 'Two of five' }]] },
      ],
    }),
  ).toBe(`| Name | No. \\| 1 |
| --- | ---: |
| **Group** |  |
| a \\| b · c | 1\\. |
| d | – |
| g | 1 → 2 |

- **a \\| b**

  **Words:**

  - one
  - two

- **d**

  ${'#'.repeat(3)} e

  f
`))

test('lists', () => {
  expect(
    write({ kind: 'list', look: 'numbers', items: [{ text: '- a' }, { text: 'b', quiet: 'c', strong: true }] }),
  ).toBe('1. \\- a\n2. **b** · c\n')
  const note = { markdown: 'one\n\n- two' }
  expect(write({ kind: 'list', look: 'numbers', items: [{ text: 'a', note }] })).toBe('1. a\n\n   one\n\n   - two\n')
  expect(write({ kind: 'list', look: 'pairs', items: [{ text: 'a', note }, { text: 'b' }] })).toBe(
    '- a\n\n  one\n\n  - two\n\n- b\n',
  )
})

test('amounts, all of them', () => {
  const row = (name: string) => ({ name, amount: 1, value: `${name} h` })
  expect(write({ kind: 'bars', rows: [row('a'), row('b')], fold: { shown: 1, rest: 'one more' } })).toBe(
    '- **a:** a h\n- **b:** b h\n',
  )
  expect(write({ kind: 'columns', items: [{ ...row('June'), short: { name: 'J', value: '1' } }] })).toBe(
    '- **June:** June h\n',
  )
})

test('an entry without anything but its title', () =>
  expect(write({ kind: 'entry', title: '# a', facts: [], change: null, parts: [], note: null, about: null })).toBe(
    '## \\# a\n',
  ))

test('parts beside each other and together stand one after the other', () =>
  expect(
    write(
      { kind: 'beside', parts: [[{ kind: 'text', text: 'a' }], [{ kind: 'text', text: 'b' }]] },
      { kind: 'together', blocks: [{ kind: 'signatures', title: 'Signed', lines: [{ name: 'Me', value: 'Day' }] }] },
    ),
  ).toBe('a\n\nb\n\n## Signed\n\n- **Me:** ……………… Day\n'))
