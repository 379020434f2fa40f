import { describe, expect, test } from 'vitest'
import { writeMarkdown } from '#shared/documents/markdown.ts'
import type { Language } from '#shared/model/common.ts'
import type { ReviewFacts } from '#shared/model/review-facts.ts'
import type { ShownReview } from './review.ts'
import { buildReview } from './sections.ts'

const none = { minutes: 0, activities: 0, activeDays: 0, activeWeeks: 0 }
const emptyFacts: ReviewFacts = {
  periodStart: '2026-01-01',
  periodEnd: '2026-12-31',
  plan: null,
  roles: { from: 'PMO', to: 'CTO' },
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
  uid: null,
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

function shown(facts: Partial<ReviewFacts>, more: Partial<ShownReview> = {}): ShownReview {
  const review = { revision: 1, signedDay: '2027-01-10', asOf: '2027-01-10', answers: [], focus: [], ...more }
  return { ...review, facts: { ...emptyFacts, ...facts } }
}

function render(facts: Partial<ReviewFacts>, language: Language, more: Partial<ShownReview> = {}): string {
  const text = writeMarkdown(buildReview(shown(facts, more), language))
  expect(text).not.toMatch(/\{\{|undefined|NaN|\[object/)
  return text.replace(/[\u00a0\u202f]/g, ' ')
}

describe('a review in Markdown', () => {
  test('leaves out what there is nothing to tell about', () =>
    expect(render({}, 'en').match(/^#+ .*$/gm)).toEqual([
      '# Yearly progress review',
      '## The period in figures',
      '## Signatures',
    ]))

  test('says how it stands', () => {
    expect(render({}, 'en')).toContain('- **Revision:** 1\n- **Status:** signed 10 January 2027\n')
    expect(render({}, 'ru', { revision: 2 })).toContain('- **Редакция:** 2\n')
    expect(render({}, 'ru', { signedDay: null })).toContain('- **Состояние:** черновик\n')
    expect(render({}, 'ru', { signedDay: null })).toContain('\n1 января 2026 — 31 декабря 2026\n')
    expect(render({}, 'ru', { signedDay: null, asOf: '2026-11-27' })).toContain(', по состоянию на 27 ноября 2026\n')
    expect(render({}, 'en', { signedDay: null, asOf: '2026-11-27' })).toContain(', so far by 27 November 2026\n')
    expect(render({ periodEnd: '2026-06-30' }, 'en')).toMatch(/^# Progress review\n/)
  })

  test('shows texts of the template in the language asked for, and the user’s own as they are', () => {
    const facts = {
      plan: {
        fromRole: { ru: 'Руководитель PMO', en: 'PMO lead' },
        toRole: 'CTO',
        vision: 'Две\nстроки',
        stage: { ru: 'Техлид', en: 'Tech lead' },
        stageUid: null,
        readiness: 0.5,
        gaps: [],
      },
    }
    const en = render(facts, 'en')
    expect(en).toContain(
      '\n**PMO lead → CTO** · **Kurs**\n\n- **Stage:** Tech lead\n- **Readiness for the gate:** 50%\n',
    )
    expect(en).toContain('signed 10 January 2027\n\n> Две\n> строки\n')
    expect(render(facts, 'ru')).toContain('- **Этап:** Техлид\n- **Готовность к рубежу:** 50 %\n')
    expect(render({ plan: { ...facts.plan, stage: null, readiness: null } }, 'en')).not.toMatch(/Stage|Readiness/)
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
      bySkill: [{ uid: null, skill: { ru: 'Облака', en: 'Cloud' }, minutes: 45, activities: 1 }],
    }
    const ru = render(facts, 'ru')
    expect(ru).toContain('- **Время на развитие:** 1,5 ч · до этого: 2,5 ч (−40 %)\n')
    expect(ru).toContain('- **Активные дни:** 2 · до этого: 4 (−50 %)\n')
    expect(ru).toContain('На первом месте «Учёба» — 67 %.\n\n- **Учёба:** 1 ч\n- **Вид не указан:** 0,5 ч\n')
    expect(ru).toContain('- **январь 2026:** 1,5 ч\n')
    expect(ru).toContain('Больше всего — январь 2026: 1,5 ч.')
    expect(render(facts, 'en')).toContain('- **Cloud:** 0.8 h\n')
  })

  test('says that there was nothing before', () => {
    const totals = { minutes: 90, activities: 3, activeDays: 2, activeWeeks: 1 }
    expect(render({ totals }, 'en')).toContain('- **Growth time:** 1.5 h · nothing before\n')
  })

  test.each([
    [0, 'ru', ''],
    [1, 'ru', ' 1 месяц без записей.'],
    [2, 'ru', ' 2 месяца без записей.'],
    [5, 'ru', ' 5 месяцев без записей.'],
    [1, 'en', ' 1 month without an entry.'],
    [2, 'en', ' 2 months without an entry.'],
  ] as const)('counts %d silent months in %s', (silent, language, words) => {
    const byMonth = Array.from({ length: silent + 1 }, (_, index) => ({
      month: `2026-0${index + 1}`,
      minutes: index === 0 ? 60 : 0,
    }))
    const facts = { byMonth, totals: { minutes: 60, activities: 1, activeDays: 1, activeWeeks: 1 } }
    const finding = language === 'ru' ? 'Больше всего — январь 2026: 1 ч.' : 'Most of it in January 2026: 1 h.'
    expect(render(facts, language)).toContain(`\n${finding}${words}\n`)
  })

  test('shows every skill where the page folds the rest into one line', () => {
    const bySkill = Array.from({ length: 12 }, (_, index) => ({
      uid: null,
      skill: `Skill ${index}`,
      minutes: 120 - index,
      activities: 1,
    }))
    const facts = { bySkill, totals: { minutes: 60, activities: 12, activeDays: 1, activeWeeks: 1 } }
    const text = render(facts, 'ru')
    for (const { skill } of bySkill) expect(text).toContain(`- **${skill}:** `)
    expect(text).not.toContain('ещё')
    const found = JSON.stringify(buildReview(shown(facts), 'ru')).replace(/\s/g, ' ')
    expect(found).toContain('"fold":{"shown":10,"rest":"ещё 2 навыка: 3,7 ч"}')
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
    expect(render({ achievements: [measured] }, 'ru')).toContain('\n**NPS: 20 → 35 п.** (+75 %, мой вклад 60 %)\n')
    const fallen = { ...measured, metricBaseline: 40, metricResult: 30, myShare: null }
    expect(render({ achievements: [fallen] }, 'en')).toContain('\n**NPS: 40 → 30 п.** (−25%)\n')
    expect(render({ achievements: [{ ...measured, metricBaseline: 0 }] }, 'en')).toContain(
      '\n**NPS: 0 → 35 п.** (my share 60%)\n',
    )
    const only = { ...measured, metricBaseline: null, myShare: null }
    expect(render({ achievements: [only] }, 'en')).toContain('\n**NPS: 35 п.**\n')
  })

  test('calls the sides of the marks as the roles of the plan', () => {
    const roles = { from: { ru: 'Повар', en: 'Cook' }, to: { ru: 'Шеф', en: 'Chef' } }
    const marked = { ...achievement, roleShift: { ...achievement.roleShift, focus: 'to', scale: 'from' } as const }
    const text = render({ roles, achievements: [marked] }, 'ru')
    expect(text).toContain('Основной фокус: Шеф, Масштаб влияния: Повар')
    expect(text).toContain('на стороне «Шеф» 1 из 2 отметок.')
    expect(render({ roles, achievements: [marked] }, 'en')).toContain('1 of 2 marks lie on the Chef side.')
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
    expect(text).toContain('**Ситуация:** Одна строка')
    expect(text).toContain('**Задача:**\n\n- раз\n- два')
    expect(text).toContain('**Результат:**\n\n#### Итог\n\n```\n# код\n```')
  })

  test('shows titles as they were typed, whatever they hold', () => {
    const title = '<img src=x onerror=alert(1)> | [a](javascript:b) *c*\n# d'
    const escaped = '\\<img src=x onerror=alert(1)\\> \\| \\[a\\](javascript:b) \\*c\\* # d'
    const text = render(
      {
        achievements: [{ ...achievement, title }],
        projects: [{ uid: null, title, kind: 'pet', status: 'active', responsibility: title, minutes: 60 }],
        people: [{ uid: null, name: title, role: 'mentor', minutes: 5, activities: 1 }],
        bySkill: [{ uid: null, skill: title, minutes: 5, activities: 1 }],
        totals: { minutes: 5, activities: 1, activeDays: 1, activeWeeks: 1 },
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
            uid: null,
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
          { uid: null, title: 'Данные', area: 'technical', level: 2, target: 3, day: '2025-01-01' },
          { uid: null, title: 'Найм', area: 'management', level: null, target: 1, day: null },
        ],
      },
      'ru',
    )
    expect(text).toContain('| **Техническая база** |  |  |  |\n| Облака | первая оценка: 3 | 4 | 5 мая 2026 |\n')
    expect(text).toContain('- **Облака**\n\n  Сам\n\n  - раз\n\n  Подтверждения: Сервис; Курс\n')
    expect(text).toContain('- Данные · уровень 2 с 1 января 2025, цель 3\n- Найм · ещё не оценён, цель 1\n')
  })

  test('tells gates, milestones, growth, metrics and experiments', () => {
    const text = render(
      {
        gatesPassed: [{ uid: null, stage: 'S0', day: '2026-04-01', note: '## big' }],
        milestones: [
          { uid: null, title: 'a', stage: 'S0', plannedDay: '2026-04-01', doneDay: '2026-04-01' },
          { uid: null, title: 'b', stage: 'S0', plannedDay: '2026-04-01', doneDay: '2026-05-01' },
          { uid: null, title: 'c', stage: 'S0', plannedDay: '2026-04-01', doneDay: null },
          { uid: null, title: 'd', stage: 'S0', plannedDay: '2027-03-01', doneDay: null },
        ],
        learning: [
          { uid: null, title: 'TT', kind: 'book', provider: '', status: 'done', endDay: '2026-02-03', minutes: 90 },
        ],
        certifications: [{ uid: null, title: 'AZ', issuer: 'MS', status: 'booked', day: null, renewed: false }],
        metrics: [{ uid: null, title: 'NPS', unit: '', direction: 'up', from: null, to: 5.5, day: '2026-03-03' }],
        obstacles: [{ uid: null, title: 'Перегрузка', status: 'easing' }],
        experiments: [
          { uid: null, title: 'E', obstacle: 'Перегрузка', verdict: 'failed', day: '2026-09-01', lesson: 'мало' },
        ],
      },
      'en',
    )
    expect(text).toContain('### Gates passed\n\n- **S0, 1 April 2026**\n\n  ##### big\n')
    expect(text).toContain('2 of 3 done, 1 not.')
    expect(text).toContain('| a · S0 | 1 April 2026 | 1 April 2026 · on time |\n')
    expect(text).toContain('| b · S0 | 1 April 2026 | 1 May 2026 · 30 days late |\n')
    expect(text).toContain('| c · S0 | 1 April 2026 | not done in the period |\n')
    expect(text).toContain('| d · S0 | 1 March 2027 | still ahead |\n')
    expect(text).toContain('| TT · Book | Done · 3 February 2026 | 1.5 h |\n')
    expect(text).toContain('| AZ · MS | Exam booked | – |\n')
    expect(text).toContain('| NPS | – | 5.5 · 3 March 2026 | first value |\n')
    expect(text).toContain('Obstacles now: Перегрузка (easing).')
    expect(text).toContain('| E · Obstacle: Перегрузка | Failed · 1 September 2026 |\n')
    expect(text).toContain('- **E**\n\n  **Lesson:** мало\n')
  })

  test('ends with reflection and the focus of the next year', () => {
    const text = render({ previousFocus: [{ ru: 'Код', en: 'Code' }] }, 'en', {
      answers: [
        { key: 'a', prompt: { ru: 'Что?', en: 'What?' }, answer: '## Да' },
        { key: 'b', prompt: 'Why?', answer: ' ' },
      ],
      focus: [{ ru: 'Облака', en: 'Cloud' }, '', 'Люди'],
    })
    expect(text).toContain('## What was set out a year ago\n\n- Code\n')
    expect(text).toContain('### What?\n\n##### Да\n\n')
    expect(text).not.toContain('Why?')
    expect(text).toMatch(/## Focus for the next year\n\n1\. Cloud\n2\. Люди\n\n## Signatures\n/)
  })
})
