import { describe, expect, test } from 'vitest'
import { type Block, filterBlocks, markdownOf, section } from './block.ts'

const entry = (about: string): Block => ({
  kind: 'entry',
  title: `About ${about}`,
  facts: [],
  change: null,
  parts: [],
  note: null,
  about,
})

const text = (words: string): Block => ({ kind: 'text', text: words })

describe('section', () => {
  test('is nothing where there is nothing to tell, and a finding alone is something', () => {
    expect(section('Title', [])).toEqual([])
    expect(section('Title', [], 'Found.')).toEqual([{ kind: 'section', title: 'Title', finding: 'Found.', blocks: [] }])
    expect(section('Title', [text('a')])).toEqual([{ kind: 'section', title: 'Title', blocks: [text('a')] }])
  })
})

test('markdownOf is nothing for nothing but spaces', () => {
  expect(markdownOf(' \n')).toBeUndefined()
  expect(markdownOf(' a\n')).toEqual({ markdown: ' a\n' })
})

describe('filterBlocks', () => {
  const keep = (block: Block) => !(block.kind === 'entry' && block.about === 'secret')

  test('takes blocks away at every depth', () => {
    const blocks: Block[] = [
      { kind: 'together', blocks: [entry('secret'), text('a')] },
      { kind: 'section', title: 'Results', blocks: [entry('open'), entry('secret')] },
      { kind: 'beside', parts: [[entry('secret')], [text('b'), entry('secret')]] },
    ]
    expect(filterBlocks(blocks, keep)).toEqual([
      { kind: 'together', blocks: [text('a')] },
      { kind: 'section', title: 'Results', blocks: [entry('open')] },
      { kind: 'beside', parts: [[text('b')]] },
    ])
  })

  test('leaves neither heading nor finding of what it emptied, and keeps a finding that stood alone', () => {
    const alone: Block = { kind: 'section', title: 'Obstacles', finding: 'None.', blocks: [] }
    const emptied: Block = { kind: 'section', title: 'Results', finding: 'One secret.', blocks: [entry('secret')] }
    const nested: Block = { kind: 'together', blocks: [emptied] }
    expect(filterBlocks([alone, emptied, nested, { kind: 'beside', parts: [[emptied]] }], keep)).toEqual([alone])
  })
})
