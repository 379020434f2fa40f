import { panelOf } from './support/forms.ts'
import { settle } from './support/pages.ts'
import { dayFromToday, startPlan, typed } from './support/seed.ts'
import { expect, test } from './support/test.ts'

test.describe.configure({ mode: 'parallel' })

const PASTED = 'A line of a long text.\n'

test('what was typed on three lines is shown on three lines', async ({ page, kurs, open }) => {
  await startPlan(kurs, 'en')
  const { uid } = await kurs.call('journal/create', {
    fields: { title: 'Meeting', day: dayFromToday(0), notes: 'Agreed:\nscope\ndates' },
  })
  await kurs.signIn(page.context())
  await open(`/journal?item=${uid}`)
  const notes = panelOf(page).getByText('Agreed:')
  await expect(notes.locator('br')).toHaveCount(2)
  const line = await notes.evaluate((element) => Number.parseFloat(getComputedStyle(element).lineHeight))
  expect((await notes.boundingBox())?.height).toBeGreaterThan(2.5 * line)
})

test('a paste beyond what a field holds is refused as a whole and said at once; a long one stays fluid', async ({
  page,
  context,
  kurs,
  words,
  open,
}) => {
  test.setTimeout(120_000)
  await startPlan(kurs, 'en')
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await kurs.signIn(context)
  await open('/journal?item=new')
  const notes = panelOf(page).getByRole('textbox', { name: words.notes })
  const paste = async (length: number) => {
    await page.evaluate((text) => navigator.clipboard.writeText(text), PASTED.repeat(length / PASTED.length))
    await notes.focus()
    await page.keyboard.press('ControlOrMeta+KeyV')
  }
  await notes.fill('Typed before. ')
  await paste(1_200_000)
  await expect(page.getByText(/1,199,9\d\d characters where 300,000 fit/)).toBeVisible()
  await expect(notes).toHaveValue('Typed before. ')

  // What is too long to be saved may still be shortened here, and the field says so at once.
  await paste(200_000)
  await expect(panelOf(page).getByText(/characters of 100,000: shorten the text/)).toBeVisible()
  const began = Date.now()
  for (let key = 0; key < 10; key++) await page.keyboard.press('KeyX')
  await expect(notes).toHaveValue(/x{10}$/)
  // It took minutes when a script measured the whole text at every key.
  expect(Date.now() - began).toBeLessThan(8_000)
})

for (const language of ['ru', 'en'] as const)
  test.describe(language, () => {
    test.use({ language })

    test('a defect in a panel stays in it: our words, the way on, everything else goes on', async ({
      page,
      kurs,
      guard,
      words,
      open,
    }) => {
      guard.allow(/console: |exception: /)
      await startPlan(kurs, language)
      const titles = ['First', 'Second']
      for (const title of titles) await kurs.call('learning/create', { fields: { title } })
      await kurs.signIn(page.context())
      await open('/learning')
      let isBroken = true
      await page.route('**/rpc/learning/get', (route) =>
        isBroken ? route.fulfill({ json: { json: { uid: 'x', title: {} } } }) : route.continue(),
      )
      await page.getByRole('button', { name: 'First', exact: true }).click()
      await expect(panelOf(page).getByRole('alert')).toBeVisible()
      await expect(panelOf(page).getByText(/Something went wrong/)).toHaveCount(0)
      await expect(page.getByRole('button', { name: 'Second', exact: true })).toBeVisible()
      isBroken = false
      await page.reload()
      await settle(page)
      await expect(panelOf(page).getByRole('heading', { name: 'First' })).toBeVisible()
      await expect(page.getByRole('navigation').first().getByRole('link', { name: words.journal })).toBeVisible()
    })
  })

test('renewing a certification keeps its former term, and undo takes both back', async ({
  page,
  kurs,
  words,
  open,
}) => {
  await startPlan(kurs, 'en')
  const { uid } = await kurs.call('certifications/create', {
    fields: {
      title: 'Cloud Engineer',
      status: 'earned',
      issueDay: '2023-11-12',
      expiryDay: '2025-11-12',
      credentialId: 'A-1',
    },
  })
  await kurs.signIn(page.context())
  await open(`/certifications?item=${uid}&edit=true`)
  const panel = panelOf(page)
  const issued = panel.getByRole('textbox', { name: 'Issued' })
  await expect(panel.getByRole('checkbox')).toHaveCount(0)
  await issued.fill(typed('2025-11-01'))
  await issued.press('Tab')
  const keep = panel.getByRole('checkbox', { name: /keep the former term, 12 November 2023 – 12 November 2025/ })
  await expect(keep).toBeChecked()
  await panel.getByRole('textbox', { name: 'Last valid day' }).fill(typed('2027-11-01'))
  await panel.getByRole('button', { name: words.save, exact: true }).click()
  await expect(panel.getByRole('heading', { name: 'Former terms' })).toBeVisible()
  await expect(panel.getByText('12 November 2023 – 12 November 2025')).toBeVisible()
  await expect(panel.getByText('No. A-1')).toBeVisible()
  await page.keyboard.press('ControlOrMeta+KeyZ')
  await expect(panel.getByRole('heading', { name: 'Former terms' })).toBeHidden()
  expect(await kurs.call('certifications/get', { uid })).toMatchObject({ issueDay: '2023-11-12', formerTerms: [] })
})

test('paper shows every column, bar and mark, and nothing that can only be pressed', async ({ page, kurs, open }) => {
  await startPlan(kurs, 'en', 200)
  await kurs.call('journal/create', { fields: { title: 'Today', day: dayFromToday(0), kind: 'study', minutes: 60 } })
  await kurs.call('learning/create', { fields: { title: 'Team Topologies', provider: 'IT Revolution' } })
  await kurs.signIn(page.context())
  await open('/learning')
  const columns = await page.getByRole('columnheader').count()
  await page.emulateMedia({ media: 'print' })
  await page.setViewportSize({ width: 718, height: 1000 })
  await expect(page.getByRole('columnheader')).toHaveCount(columns)
  await expect(page.getByRole('button', { name: 'New learning' })).toBeHidden()
  await expect(page.getByRole('textbox', { name: 'Filter' })).toBeHidden()
  await page.emulateMedia({ media: 'screen' })
  await open('/')
  await page.emulateMedia({ media: 'print' })
  const adjust = await page.evaluate(() => getComputedStyle(document.documentElement).printColorAdjust)
  expect(adjust).toBe('exact')
})

for (const language of ['en', 'ru'] as const) {
  test.describe(`on the paper that was chosen, ${language}`, () => {
    test.use({ language })

    test('a review and any other page', async ({ page, kurs, open }) => {
      await startPlan(kurs, language, 200)
      const days = { periodStart: dayFromToday(-100), periodEnd: dayFromToday(-1) }
      const { uid } = await kurs.call('reviews/createDraft', days)
      await kurs.signIn(page.context())
      for (const path of [`/reviews/${uid}/read`, '/journal']) {
        await open(path)
        for (const [format, width] of [
          ['A4', 595],
          ['Letter', 612],
        ] as const) {
          const pdf = await page.pdf({ format, preferCSSPageSize: true })
          const widths = [...pdf.toString('latin1').matchAll(/MediaBox ?\[0 0 ([\d.]+) /g)].map(([, each]) =>
            Math.floor(Number(each)),
          )
          expect(widths.length, path).toBeGreaterThan(0)
          expect(new Set(widths), path).toEqual(new Set([width]))
        }
      }
    })
  })
}
