import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BYTE_ORDER_MARK, CsvError, formatCsv, PLAIN_CSV, parseCsv } from './csv.ts'

describe('formatCsv and parseCsv', () => {
  it.each([
    [[['a', 'b']], 'a,b\r\n'],
    [[['']], '""\r\n'],
    [[['', '']], ',\r\n'],
    [[['say "hi"', 'a,b', 'two\r\nlines', ' space ']], '"say ""hi""","a,b","two\r\nlines"," space "\r\n'],
    [[['=1+1', '-5', '@x', '+7 999']], '=1+1,-5,@x,+7 999\r\n'],
    [[['\t', 'a\u00a0']], '"\t","a\u00a0"\r\n'],
    [[[`${BYTE_ORDER_MARK}x`], ['ё']], `"${BYTE_ORDER_MARK}x"\r\nё\r\n`],
  ])('writes %j as RFC 4180 has it and reads it back', (rows, text) => {
    expect(formatCsv(rows)).toBe(text)
    expect(parseCsv(text)).toEqual(rows)
  })

  it('reads back exactly whatever it wrote', () => {
    const signs = fc.constantFrom('a', 'ё', '"', ',', ';', '\r', '\n', '\t', ' ', '=', "'", BYTE_ORDER_MARK, '\0', '😀')
    const field = fc.oneof(fc.string({ unit: signs, maxLength: 8 }), fc.string({ unit: 'binary', maxLength: 8 }))
    const rows = fc.array(fc.array(field, { minLength: 1, maxLength: 4 }), { maxLength: 6 })
    fc.assert(
      fc.property(rows, (table) => {
        expect(parseCsv(formatCsv(table))).toEqual(table)
      }),
      { numRuns: 2000 },
    )
  })

  it('throws nothing but its own error on any text', () => {
    const signs = fc.constantFrom('a', '"', ',', '\r', '\n', BYTE_ORDER_MARK)
    fc.assert(
      fc.property(fc.string({ unit: signs, maxLength: 30 }), (text) => {
        try {
          parseCsv(text)
        } catch (error) {
          expect(error).toBeInstanceOf(CsvError)
        }
      }),
      { numRuns: 2000 },
    )
  })

  it.each(['\n', '\r', '\r\n'])('takes %j for a line end, a byte order mark and a missing last line end', (end) => {
    expect(parseCsv(`${BYTE_ORDER_MARK}a,b${end}1,2${end}3,`)).toEqual([
      ['a', 'b'],
      ['1', '2'],
      ['3', ''],
    ])
  })

  it('takes a quote inside a bare field as it is', () => {
    expect(parseCsv('5" disk,a"b"\r\n')).toEqual([['5" disk', 'a"b"']])
  })

  it.each([
    ['a\r\n"b', /not closed in line 2/],
    ['"a"b', /closing quote in line 1/],
    ['"x\ny"\n"a"b', /closing quote in line 3/],
  ])('says where %j is wrong', (text, message) => {
    expect(() => parseCsv(text)).toThrow(message)
  })
})

describe('for a spreadsheet', () => {
  const style = { delimiter: ';', spreadsheet: true, decimal: ',' } as const

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx', '=HYPERLINK("http://x")', '＝1+1'])('defuses %j', (text) => {
    expect(parseCsv(formatCsv([[text]], style), ';')).toEqual([[`'${text}`]])
  })

  it.each([
    ['a;=1+1', "a;'=1+1"],
    ['a,=1+1', "a,'=1+1"],
    ['a, -1', "a, '-1"],
    ['a;"=1+1"', 'a;"\'=1+1"'],
    ['list:\n- one\r\n+ two', "list:\n'- one\r\n'+ two"],
    ['\t=1', "'\t'=1"],
  ])('defuses %j wherever it may be split', (text, defused) => {
    for (const delimiter of [';', ','] as const)
      expect(parseCsv(formatCsv([[text]], { ...style, delimiter }), delimiter)).toEqual([[defused]])
  })

  it('leaves text alone that nobody would run', () => {
    const text = 'a-b; c = d, e@f.org (1+1), «—»'
    expect(parseCsv(formatCsv([[text]], style), ';')).toEqual([[text]])
  })

  it('begins no cell with a formula for the worst of readers, which knows no quotes and splits everywhere', () => {
    const signs = fc.constantFrom('a', '"', "'", ',', ';', '|', '\r', '\n', '\t', ' ', '=', '+', '-', '@', '＝', '1')
    const cell = fc.string({ unit: signs, maxLength: 12 })
    fc.assert(
      fc.property(
        fc.array(cell, { minLength: 1, maxLength: 4 }),
        fc.constantFrom(',', ';', '\t'),
        (cells, delimiter) => {
          const line = formatCsv([cells], { ...style, delimiter })
          for (const piece of line.split(/[,;|\t\r\n]/)) expect(piece).not.toMatch(/^[ "]*[=+\-@＝]/)
        },
      ),
      { numRuns: 5000 },
    )
  })

  it('leaves numbers numbers, with the comma of the language', () => {
    expect(formatCsv([[-1.5, 2, null, 'x']], style)).toBe('-1,5;2;;x\r\n')
    expect(formatCsv([[1.5]], { ...PLAIN_CSV, decimal: ',' })).toBe('"1,5"\r\n')
  })
})
