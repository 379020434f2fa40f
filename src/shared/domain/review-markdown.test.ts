import { describe, expect, test } from 'vitest'
import { requirement as enRequirement } from '#shared/locales/en/requirement.ts'
import { reviewMarkdown as enReview } from '#shared/locales/en/review-markdown.ts'
import { vocabulary as enVocabulary } from '#shared/locales/en/vocabulary.ts'
import { requirement as ruRequirement } from '#shared/locales/ru/requirement.ts'
import { reviewMarkdown as ruReview } from '#shared/locales/ru/review-markdown.ts'
import { vocabulary as ruVocabulary } from '#shared/locales/ru/vocabulary.ts'
import type { Language } from '#shared/model/common.ts'
import type { ReviewFacts } from '#shared/model/review.ts'
import { renderReviewMarkdown, type ShownReview } from './review-markdown.ts'

const texts = {
  ru: { reviewMarkdown: ruReview, requirement: ruRequirement, vocabulary: ruVocabulary },
  en: { reviewMarkdown: enReview, requirement: enRequirement, vocabulary: enVocabulary },
}

const none = { minutes: 0, activities: 0, activeDays: 0, activeWeeks: 0 }
const emptyFacts: ReviewFacts = {
  periodStart: '2026-01-01',
  periodEnd: '2026-12-31',
  plan: null,
  previousFocus: [],
  totals: none,
  before: none,
  byKind: [],
  byMonth: [],
  byWeek: [],
  bySkill: [],
  gatesPassed: [],
  milestones: [],
  skills: [],
  skillsNotRated: [],
  learning: [],
  certifications: [],
  projects: [],
  achievements: [],
  metrics: [],
  obstacles: [],
  experiments: [],
  people: [],
}

const achievement: ReviewFacts['achievements'][number] = {
  title: 'Запуск',
  day: '2026-06-01',
  situation: '',
  task: '',
  action: '',
  result: '',
  audience: [],
  scope: 'company',
  peopleLed: null,
  metricName: '',
  metricBaseline: null,
  metricResult: null,
  metricUnit: '',
  myShare: null,
  roleShift: { focus: null, scale: null, metrics: null, stakeholders: null },
}

function render(facts: Partial<ReviewFacts>, language: Language, more: Partial<ShownReview> = {}): string {
  const review = { revision: 1, signedDay: '2027-01-10', answers: [], focus: [], ...more }
  const text = renderReviewMarkdown({ ...review, facts: { ...emptyFacts, ...facts } }, texts[language], language)
  expect(text).not.toMatch(/\{\{|undefined|NaN|\[object/)
  return text.replace(/[\u00a0\u202f]/g, ' ')
}

describe('renderReviewMarkdown', () => {
  test('leaves out what there is nothing to tell about', () =>
    expect(render({}, 'en').match(/^#+ .*$/gm)).toEqual([
      '# Progress review: 1 January 2026 – 31 December 2026',
      '## The period in figures',
      '## Focus for the next year',
    ]))

  test('says how it stands', () => {
    expect(render({}, 'en')).toContain('*Signed on 10 January 2027.*')
    expect(render({}, 'ru', { revision: 2 })).toContain('Редакция 2: заменяет более раннюю.')
    expect(render({}, 'ru', { signedDay: null })).toContain('*Черновик, не подписан')
  })

  test('shows texts of the template in the language asked for, and the user’s own as they are', () => {
    const facts = {
      plan: {
        fromRole: { ru: 'Руководитель PMO', en: 'PMO lead' },
        toRole: 'CTO',
        vision: 'Две\nстроки',
        stage: { ru: 'Техлид', en: 'Tech lead' },
        readiness: 0.5,
        gaps: [],
      },
    }
    expect(render(facts, 'en')).toContain('**PMO lead → CTO**\n\n> Две\n> строки\n\nStage: Tech lead. Readiness')
    expect(render(facts, 'ru')).toContain('Этап: Техлид. Готовность к рубежу: 50 %.')
    expect(render({ plan: { ...facts.plan, stage: null, readiness: null } }, 'en')).toContain('Every gate of the plan')
  })

  test('writes figures, shares and changes', () => {
    const facts = {
      totals: { minutes: 90, activities: 3, activeDays: 2, activeWeeks: 1 },
      before: { minutes: 150, activities: 3, activeDays: 4, activeWeeks: 2 },
      byKind: [
        { kind: 'study' as const, minutes: 60, activities: 2 },
        { kind: null, minutes: 30, activities: 1 },
      ],
      byMonth: [{ month: '2026-01', minutes: 90 }],
      bySkill: [{ skill: { ru: 'Облака', en: 'Cloud' }, minutes: 45, activities: 1 }],
    }
    const ru = render(facts, 'ru')
    expect(ru).toContain('| Часы | 1,5 | 2,5 | −1 |')
    expect(ru).toContain('| Записи журнала | 3 | 3 | 0 |')
    expect(ru).toContain('| Учёба | 1 | 67 % | 2 |\n| Вид не указан | 0,5 | 33 % | 1 |')
    expect(ru).toContain('| январь 2026 | 1,5 |')
    expect(render(facts, 'en')).toContain('| Cloud | 0.8 | 1 |')
  })

  test('tells an achievement with the change of its metric', () => {
    const measured = {
      ...achievement,
      metricName: 'NPS',
      metricBaseline: 20,
      metricResult: 35,
      metricUnit: 'п.',
      myShare: 60,
    }
    expect(render({ achievements: [measured] }, 'ru')).toContain('**NPS: 20 п. → 35 п. (+15, +75 %; мой вклад 60 %)**')
    const fallen = { ...measured, metricBaseline: 40, metricResult: 30, myShare: null }
    expect(render({ achievements: [fallen] }, 'en')).toContain('**NPS: 40 п. → 30 п. (−10, −25%)**')
    expect(render({ achievements: [{ ...measured, metricBaseline: 0 }] }, 'en')).toContain('(+35; my share 60%)')
    const only = { ...measured, metricBaseline: null, myShare: null }
    expect(render({ achievements: [only] }, 'en')).toContain('**NPS: 35 п.**')
  })

  test.each([
    [1, '1 человек под руководством', '1 person led'],
    [22, '22 человека под руководством', '22 people led'],
    [50, '50 человек под руководством', '50 people led'],
  ])('counts %d people led', (peopleLed, ru, en) => {
    expect(render({ achievements: [{ ...achievement, peopleLed }] }, 'ru')).toContain(` · ${ru}`)
    expect(render({ achievements: [{ ...achievement, peopleLed }] }, 'en')).toContain(` · ${en}`)
  })

  test('keeps the person’s own Markdown within its section', () => {
    const text = render(
      {
        achievements: [
          { ...achievement, situation: 'Одна строка', task: '- раз\n- два', result: '# Итог\n\n```\n# код' },
        ],
      },
      'ru',
    )
    expect(text).toContain('**Ситуация.** Одна строка')
    expect(text).toContain('**Задача.**\n\n- раз\n- два')
    expect(text).toContain('**Результат.**\n\n#### Итог\n\n```\n# код\n```')
  })

  test('shows titles as they were typed, whatever they hold', () => {
    const title = '<img src=x onerror=alert(1)> | [a](javascript:b) *c*\n# d'
    const escaped = '\\<img src=x onerror=alert(1)\\> \\| \\[a\\](javascript:b) \\*c\\* # d'
    const text = render(
      {
        achievements: [{ ...achievement, title }],
        projects: [{ title, kind: 'pet', status: 'active', responsibility: title, minutes: 60 }],
        people: [{ name: title, role: 'mentor', minutes: 5, activities: 1 }],
        bySkill: [{ skill: title, minutes: 5, activities: 1 }],
      },
      'en',
      { focus: [title] },
    )
    expect(text.split(escaped)).toHaveLength(7)
    expect(text).not.toContain(' <img')
  })

  test('tells rated skills with their backing, and what was not rated', () => {
    const text = render(
      {
        skills: [
          {
            title: { ru: 'Облака', en: 'Cloud' },
            area: 'technical',
            from: null,
            to: 3,
            target: 4,
            day: '2026-05-05',
            note: 'Сам\n\n- раз',
            evidence: ['Сервис', { ru: 'Курс', en: 'Course' }],
          },
        ],
        skillsNotRated: [
          { title: 'Данные', area: 'technical', level: 2, target: 3, day: '2025-01-01' },
          { title: 'Найм', area: 'management', level: null, target: 1, day: null },
        ],
      },
      'ru',
    )
    expect(text).toContain('| Облака | Техническая база | — | 3 | 4 | 5 мая 2026 |')
    expect(text).toContain('- **Облака**\n\n  Сам\n\n  - раз\n\n  Подтверждения: Сервис; Курс.')
    expect(text).toContain('- Данные: уровень 2 с 1 января 2025, цель 3\n- Найм: оценки нет, цель 1')
  })

  test('tells gates, milestones, growth, metrics and experiments', () => {
    const text = render(
      {
        gatesPassed: [{ stage: 'S0', day: '2026-04-01', note: '' }],
        milestones: [
          { title: 'a', stage: 'S0', plannedDay: '2026-04-01', doneDay: '2026-04-01' },
          { title: 'b', stage: 'S0', plannedDay: '2026-04-01', doneDay: '2026-05-01' },
          { title: 'c', stage: 'S0', plannedDay: '2026-04-01', doneDay: null },
        ],
        learning: [{ title: 'TT', kind: 'book', provider: '', status: 'done', endDay: '2026-02-03', minutes: 90 }],
        certifications: [{ title: 'AZ', issuer: 'MS', status: 'booked', day: null }],
        metrics: [{ title: 'NPS', unit: '', direction: 'up', from: null, to: 5.5, day: '2026-03-03' }],
        obstacles: [{ title: 'Перегрузка', status: 'easing' }],
        experiments: [{ title: 'E', obstacle: 'Перегрузка', verdict: 'failed', day: '2026-09-01', lesson: 'мало' }],
      },
      'en',
    )
    expect(text).toContain('- **Gate of the stage “S0” passed on 1 April 2026**')
    expect(text).toContain(
      '- [x] a: done on 1 April 2026\n- [x] b: done on 1 May 2026, planned for 1 April 2026\n- [ ] c:',
    )
    expect(text).toContain('- **TT**: Book · Done on 3 February 2026 · 1.5 h')
    expect(text).toContain('- **AZ**: MS · Exam booked')
    expect(text).toContain('| NPS |  | — | 5.5 | — | 3 March 2026 |')
    expect(text).toContain('- **E**: Failed on 1 September 2026 (against the obstacle “Перегрузка”)\n\n  мало')
  })

  test('ends with reflection and the focus of the next year', () => {
    const text = render({ previousFocus: [{ ru: 'Код', en: 'Code' }] }, 'en', {
      answers: [
        { key: 'a', prompt: { ru: 'Что?', en: 'What?' }, answer: '## Да' },
        { key: 'b', prompt: 'Why?', answer: ' ' },
      ],
      focus: [{ ru: 'Облака', en: 'Cloud' }, '', 'Люди'],
    })
    expect(text).toContain('## What was set out a year ago\n\n1. Code')
    expect(text).toContain('### What?\n\n##### Да\n\n')
    expect(text).not.toContain('Why?')
    expect(text).toMatch(/## Focus for the next year\n\n1\. Cloud\n2\. Люди\n$/)
  })
})
