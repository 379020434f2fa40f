import { findViolations } from './support/axe.ts'
import { panelOf, saveForm } from './support/forms.ts'
import { findLost } from './support/layout.ts'
import { settle } from './support/pages.ts'
import { startPlan } from './support/seed.ts'
import { expect, test } from './support/test.ts'

const VIEWS = 'Show the initiatives as'

test('the board: cards by state, moved by keys, menu and mouse, taken back, remembered', async ({
  page,
  kurs,
  open,
}) => {
  await startPlan(kurs, 'en')
  const metric = await kurs.call('metrics/create', { fields: { title: 'Lead time', unit: 'h', direction: 'down' } })
  const rated = { impact: 8, confidence: 7, ease: 5, metricUid: metric.uid, expectedChange: -24 }
  const { uid } = await kurs.call('initiatives/create', { fields: { title: 'Faster pipeline', ...rated } })
  await kurs.call('initiatives/create', { fields: { title: 'Runbooks', status: 'idea' } })
  await kurs.call('initiatives/create', { fields: { title: 'Flags', status: 'running' } })
  const status = async () => (await kurs.call<{ status: string }>('initiatives/get', { uid })).status
  await kurs.signIn(page.context())
  await open('/initiatives')
  await page.getByRole('radiogroup', { name: VIEWS }).getByText('Board').click()
  const column = (name: string) => page.getByRole('region', { name, exact: true })
  const card = page.getByRole('button', { name: 'Faster pipeline', exact: true })
  await expect(column('Idea').getByRole('listitem')).toHaveText([
    'Faster pipelineICE 280Lead timeExpected: −24 h',
    'RunbooksNot rated yet',
  ])
  await expect(column('Planned')).toContainText('Nothing here')

  await test.step('arrows move between the cards, Shift and an arrow change the state, the focus stays', async () => {
    await card.focus()
    await page.keyboard.press('ArrowDown')
    await expect(page.getByRole('button', { name: 'Runbooks', exact: true })).toBeFocused()
    await page.keyboard.press('ArrowRight')
    await expect(page.getByRole('button', { name: 'Flags', exact: true })).toBeFocused()
    await page.keyboard.press('ArrowLeft')
    await expect(card).toBeFocused()
    await page.keyboard.press('Shift+ArrowRight')
    await expect(column('Planned').getByRole('button', { name: 'Faster pipeline', exact: true })).toBeFocused()
    await page.keyboard.press('Shift+ArrowRight')
    await expect(column('Running').getByRole('button', { name: 'Faster pipeline', exact: true })).toBeFocused()
    expect(await status()).toBe('running')
    await page.keyboard.press('ControlOrMeta+KeyZ')
    await expect(column('Planned').getByRole('button', { name: 'Faster pipeline', exact: true })).toBeFocused()
  })

  await test.step('the menu offers every state, and a card is dragged to another', async () => {
    await page.keyboard.press('Shift+F10')
    await page.getByRole('menuitem', { name: 'Dropped' }).press('Enter')
    await expect(column('Dropped').getByRole('button', { name: 'Faster pipeline', exact: true })).toBeFocused()
    await card.dragTo(column('Done'))
    await expect(column('Done').getByText('Faster pipeline')).toBeVisible()
    expect(await status()).toBe('done')
  })

  await test.step('several steps by keys are one change: a plan that is dropped has the days as by the menu', async () => {
    const plan = { status: 'planned', startDay: '2097-03-01', endDay: '2097-06-30' }
    const add = (title: string) => kurs.call<{ uid: string }>('initiatives/create', { fields: { title, ...plan } })
    const [byKeys, byMenu] = [await add('By keys'), await add('By menu')]
    const days = async (one: { uid: string }) => {
      const { status, startDay, endDay } = await kurs.call<typeof plan>('initiatives/get', { uid: one.uid })
      return { status, startDay, endDay }
    }
    const dropped = { status: 'dropped', startDay: '2097-03-01', endDay: null }
    await page.getByRole('button', { name: 'By menu', exact: true }).press('Shift+F10')
    await page.getByRole('menuitem', { name: 'Dropped' }).press('Enter')
    await expect.poll(() => days(byMenu)).toEqual(dropped)
    const moved = page.getByRole('button', { name: 'By keys', exact: true })
    await moved.focus()
    await page.keyboard.down('Shift')
    for (const _ of [1, 2, 3]) await page.keyboard.press('ArrowRight')
    await expect(column('Dropped').getByRole('button', { name: 'By keys', exact: true })).toBeFocused()
    expect(await days(byKeys)).toEqual(plan)
    await page.keyboard.up('Shift')
    await expect.poll(() => days(byKeys)).toEqual(dropped)
    await expect(moved).toBeFocused()
    await page.keyboard.press('ControlOrMeta+KeyZ')
    await expect.poll(() => days(byKeys)).toEqual(plan)
    await expect(column('Planned').getByRole('button', { name: 'By keys', exact: true })).toBeFocused()
  })

  await test.step('what is dragged sideways from a long column meets a column there', async () => {
    const heightOf = async (name: string) => (await column(name).boundingBox())?.height
    expect(await heightOf('Running')).toBe(await heightOf('Dropped'))
    expect(await heightOf('Done')).toBe(await heightOf('Dropped'))
  })

  await test.step('Enter opens it, and the choice of the view survives a reload', async () => {
    await card.focus()
    await page.keyboard.press('Enter')
    await expect(panelOf(page).getByRole('heading', { name: 'Faster pipeline' })).toBeVisible()
    await page.reload()
    await settle(page)
    await expect(column('Done').getByText('Faster pipeline')).toBeVisible()
    await panelOf(page).getByRole('button', { name: 'Close' }).click()
    await expect(card).toBeFocused()
  })

  await test.step('filtered as the list, and nothing is lost in a small window', async () => {
    await page.getByRole('textbox', { name: 'Filter' }).fill('Flags')
    await expect(page.getByRole('listitem').filter({ hasText: 'ICE' })).toHaveCount(0)
    await page.getByRole('textbox', { name: 'Filter' }).fill('')
    await expect(card).toBeVisible()
    expect(await findViolations(page, 'board')).toEqual([])
    for (const size of [
      { width: 1024, height: 700 },
      { width: 680, height: 425 },
    ]) {
      await page.setViewportSize(size)
      expect(await findLost(page)).toEqual([])
    }
  })
})

test('the roadmap: quarters with the people who answer, what has no dates apart, on paper as on the screen', async ({
  page,
  kurs,
  open,
}) => {
  await startPlan(kurs, 'en')
  const anna = await kurs.call('people/create', { fields: { name: 'Anna Baker' } })
  const boris = await kurs.call('people/create', { fields: { name: 'Boris Ford' } })
  const year = new Date().getFullYear()
  const add = (fields: object) => kurs.call('initiatives/create', { fields })
  const people = { ownerUid: anna.uid, stakeholders: [boris.uid] }
  await add({ title: 'Billing core', status: 'planned', startDay: `${year}-01-10`, endDay: `${year}-05-20`, ...people })
  await add({ title: 'Old one', status: 'done', startDay: `${year - 3}-02-01`, endDay: `${year - 3}-03-01` })
  await add({ title: 'Long one', status: 'running', startDay: `${year - 2}-02-01`, ownerUid: anna.uid })
  await add({ title: 'Some day' })
  await kurs.signIn(page.context())
  await open('/initiatives')
  await page.getByRole('radiogroup', { name: VIEWS }).getByText('Roadmap').click()
  // Earlier years come before.
  const quarter = (number: number) => page.getByRole('region', { name: new RegExp(`^Q${number} `) }).last()

  await test.step('an initiative begins in one quarter and goes on in the next', async () => {
    await expect(quarter(1)).toContainText('Billing core')
    await expect(quarter(1)).toContainText('Owner:Anna Baker')
    await expect(quarter(1)).toContainText('Stakeholders:Boris Ford')
    await expect(quarter(2)).toContainText('Under way since before')
    await expect(quarter(2).getByRole('button', { name: 'Billing core' })).toBeVisible()
    await expect(quarter(2)).not.toContainText('Anna Baker')
    await expect(page.getByRole('region', { name: 'Without dates' })).toContainText('takes its place in that quarter')
    await expect(page.getByRole('region', { name: 'Without dates' })).toContainText('Some day')
  })

  await test.step('earlier years are shown when they are asked for', async () => {
    await expect(page.getByText('Old one')).toBeHidden()
    await expect(quarter(1)).toContainText(`Under way since beforeLong oneRunning · from 1 February ${year - 2}`)
    await page.getByRole('button', { name: 'Show 3 earlier years' }).press('Enter')
    await expect(page.getByText('Old one')).toBeVisible()
    await expect(quarter(1)).toContainText('Under way since beforeLong one')
    await expect(quarter(1)).not.toContainText('Running')
  })

  await test.step('paper has the quarters and the people, no controls', async () => {
    await page.emulateMedia({ media: 'print' })
    await expect(page.getByText('Anna Baker').first()).toBeVisible()
    await expect(page.getByText('Technology roadmap')).toBeVisible()
    await expect(page.getByRole('radiogroup', { name: VIEWS })).toBeHidden()
    await expect(page.getByRole('button', { name: 'Hide earlier years' })).toBeHidden()
    await page.emulateMedia({ media: 'screen' })
  })

  await test.step('a given date puts it into its quarter; people open on their page', async () => {
    await page.getByRole('button', { name: 'Hide earlier years' }).click()
    await page.getByRole('button', { name: 'Some day' }).press('Enter')
    const panel = panelOf(page)
    await panel.getByRole('button', { name: 'Edit' }).click()
    await panel.getByRole('textbox', { name: 'Start' }).fill(`05.11.${year}`)
    await saveForm(page, 'Save', 'Some day')
    await expect(quarter(4)).toContainText(`Some dayIdea · from 5 November ${year}No owner yet`)
    await panel.getByRole('button', { name: 'Close' }).click()
    expect(await findViolations(page, 'roadmap')).toEqual([])
    for (const size of [
      { width: 1024, height: 700 },
      { width: 680, height: 425 },
    ]) {
      await page.setViewportSize(size)
      expect(await findLost(page)).toEqual([])
    }
    await quarter(1).getByRole('button', { name: 'Boris Ford' }).click()
    await expect(panel.getByRole('heading', { name: 'Boris Ford' })).toBeVisible()
  })
})

test('expectations by year: how often and how far off, down to the initiatives, few cases told as few', async ({
  page,
  kurs,
  open,
}) => {
  await startPlan(kurs, 'en')
  const add = async (title: string, expectedChange: number | null, day: string, actualChange: number | null) => {
    const fields = { title, status: 'done', expectedChange, endDay: '2023-01-10' }
    const { uid } = await kurs.call('initiatives/create', { fields })
    const retro = { after: 90, day, actualChange, decision: 'keep', lesson: '' }
    await kurs.call('initiatives/update', { uid, patch: { retros: [retro] } })
  }
  await add('Faster pipeline', -24, '2024-05-01', -12)
  await add('Runbooks', 10, '2024-06-01', 10)
  await add('Flags', 10, '2024-07-01', 22)
  await add('Alerts', 10, '2025-02-01', 4)
  await add('Nearly', -24, '2025-02-02', -23.9)
  await add('Sign-up', null, '2025-03-01', 4)
  await add('Steady', 0, '2025-03-02', 4)
  await kurs.signIn(page.context())
  await open('/initiatives')
  await page.getByRole('button', { name: 'By year' }).click()
  const table = page.getByRole('table', { name: 'How far expectations hold, by year' })
  await expect(table.getByRole('row')).toHaveText([
    /^Year of the retro/,
    '2025202too fewtoo few2',
    '2024321100%50%0',
    'All years52399%50%2',
  ])
  await expect(page.getByText('2 of 5 bets moved the metric as far as expected')).toBeVisible()

  await test.step('a figure opens the initiatives behind it, and one of them its panel', async () => {
    await table.getByRole('button', { name: '2024, Fell short: 1' }).press('Enter')
    const behind = page.getByRole('list', { name: 'Initiatives behind this figure' })
    await expect(behind).toContainText('Faster pipeline−12 of −24 expected: 50%')
    await table.getByRole('button', { name: '2025, Fell short: 2' }).click()
    await expect(behind).toContainText('Nearly−23.9 of −24 expected: 99%')
    await table.getByRole('button', { name: '2025, Not compared: 2' }).click()
    await expect(behind).toContainText('Sign-upActual change: +4. No expected change is recorded.')
    await expect(behind).toContainText('SteadyActual change: +4. No change was expected.')
    await behind.getByRole('button', { name: 'Sign-up' }).press('Enter')
    await expect(panelOf(page).getByRole('heading', { name: 'Sign-up' })).toBeVisible()
    await panelOf(page).getByRole('button', { name: 'Close' }).click()
    await expect(behind.getByRole('button', { name: 'Sign-up' })).toBeFocused()
  })

  await test.step('under a filter it speaks of what is shown, and a figure without anything behind it closes', async () => {
    const filter = page.getByRole('textbox', { name: 'Filter' })
    await filter.fill('Nearly')
    await expect(page.getByRole('list', { name: 'Initiatives behind this figure' })).toBeHidden()
    await filter.fill('Sign-up')
    await expect(page.getByText('None of the initiatives shown has both')).toBeVisible()
    await filter.fill('')
  })

  await test.step('nothing is lost in a small window', async () => {
    expect(await findViolations(page, 'expectations')).toEqual([])
    for (const size of [
      { width: 1024, height: 700 },
      { width: 680, height: 425 },
    ]) {
      await page.setViewportSize(size)
      expect(await findLost(page)).toEqual([])
    }
  })
})
