import { expect, it } from 'vitest'
import { textMatcher } from './text-matcher.ts'

it('finds every word in any place and either spelling of ё', () => {
  expect(textMatcher('отчет облако')('Облако: расчёт и ОТЧЁТ')).toBe(true)
  expect(textMatcher('отчет озеро')('Облако и отчёт')).toBe(false)
  expect(textMatcher('облако ﬁnance')('Об\u00adла\u200bко, ＦＩＮＡＮＣＥ')).toBe(true)
  expect(textMatcher('  ')('anything')).toBe(true)
})
