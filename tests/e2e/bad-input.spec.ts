import type { Locator } from '@playwright/test'
import { choose, panelOf } from './support/forms.ts'
import { settle } from './support/pages.ts'
import { dayFromToday, startPlan, typed } from './support/seed.ts'
import { expect, test } from './support/test.ts'
import type { Words } from './support/words.ts'

test.describe.configure({ mode: 'parallel' })

const TOO_LONG = 'Very '.repeat(41).trim()
const NOBODY = '019a0000-0000-7000-8000-000000000000'

/** What is typed into a field, and the message that must stand at it (none where the value is right). */
type Entry = [label: string, value: string, message?: string]

interface Case {
  name: string
  path: string
  entries: Entry[]
  /** Chosen before saving. */
  choice?: [label: string, option: string]
}

const cases = (words: Words): Case[] => [
  {
    name: 'a learning item without a title, on 31 February, more than done, with an address of a script',
    path: '/learning?item=new',
    entries: [
      [words.title, '   ', words.titleEmpty],
      [words.started, '31.02.2026', words.noSuchDay],
      [words.progress, '150', words.wrongProgress],
      [words.address, 'javascript:alert(1)', words.wrongAddress],
      [words.notes, 'Written at length'],
    ],
  },
  {
    name: 'a learning item with an endless title that ends before it starts',
    path: '/learning?item=new',
    entries: [
      [words.title, TOO_LONG, words.titleTooLong],
      [words.started, typed(dayFromToday(0))],
      [words.finished, typed(dayFromToday(-1)), words.endBeforeStart],
      [words.notes, 'Written at length'],
    ],
  },
  {
    name: 'a certification that expires before it was issued',
    path: '/certifications?item=new',
    choice: [words.state, words.earned],
    entries: [
      [words.title, 'Azure'],
      [words.issued, '02.03.2026'],
      [words.lastValidDay, '01.03.2026', words.expiryBeforeIssue],
    ],
  },
  {
    name: 'a certification that was earned nobody knows when',
    path: '/certifications?item=new',
    choice: [words.state, words.earned],
    entries: [
      [words.title, 'Azure'],
      [words.issued, '', words.needed],
    ],
  },
  {
    name: 'an activity of less than no time',
    path: '/journal?item=new',
    entries: [
      [words.title, 'Course'],
      [words.minutes, '-5', words.wrongMinutes],
      [words.day, '30.02.2026', words.noSuchDay],
    ],
  },
  {
    name: 'an activity of weeks in a day',
    path: '/journal?item=new',
    entries: [
      [words.title, 'Course'],
      [words.minutes, '100000', words.wrongMinutes],
      [words.day, '', words.noSuchDay],
    ],
  },
  {
    name: 'a project that ends before it starts',
    path: '/projects?item=new',
    entries: [
      [words.title, 'Board'],
      [words.start, '02.03.2026'],
      [words.end, '01.03.2026', words.endBeforeStart],
    ],
  },
  {
    name: 'an achievement without a day, more than all of it mine',
    path: '/achievements?item=new',
    entries: [
      [words.achieved, 'Halved the lead time'],
      [words.day, '', words.noSuchDay],
      [words.myShare, '101', words.wrongProgress],
      [words.result, 'Twelve days became five'],
    ],
  },
  {
    name: 'a person without a name, to be met every zero days',
    path: '/people?item=new',
    entries: [
      [words.name, '', words.titleEmpty],
      [words.rhythm, '0', words.wrongDays],
    ],
  },
]

const fieldOf = (scope: Locator, label: string) => scope.getByRole('textbox', { name: label, exact: true })

async function expectEntries(scope: Locator, entries: Entry[], withMessages: boolean): Promise<void> {
  for (const [label, value, message] of entries) {
    const field = fieldOf(scope, label)
    await expect(field).toHaveValue(value)
    if (!withMessages || message === undefined) continue
    await expect(field).toHaveAttribute('aria-invalid', 'true')
    await expect(field).toHaveAccessibleDescription(new RegExp(message.replace(/[.?+]/g, '\\$&')))
    await expect(scope.getByText(message).first()).toBeVisible()
  }
}

for (const language of ['en', 'ru'] as const) {
  test.describe(`refused at the field, nothing typed is lost, ${language}`, () => {
    test.use({ language })
    test.setTimeout(120_000)

    test('in every form', async ({ page, kurs, words, open }) => {
      await startPlan(kurs, language)
      await kurs.signIn(page.context())
      const before = await kurs.call<{ undo: unknown }>('workspace/undoState')
      await open('/')
      for (const { name, path, entries, choice } of cases(words)) {
        await test.step(name, async () => {
          await open(path)
          const panel = panelOf(page)
          if (choice) await choose(panel, ...choice)
          for (const [label, value] of entries) await fieldOf(panel, label).fill(value)
          await panel.getByRole('button', { name: words.save, exact: true }).click()
          await expectEntries(panel, entries, true)
          const firstWrong = entries.find(([, , message]) => message !== undefined)
          if (firstWrong) await expect(panel.locator('[aria-invalid="true"]').first()).toBeFocused()

          // A draft is kept within a second of the last letter; a new window finds it.
          await page.waitForTimeout(1000)
          await page.reload()
          await settle(page)
          await expect(panel.getByText(words.restored)).toBeVisible()
          await expectEntries(panel, entries, false)
          await panel.getByRole('button', { name: words.cancel, exact: true }).click()
          await expect(panel).toBeHidden()
        })
      }
      expect(await kurs.call('workspace/undoState')).toEqual(before)
    })

    test('only after it was typed, and without moving what is being clicked', async ({ page, kurs, words, open }) => {
      await startPlan(kurs, language)
      await kurs.signIn(page.context())
      await open('/learning?item=new')
      const panel = panelOf(page)
      await expect(fieldOf(panel, words.title)).toBeFocused()
      await fieldOf(panel, words.progress).click()
      await expect(panel.getByText(words.titleEmpty)).toBeHidden()

      await fieldOf(panel, words.started).fill('31.02.2026')
      // The message takes a line above this field at the very moment it is clicked.
      await fieldOf(panel, words.progress).click({ delay: 50 })
      await expect(fieldOf(panel, words.progress)).toBeFocused()
      await expect(panel.getByText(words.noSuchDay)).toBeVisible()

      await fieldOf(panel, words.title).fill('x')
      await fieldOf(panel, words.title).fill('')
      await page.keyboard.press('Tab')
      await expect(panel.getByText(words.titleEmpty)).toBeVisible()
    })

    test('on the first run: a plan of 0 or of 40 years, from a day that is not', async ({ page, kurs, words }) => {
      await kurs.openIn(page)
      const form = page.getByRole('main')
      const horizon = form.getByRole('textbox', { name: words.horizon })
      await form.getByRole('textbox', { name: words.vision }).fill('Far away')
      for (const years of ['0', '40', '']) {
        const entries: Entry[] = [
          [words.firstDay, '31.02.2026', words.noSuchDay],
          [words.horizon, years, words.wrongHorizon],
          [words.presentRole, '', words.titleEmpty],
          [words.vision, 'Far away'],
        ]
        for (const [label, value] of entries) await fieldOf(form, label).fill(value)
        await form.getByRole('button', { name: words.makePlan }).click()
        await expectEntries(form, entries, true)
      }
      await page.waitForTimeout(1000)
      await page.reload()
      await expect(form.getByRole('textbox', { name: words.vision })).toHaveValue('Far away')
      await expect(horizon).toHaveValue('')
      const { planStart } = await kurs.call<{ planStart: string | null }>('workspace/info')
      expect(planStart).toBeNull()
    })

    test('an unknown item in the address is said to be gone, on every page that opens items', async ({
      page,
      kurs,
      words,
      guard,
      open,
    }) => {
      await startPlan(kurs, language)
      await kurs.signIn(page.context())
      // The browser itself notes every such answer.
      guard.allow(/status of 4(04|22) .*\/rpc\/\w+\/get/)
      const paths = [
        'journal',
        'inbox',
        'learning',
        'projects',
        'certifications',
        'achievements',
        'people',
        'obstacles',
      ]
      const main = page.getByRole('main')
      for (const [index, path] of [...paths, 'skills', 'reviews'].entries()) {
        const uids = [NOBODY, 'nobody', '%22%3E%3Cimg%3E'].map((uid) => `/${path}?item=${uid}`)
        // One of them as the first address of a page, each page another one; the others within the app.
        const [first = '', ...others] = [...uids.slice(index % uids.length), ...uids.slice(0, index % uids.length)]
        await page.goto(kurs.origin + first)
        await settle(page)
        await expect(main).toContainText(words.goneOrNothing)
        for (const other of others) {
          await open(`/${path}`)
          await expect(main).not.toContainText(words.goneOrNothing)
          await open(other)
          await expect(main).toContainText(words.goneOrNothing)
        }
      }
      await page.goto(`${kurs.origin}/nowhere/at/all`)
      await expect(page.getByRole('heading', { level: 1, name: words.nothingHere })).toBeVisible()
    })
  })
}

test('levels, plans and items that cannot be are refused by the procedures too, with the field that is wrong', async ({
  kurs,
}) => {
  await startPlan(kurs, 'en')
  const skills = await kurs.call<{ uid: string }[]>('skills/list')
  const rating = { skillUid: skills[0]?.uid, day: dayFromToday(0), note: '', evidence: [] }
  const wrong: [procedure: string, input: object, path?: string, message?: string][] = [
    ['skills/assess', { ...rating, level: 6 }, 'level', 'level.invalid'],
    ['skills/assess', { ...rating, level: -1 }, 'level', 'level.invalid'],
    ['skills/assess', { ...rating, level: 2.5 }, 'level', 'level.invalid'],
    ['skills/assess', { ...rating, level: '3' }, 'level', 'level.invalid'],
    ['skills/assess', { ...rating, level: 3, day: dayFromToday(2) }, 'day', 'day.future'],
    ['plan/reschedule', { horizonYears: 0 }, 'horizonYears', 'horizon.invalid'],
    ['plan/reschedule', { horizonYears: 40 }, 'horizonYears', 'horizon.invalid'],
    ['plan/start', { startDay: '2026-02-31', horizonYears: 7, vision: '' }, 'startDay', 'day.invalid'],
    ['journal/create', { fields: { title: '', day: '2026-01-01' } }, 'title', 'title.empty'],
    ['journal/create', { fields: { title: 'x'.repeat(201), day: '2026-01-01' } }, 'title', 'title.tooLong'],
    ['journal/create', { fields: { title: 'x', day: '2026-01-01', minutes: -1 } }, 'minutes', 'minutes.invalid'],
    ['journal/create', { fields: { title: 'x', day: '2026-01-01', minutes: 1441 } }, 'minutes', 'minutes.invalid'],
    ['journal/create', { fields: { title: 'x', day: '2026-01-01', minutes: 0.5 } }, 'minutes', 'minutes.invalid'],
    ['journal/create', { fields: { title: 'x', day: '2026-01-01', stranger: 1 } }],
    ['journal/get', { uid: '../../etc/passwd' }, 'uid'],
    ['journal/get', { uid: NOBODY, stranger: 1 }],
  ]
  for (const [procedure, input, field, message] of wrong) {
    const { status, output } = await kurs.ask(procedure, input)
    const { issues } = (output as { data: { issues: { path: string[]; message: string }[] } }).data
    expect({ procedure, input, status }).toEqual({ procedure, input, status: 422 })
    if (field !== undefined) expect(issues[0]?.path).toContain(field)
    expect(issues.length).toBeGreaterThan(0)
    if (message !== undefined) expect(issues[0]?.message).toBe(message)
  }
  for (const feature of ['journal', 'learning', 'projects', 'certifications', 'achievements', 'people', 'obstacles']) {
    for (const [action, input] of [
      ['get', {}],
      ['update', { patch: {} }],
      ['remove', {}],
    ] as const) {
      const { status, output } = await kurs.ask(`${feature}/${action}`, { uid: NOBODY, ...input })
      expect({ feature, action, status }).toEqual({ feature, action, status: 404 })
      expect(output).toMatchObject({ code: 'NOT_FOUND', data: { uid: NOBODY } })
    }
  }
  const unlinked = await kurs.ask('journal/create', { fields: { title: 'x', day: '2026-01-01', links: [NOBODY] } })
  expect(unlinked.status).toBe(404)
})
