import type { Page } from '@playwright/test'
import { goTo, listPages, settle } from './support/pages.ts'
import { PAYLOADS } from './support/payloads.ts'
import { dayFromToday, startPlan } from './support/seed.ts'
import { expect, test } from './support/test.ts'

/** A week has one entry. */
let weeks = 0

/** Everything an item of each kind can hold as text; `notes` is Markdown and may be long. */
const ITEMS: [procedure: string, path: string, fields: (line: string, notes: string) => object][] = [
  [
    'journal',
    '/journal',
    (line, notes) => ({ title: line, day: dayFromToday(-1), kind: 'study', minutes: 30, notes, ...tags(line) }),
  ],
  ['learning', '/learning', (line, notes) => ({ title: line, provider: line, notes, ...tags(line) })],
  [
    'projects',
    '/projects',
    (line, notes) => ({
      title: line,
      responsibility: line,
      stack: line,
      repository: line,
      nextAction: line,
      notes,
      ...tags(line),
    }),
  ],
  [
    'certifications',
    '/certifications',
    (line, notes) => ({ title: line, issuer: line, credentialId: line, renewal: notes, notes, ...tags(line) }),
  ],
  [
    'achievements',
    '/achievements',
    (line, notes) => ({
      title: line,
      day: dayFromToday(-1),
      situation: notes,
      task: notes,
      action: notes,
      result: notes,
      metricName: line,
      metricUnit: line,
      metricBaseline: 1,
      metricResult: 2,
      ...tags(line),
    }),
  ],
  [
    'people',
    '/people',
    (line, notes) => ({ name: line, position: line, company: line, contact: line, notes, ...tags(line) }),
  ],
  [
    'initiatives',
    '/initiatives',
    (line, notes) => ({
      title: line,
      hypothesis: notes,
      lesson: notes,
      status: 'done',
      endDay: dayFromToday(-31),
      retros: [{ after: 30, day: dayFromToday(0), actualChange: 1, decision: 'keep', lesson: notes }],
      notes,
      ...tags(line),
    }),
  ],
  ['steps', '/week', (line, notes) => ({ title: line, week: dayFromToday(0), reason: line, notes, ...tags(line) })],
  ['load', '/load', (_line, notes) => ({ week: dayFromToday(-7 * weeks++), operations: 100, notes })],
  ['obstacles', '/obstacles', (line, notes) => ({ title: line, description: notes, notes, ...tags(line) })],
]

const tags = (line: string) => ({ tags: [line.slice(0, 50).trim()] })

/** A payload as the single line of a field. */
const lineOf = (payload: string) => payload.replaceAll('\n', ' ').slice(0, 200).trim() || 'x'

test('hostile text is text wherever it is shown', async ({ page, kurs, words, open }) => {
  test.setTimeout(180_000)
  expect(PAYLOADS.length).toBeGreaterThan(200)
  await startPlan(kurs, 'en')
  const all = PAYLOADS.join('\n\n')
  for (const [index, payload] of PAYLOADS.entries()) {
    const item = ITEMS[index % ITEMS.length]
    if (item) await kurs.call(`${item[0]}/create`, { fields: item[2](lineOf(payload), payload) })
  }
  const opened: [path: string, uid: string][] = []
  for (const [procedure, path, fields] of ITEMS) {
    const { uid } = await kurs.call(`${procedure}/create`, { fields: fields(lineOf(PAYLOADS[4] ?? ''), all) })
    opened.push([path, uid])
  }
  for (const payload of PAYLOADS.filter((_, index) => index % 10 === 0)) {
    const view = {
      title: lineOf(payload),
      page: 'journal',
      query: { q: payload.slice(0, 500), tag: payload.slice(0, 50) },
    }
    await kurs.call('savedViews/create', { fields: view })
  }
  await kurs.call('plan/update', { patch: { title: PAYLOADS[0], vision: all, companyNote: all } })

  await kurs.signIn(page.context())
  await open('/')
  for (const path of await listPages(page)) {
    await goTo(page, path)
    expect(await findForeign(page)).toEqual([])
  }
  for (const [path, uid] of opened) {
    await open(`${path}?item=${uid}`)
    await settle(page)
    await expect(page.getByRole('complementary').getByText('onerror').first()).toBeVisible()
    expect(await findForeign(page)).toEqual([])
    await open(`${path}?item=${uid}&edit=true`)
    await expect(page.getByRole('complementary').getByRole('button', { name: words.save }).first()).toBeVisible()
  }
  await open('/journal')
  await page.getByRole('button', { name: 'Saved views' }).click()
  await page.getByRole('menuitemcheckbox').first().click()
  await expect(page).toHaveURL(/[?&](q|tag)=/)
  expect(await findForeign(page)).toEqual([])
  await open('/')
  await page.keyboard.press('ControlOrMeta+KeyK')
  for (const text of ['onerror', '<img src=x', 'canary']) {
    await page.getByRole('dialog').getByRole('textbox').fill(text)
    await settle(page)
  }
  await page.keyboard.press('Escape')
  await page.keyboard.press('KeyN')
  for (const payload of PAYLOADS.filter((_, index) => index % 10 === 0))
    await page.getByRole('dialog').getByRole('textbox').fill(lineOf(payload))
  expect(await findForeign(page)).toEqual([])
})

/** Elements that text must never become, and links that lead where no link may. */
const findForeign = (page: Page) =>
  page.evaluate(() => {
    const elements = document.querySelectorAll(
      'body script:not([src^="/"]), iframe, object, embed, base, meta[http-equiv=refresh], audio, video, img, image, form[action]',
    )
    const links = [...document.querySelectorAll<HTMLAnchorElement>('a[href]')].filter(
      (link) => !['http:', 'https:', 'mailto:'].includes(new URL(link.href).protocol),
    )
    return [...elements, ...links]
      .filter((element) => !(element instanceof HTMLImageElement && new URL(element.src).origin === location.origin))
      .map((element) => element.outerHTML.slice(0, 200))
  })
