import { panelOf } from './support/forms.ts'
import { findLost } from './support/layout.ts'
import { goTo, listPages, rows, settle } from './support/pages.ts'
import { startPlan } from './support/seed.ts'
import { expect, test } from './support/test.ts'

test.describe.configure({ mode: 'parallel' })

/** The smallest window that is promised, and the same with everything twice as large. */
const SIZES = [
  { name: '1024 x 700', viewport: { width: 1024, height: 700 }, deviceScaleFactor: 1 },
  { name: '200 % zoom', viewport: { width: 680, height: 425 }, deviceScaleFactor: 2 },
]

test('lost things are found', async ({ page, kurs, words }) => {
  await kurs.openIn(page)
  await expect(page.getByRole('button', { name: words.makePlan })).toBeVisible()
  expect(await findLost(page)).toEqual([])
  await page.evaluate(() => {
    const plant = (html: string) => document.body.insertAdjacentHTML('beforeend', html)
    plant('<button style="position:fixed; left:-300px; top:100px">left</button>')
    plant('<div style="position:fixed; inset:0; z-index:9"></div>')
    plant('<div style="overflow:hidden; height:40px"><div style="height:900px"></div><button>deep</button></div>')
    plant('<h2 style="overflow:hidden; width:30px; white-space:nowrap">Softwarearchitektur</h2>')
    plant('<div style="width:200vw; height:1px"></div>')
  })
  const found = (await findLost(page)).join('\n')
  for (const what of ['scrolls sideways', 'outside of the window', 'cannot be scrolled to', 'covered by', 'cut off'])
    expect(found).toContain(what)
})

for (const language of ['ru', 'en'] as const)
  for (const { name, ...size } of SIZES) {
    test.describe(`nothing is lost, ${name}, ${language}`, () => {
      test.use({ ...size, language, options: ['--demo'] })
      test.setTimeout(180_000)

      test('on any page, with an item or a form open', async ({ page, kurs, words, open }) => {
        await kurs.signIn(page.context())
        await open('/')
        const found: string[] = []
        const look = async (where: string) => {
          await settle(page)
          found.push(...(await findLost(page)).map((lost) => `${where}: ${lost}`))
        }
        for (const path of await listPages(page)) {
          await goTo(page, path)
          await look(path)
          if (path === '/' || path === '/settings' || (await rows(page).count()) === 0) continue
          await rows(page).first().click()
          await expect(panelOf(page).getByRole('heading').first()).toBeVisible()
          await look(`${path} item`)
          const edit = panelOf(page).getByRole('button', { name: words.edit, exact: true })
          if ((await edit.count()) === 0) continue
          await edit.click()
          await expect(panelOf(page).getByRole('button', { name: words.save }).first()).toBeVisible()
          await look(`${path} form`)
        }
        for (const keys of ['KeyN', 'ControlOrMeta+KeyK', 'Shift+Slash']) {
          await open('/journal')
          await page.keyboard.press(keys)
          await expect(page.getByRole('dialog')).toBeVisible()
          await look(keys)
          await page.keyboard.press('Escape')
          await expect(page.getByRole('dialog')).toBeHidden()
        }
        expect(found).toEqual([])
      })
    })

    test.describe(`nothing is lost on the first run, ${name}, ${language}`, () => {
      test.use({ ...size, language })

      test('and its start button is in reach', async ({ page, kurs, words }) => {
        await kurs.openIn(page)
        await expect(page.getByRole('button', { name: words.makePlan })).toBeVisible()
        expect(await findLost(page)).toEqual([])
      })
    })
  }

test.describe('the list of skills beside a panel', () => {
  test.use({ language: 'ru', options: ['--demo'] })

  for (const width of [1024, 1280])
    test(`breaks no name within a word, ${width}`, async ({ page, kurs, open }) => {
      await page.setViewportSize({ width, height: 800 })
      await kurs.signIn(page.context())
      await open('/skills')
      await rows(page).first().click()
      await expect(panelOf(page).getByRole('heading').first()).toBeVisible()
      const broken = await page.locator('main table button').evaluateAll((names) =>
        names.flatMap(({ firstChild: text }) =>
          [...(text?.textContent ?? '').matchAll(/\p{L}+/gu)].flatMap(({ 0: word, index }) => {
            const range = document.createRange()
            range.setStart(text as Text, index)
            range.setEnd(text as Text, index + word.length)
            return new Set([...range.getClientRects()].map(({ top }) => top)).size > 1 ? [word] : []
          }),
        ),
      )
      expect(broken).toEqual([])
    })
})

test.describe('words of sixty letters', () => {
  test.use({ language: 'ru' })

  test('squeeze no name and push nothing out of the window, beside a panel or without one', async ({
    page,
    kurs,
    open,
  }) => {
    const word = 'Архитектурно'.repeat(5)
    await startPlan(kurs, 'ru')
    const make = async (list: string, fields: object) =>
      [list, (await kurs.call<{ uid: string }>(`${list}/create`, { fields })).uid] as const
    const made = [
      await make('projects', { title: 'Портал статусов', nextAction: word, stack: word }),
      await make('people', { name: 'Вера Орлова', position: word, company: word }),
      await make('certifications', { title: word, issuer: word }),
    ]
    await kurs.signIn(page.context())
    const squeezed = () =>
      page.evaluate(() => [
        ...[...document.querySelectorAll('main td:has([data-uid])')]
          .filter((cell) => cell.getBoundingClientRect().width < 120)
          .map((cell) => cell.textContent),
        ...[...document.querySelectorAll('main *')]
          .filter((part) => getComputedStyle(part).overflowX === 'auto' && part.scrollWidth > part.clientWidth)
          .map((part) => part.className),
      ])
    for (const width of [1024, 1366, 1920]) {
      await page.setViewportSize({ width, height: 800 })
      for (const [list, uid] of made)
        for (const address of [`/${list}`, `/${list}?item=${uid}`]) {
          await open(address)
          expect([width, address, await squeezed()]).toEqual([width, address, []])
        }
    }
  })
})
