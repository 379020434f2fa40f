import { closeMessages, panelOf } from './support/forms.ts'
import { dayFromToday, startPlan } from './support/seed.ts'
import { expect, test } from './support/test.ts'

test('an impact retro: asked for on the overview, proposed from the series, corrected, taken back', async ({
  page,
  kurs,
  open,
}) => {
  await startPlan(kurs, 'en')
  const metric = await kurs.call('metrics/create', {
    fields: { title: 'Lead time', unit: 'h', direction: 'down' },
  })
  for (const [ago, value] of [
    [130, 96],
    [20, 84],
  ] as const)
    await kurs.call('metricPoints/create', { fields: { metricUid: metric.uid, day: dayFromToday(-ago), value } })
  const { uid } = await kurs.call('initiatives/create', {
    fields: {
      title: 'Faster pipeline',
      status: 'done',
      metricUid: metric.uid,
      expectedChange: -24,
      startDay: dayFromToday(-120),
      endDay: dayFromToday(-40),
    },
  })
  const retros = async () => (await kurs.call<{ retros: object[] }>('initiatives/get', { uid })).retros
  await kurs.signIn(page.context())
  await open('/')
  const panel = panelOf(page)
  const record = panel.getByRole('button', { name: 'Record the 30-day retro' })

  await test.step('what is due leads to the initiative; the form asks for a decision', async () => {
    await page
      .getByRole('main')
      .getByRole('button', { name: /Faster pipeline/ })
      .click()
    await expect(panel.getByText(/^Due on /)).toHaveCount(2)
    await record.focus()
    await page.keyboard.press('Enter')
    await expect(panel.getByRole('textbox', { name: 'Actual change' })).toHaveValue(/^[−-]12$/)
    await expect(panel.getByText(/Proposed from the series: 96 h on .*, 84 h on /)).toBeVisible()
    await page.keyboard.press('ControlOrMeta+Enter')
    await expect(panel.getByText('This is required.')).toBeVisible()
    expect(await retros()).toEqual([])
  })

  await test.step('it is recorded by the keyboard and says what came of it', async () => {
    await panel.getByRole('radio', { name: 'Keep' }).focus()
    await page.keyboard.press('ArrowDown')
    await expect(panel.getByRole('radio', { name: 'Change' })).toBeChecked()
    await panel.getByRole('textbox', { name: 'Lesson' }).fill('Reviews are the **bottleneck** now.')
    await page.keyboard.press('ControlOrMeta+Enter')
    await expect(panel.getByText('−12 h of −24 h expected: 50%')).toBeVisible()
    await expect(panel.locator('strong', { hasText: 'bottleneck' })).toBeVisible()
    expect(await retros()).toMatchObject([{ after: 30, day: dayFromToday(0), actualChange: -12, decision: 'change' }])
    await expect(page.getByText(/^1 bet is compared with what was expected of it/)).toBeVisible()
  })

  await test.step('undo takes it back, redo brings it again', async () => {
    await page.getByRole('alert').getByRole('button', { name: 'Undo' }).last().click()
    await expect(record).toBeVisible()
    expect(await retros()).toEqual([])
    await page.keyboard.press('ControlOrMeta+Shift+z')
    await expect(panel.getByText('−12 h of −24 h expected: 50%')).toBeVisible()
  })

  await test.step('corrected and deleted later the same way', async () => {
    await closeMessages(page)
    await panel.getByRole('button', { name: 'Edit the 30-day retro' }).click()
    await panel.getByRole('textbox', { name: 'Actual change' }).fill('-30')
    await expect(panel.getByRole('button', { name: 'Take −12 h' })).toBeVisible()
    await page.keyboard.press('ControlOrMeta+Enter')
    await expect(panel.getByText('−30 h of −24 h expected: 125%')).toBeVisible()
    await panel.getByRole('button', { name: 'Delete the 30-day retro' }).click()
    await expect(record).toBeVisible()
    expect(await retros()).toEqual([])
  })
})

test('before the end a retro waits, and what another window made of it is told', async ({
  page,
  kurs,
  guard,
  open,
}) => {
  guard.allow(/409 \(Conflict\)/)
  await startPlan(kurs, 'en')
  const fields = { title: 'Runbooks', status: 'running' }
  const { uid } = await kurs.call('initiatives/create', { fields })
  await kurs.signIn(page.context())
  await open(`/initiatives?item=${uid}`)
  const panel = panelOf(page)
  await expect(
    panel.getByText('The first one is due 30 days after the end, once the initiative is done.'),
  ).toBeVisible()
  await kurs.call('initiatives/update', { uid, patch: { status: 'done', endDay: dayFromToday(-31) } })
  await panel.getByRole('button', { name: 'Record the 30-day retro' }).click()
  await expect(panel.getByText('Nothing is proposed: the initiative names no metric.')).toBeVisible()
  const lesson = panel.getByRole('textbox', { name: 'Lesson' })
  await panel.getByRole('radio', { name: 'Stop' }).check()
  await lesson.fill('Nobody reads them')
  const theirs = { after: 30, day: dayFromToday(0), actualChange: null, decision: 'stop', lesson: 'Half are read' }
  await kurs.call('initiatives/update', { uid, patch: { retros: [theirs] } })
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(panel.getByText('Half are read')).toBeVisible()
  await expect(lesson).toHaveValue('Nobody reads them')
  await panel.getByRole('radio', { name: /^Mine/ }).check()
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(lesson).toBeHidden()
  await expect(panel.getByText('Nobody reads them')).toBeVisible()
  const { retros } = await kurs.call<{ retros: object[] }>('initiatives/get', { uid })
  expect(retros).toEqual([{ ...theirs, lesson: 'Nobody reads them' }])
})
