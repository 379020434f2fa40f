import { describe, expect, test } from 'vitest'
import { textsIn } from '#shared/locales/texts-in.ts'
import type { Language } from '#shared/model/common.ts'
import type { RequirementStatus } from '#shared/model/gate.ts'
import { blankStatus } from '../../../../tests/fixtures/blank-requirement.ts'
import { draftFocus, FOCUS_LINES, openGaps } from './review-focus.ts'

const focusTexts = (language: Language) => ({
  line: textsIn(language, 'reviews', 'document.focus'),
  requirement: textsIn(language, ['requirement', 'vocabulary']),
})
const texts = { ru: focusTexts('ru'), en: focusTexts('en') }

const gap = (fields: Partial<RequirementStatus>): RequirementStatus => ({
  uid: '01999999-0000-7000-8000-000000000000',
  kind: 'skill',
  ...blankStatus,
  current: null,
  target: null,
  ...fields,
})

describe('openGaps', () => {
  test('leaves out what is met and puts the most missing part first', () => {
    const gaps = [
      gap({ note: 'met', weight: 10, value: 1 }),
      gap({ note: 'half of 4', weight: 4, value: 0.5 }),
      gap({ note: 'all of 3', weight: 3, value: 0 }),
    ]
    expect(openGaps(gaps).map(({ note }) => note)).toEqual(['all of 3', 'half of 4'])
  })
})

describe('draftFocus', () => {
  const line = (fields: Partial<RequirementStatus>) => draftFocus([gap(fields)], texts)[0]

  test('puts every kind of requirement into words of both languages', () => {
    expect(line({ subject: { ru: 'Облака', en: 'Cloud' }, current: 1, target: 3 })).toEqual({
      ru: 'Облака — уровень 3 (сейчас: 1 из 3)',
      en: 'Cloud at level 3 (now: 1 of 3)',
    })
    expect(line({ subject: 'Мой навык', target: 2 })).toEqual({
      ru: 'Мой навык — уровень 2 (сейчас: нет оценки)',
      en: 'Мой навык at level 2 (now: not rated)',
    })
    expect(line({ kind: 'evidence', evidenceKind: 'project', current: 1, target: 2 })?.ru).toBe(
      '2 завершённых проекта (сейчас: 1 из 2)',
    )
    expect(line({ kind: 'evidence', evidenceKind: 'achievement', minScope: 'company', current: 0, target: 1 })).toEqual(
      {
        ru: '1 достижение, масштаб от «Компания» (сейчас: 0 из 1)',
        en: '1 achievement of scope “Company” or wider (now: 0 of 1)',
      },
    )
    expect(
      line({ kind: 'evidence', evidenceKind: 'activity', activityKind: 'visibility', current: 3, target: 5 })?.en,
    ).toBe('5 journal entries of kind “Visibility” (now: 3 of 5)')
    expect(line({ kind: 'certification', current: 0, target: 1 })?.ru).toBe('1 полученный сертификат (сейчас: 0 из 1)')
    expect(line({ kind: 'milestone', subject: 'Ментор', current: 0, target: 1 })?.en).toBe(
      'Milestone “Ментор” (now: not done)',
    )
    const led = {
      kind: 'metric',
      subject: 'Людей',
      unit: { ru: 'чел.', en: 'people' },
      current: 12.5,
      target: 50,
    } as const
    expect(line(led)?.ru).toBe('Людей: 50 чел. (сейчас: 12,5 из 50)')
  })

  test('is short', () => expect(draftFocus(Array(12).fill(gap({})), texts)).toHaveLength(FOCUS_LINES))
})
