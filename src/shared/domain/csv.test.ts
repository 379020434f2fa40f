import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BYTE_ORDER_MARK, CsvError, formatCsvRow, PLAIN_CSV, parseCsv } from './csv.ts'

const toText = (rows: string[][]) => rows.map((row) => formatCsvRow(row)).join('')

describe('formatCsvRow and parseCsv', () => {
  it.each([
    [[['a', 'b']], 'a,b\r\n'],
    [[['']], '""\r\n'],
    [[['', '']], ',\r\n'],
    [[['say "hi"', 'a,b', 'two\r\nlines', ' space ']], '"say ""hi""","a,b","two\r\nlines"," space "\r\n'],
    [[['=1+1', '-5', '@x', '+7 999']], '=1+1,-5,@x,+7 999\r\n'],
    [[[`${BYTE_ORDER_MARK}x`], ['ё']], `"${BYTE_ORDER_MARK}x"\r\nё\r\n`],
  ])('writes %j as RFC 4180 has it and reads it back', (rows, text) => {
    expect(toText(rows)).toBe(text)
    expect(parseCsv(text)).toEqual(rows)
  })

  it('reads back exactly whatever it wrote', () => {
    const signs = fc.constantFrom('a', 'ё', '"', ',', ';', '\r', '\n', '\t', ' ', '=', "'", BYTE_ORDER_MARK, '\0', '😀')
    const field = fc.oneof(fc.string({ unit: signs, maxLength: 8 }), fc.string({ unit: 'binary', maxLength: 8 }))
    const rows = fc.array(fc.array(field, { minLength: 1, maxLength: 4 }), { maxLength: 6 })
    fc.assert(
      fc.property(rows, (table) => {
        expect(parseCsv(toText(table))).toEqual(table)
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

  it('takes LF, CR, a byte order mark and a missing last line end', () => {
    expect(parseCsv(`${BYTE_ORDER_MARK}a,b\n1,2\r3,`)).toEqual([
      ['a', 'b'],
      ['1', '2'],
      ['3', ''],
    ])
  })

  it.each([
    ['a\r\n"b', /not closed in line 2/],
    ['a"b', /bare field in line 1/],
    ['"a"b', /closing quote in line 1/],
    ['"x\ny"\n"a"b', /closing quote in line 3/],
  ])('says where %j is wrong', (text, message) => {
    expect(() => parseCsv(text)).toThrow(message)
  })
})

describe('for a spreadsheet', () => {
  const style = { delimiter: ';', spreadsheet: true, decimal: ',' } as const

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '=HYPERLINK("http://x")'])('defuses %j', (text) => {
    expect(parseCsv(formatCsvRow([text], style), ';')).toEqual([[`'${text}`]])
  })

  it('leaves numbers numbers, with the comma of the language', () => {
    expect(formatCsvRow([-1.5, 2, null, 'x'], style)).toBe('-1,5;2;;x\r\n')
    expect(formatCsvRow([1.5], { ...PLAIN_CSV, decimal: ',' })).toBe('"1,5"\r\n')
  })
})
