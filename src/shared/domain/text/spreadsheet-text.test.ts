import { expect, test } from 'vitest'
import { isRewrittenBySpreadsheet } from './spreadsheet-text.ts'

test.each([
  ...[
    '001482736',
    '0',
    '12',
    '1234567890123456',
    '1e5',
    '12E3',
    '1E-7',
    '-5',
    '−5',
    '+7 999 123-45-67',
    '1 000',
    '1,5',
    '1.5',
  ],
  ...['50%', '50 %', '$5', '5 ₽', '(5)', '1.12', '01.02.2026', '3/4', '1-2', '2026-11-27', '12:30', '9:05 PM', '2024'],
  ...['Mar 1', 'MAR-1', 'SEPT2', '1 May 2024', '1 мая', '12-янв-24', 'май 2024 г.', 'TRUE', 'ложь', '1\u00a0000'],
  ...['=1+1', '@x', '\tx', '\rx', '-x', '+x'],
])('%j would become something else', (text) => {
  expect(isRewrittenBySpreadsheet(text)).toBe(true)
})

test.each([
  ...[
    '',
    'x',
    'AZ-305',
    'AZ-900 exam',
    '2 модуля',
    'глава 3',
    '3D',
    'K8s',
    'v1.2',
    '10x engineer',
    'ISO 27001',
    'May',
    'март',
  ],
  ...[
    'May the force',
    '1 on 1',
    'Plan 2024',
    '12 angry men',
    'Marketing 1',
    'Децентрализация',
    'e5',
    'абв 001',
    '5 чел.',
  ],
])('%j stays what it is', (text) => {
  expect(isRewrittenBySpreadsheet(text)).toBe(false)
})
