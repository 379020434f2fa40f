import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { attachmentDisposition, safeFileName } from './file-name.ts'

describe('safeFileName', () => {
  it.each([
    ['Диплом MBA.pdf', 'Диплом MBA.pdf'],
    ['../../etc/passwd', 'passwd'],
    ['..\\..\\boot.ini', 'boot.ini'],
    ['C:\\Users\\me\\a.txt', 'a.txt'],
    ['..', 'file'],
    ['.', 'file'],
    ['', 'file'],
    ['   ', 'file'],
    ['folder/', 'file'],
    ['.htaccess', 'htaccess'],
    ['con.txt', '_con.txt'],
    ['NUL', '_NUL'],
    ['com1.tar.gz', '_com1.tar.gz'],
    ['console.txt', 'console.txt'],
    ['photo\u202egpj.exe', 'photogpj.exe'],
    ['a\u200bb\ufeff.txt', 'ab.txt'],
    ['a\u0000b\nc\u007f\u0085.txt', 'abc.txt'],
    ['report: "final"?.docx', 'report_ _final__.docx'],
    ['trailing. . ', 'trailing'],
    ['e\u0301.txt', 'é.txt'],
    ['lone \ud800 surrogate', 'lone \ufffd surrogate'],
  ])('%j becomes %j', (name, expected) => {
    expect(safeFileName(name)).toBe(expected)
  })

  it('cuts long names, keeps the ending, never splits a letter', () => {
    const name = safeFileName(`${'я'.repeat(400)}.pdf`)
    expect(name.endsWith('я.pdf')).toBe(true)
    expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(200)
    expect(safeFileName('😀'.repeat(100))).toMatch(/^(😀)+$/u)
  })

  it('is harmless and settled for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (name) => {
        const safe = safeFileName(name)
        expect(safe).not.toBe('')
        expect(safe).not.toMatch(/[/\\<>:"|?*]|\p{Cc}|\u202e|^\.|[\s.]$/u)
        expect(new TextEncoder().encode(safe).length).toBeLessThanOrEqual(201)
        expect(safeFileName(safe)).toBe(safe)
      }),
      { numRuns: 500 },
    )
  })
})

describe('attachmentDisposition', () => {
  it('carries any name without letting it out of its quotes', () => {
    expect(attachmentDisposition('Диплом "MBA" (1).pdf')).toBe(
      'attachment; filename="______ _MBA_ (1).pdf"; ' +
        "filename*=UTF-8''%D0%94%D0%B8%D0%BF%D0%BB%D0%BE%D0%BC%20_MBA_%20%281%29.pdf",
    )
    expect(attachmentDisposition('a\r\nSet-Cookie: x=1')).not.toMatch(/[\r\n]/)
  })
})
