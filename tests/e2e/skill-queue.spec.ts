import { findViolations } from './support/axe.ts'
import { findLost } from './support/layout.ts'
import { dayFromToday, startPlan } from './support/seed.ts'
import { expect, test } from './support/test.ts'

interface Listed {
  uid: string
  level: number | null
}

test('seven skills are looked at by keys, skipped, rated and taken back', async ({ page, kurs, open }) => {
  await startPlan(kurs, 'en')
  await kurs.signIn(page.context())
  const rated = async () => (await kurs.call<Listed[]>('skills/list')).filter(({ level }) => level !== null)
  await open('/skills')
  await page.getByRole('link', { name: '7 skills to look at' }).click()
  const main = page.getByRole('main')
  const question = main.getByRole('heading', { level: 2 })
  await expect(main.getByText(/^The gate of this stage asks for level \d\.$/)).toBeVisible()
  await expect(main.getByRole('button', { name: /^Still / })).toBeHidden()
  const isAsked = async (place: number) => {
    await expect(main.getByText(`${place} of 7`)).toBeVisible()
    await expect(main.getByRole('region', { name: 'Which of these describes you today?' })).toBeVisible()
    await expect(question).toBeFocused()
  }
  await isAsked(1)
  const first = await question.innerText()

  await test.step('a digit rates and goes on, undo asks again', async () => {
    await page.keyboard.press('2')
    await isAsked(2)
    await expect(question).not.toHaveText(first)
    expect((await rated()).map(({ level }) => level)).toEqual([2])
    await page.keyboard.press('ControlOrMeta+Z')
    await isAsked(1)
    await expect(question).toHaveText(first)
    await page.keyboard.press('3')
    await isAsked(2)
  })

  await test.step('what is skipped is not asked again after another page', async () => {
    const second = await question.innerText()
    await page.keyboard.press('s')
    await isAsked(3)
    await open('/skills')
    await page.getByRole('link', { name: /skills to look at/ }).click()
    await isAsked(1)
    expect([first, second]).not.toContain(await question.innerText())
  })

  await test.step('a round ends after seven', async () => {
    for (let place = 1; place <= 7; place++) {
      await isAsked(place)
      await page.keyboard.press('1')
    }
    await expect(main.getByRole('heading', { name: 'Enough for one sitting' })).toBeFocused()
    await expect(main.getByText('7 skills rated. 1 skipped for now.')).toBeVisible()
    expect(await rated()).toHaveLength(8)
  })
})

test('the next question takes no letters from a dialog in front of it', async ({ page, kurs, open }) => {
  await startPlan(kurs, 'en')
  await kurs.signIn(page.context())
  await open('/skills/queue')
  const question = page.getByRole('main').getByRole('heading', { level: 2 })
  await expect(question).toBeFocused()
  const first = await question.innerText()
  const skills = await kurs.call<(Listed & { title: { en: string } })[]>('skills/list')
  const asked = skills.find(({ title }) => title.en === first)
  await page.keyboard.press('KeyN')
  const line = page.getByRole('dialog').getByRole('textbox')
  await expect(line).toBeFocused()
  await kurs.call('skills/assess', { skillUid: asked?.uid, level: 2, day: dayFromToday(0), note: '', evidence: [] })
  await expect(question).not.toHaveText(first)
  await page.keyboard.type('3 hours of review')
  await expect(line).toHaveValue('3 hours of review')
})

test('an old rating is kept by Enter, with what came since', async ({ page, kurs, open }) => {
  await startPlan(kurs, 'en', 900)
  await kurs.signIn(page.context())
  const [skill, ...others] = await kurs.call<Listed[]>('skills/list')
  await kurs.call('skills/updateMany', { uids: others.map(({ uid }) => uid), patch: { archived: true } })
  const about = { skillUid: skill?.uid, note: '', evidence: [] }
  await kurs.call('skills/assess', { ...about, level: 4, day: '2024-05-01' })
  await kurs.call('journal/create', { fields: { title: 'A talk', day: '2024-05-05', links: [skill?.uid] } })
  await open('/skills/queue')
  const main = page.getByRole('main')
  await expect(main.getByText('1 of 1')).toBeVisible()
  await expect(main.getByText('The newest evidence is of 5 May 2024: older than 18 months.')).toBeVisible()
  await expect(main.getByText('Last rated on 1 May 2024: a year ago or longer.')).toBeVisible()
  await expect(main.getByRole('button', { name: 'A talk' })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(main.getByRole('heading', { name: 'That is all' })).toBeFocused()
  const view = await kurs.call<{ assessments: { level: number; day: string }[] }>('skills/get', { uid: skill?.uid })
  expect(view.assessments.map(({ level }) => level)).toEqual([4, 4])
})

test('the matrix counts what backs a skill, opens it, and is remembered; a stage is chosen to stand against', async ({
  page,
  kurs,
  open,
}) => {
  await startPlan(kurs, 'en', 900)
  await kurs.signIn(page.context())
  const [skill] = await kurs.call<Listed[]>('skills/list')
  const links = [skill?.uid]
  await kurs.call('projects/create', { fields: { title: 'Pet shop', status: 'done', endDay: '2024-05-05', links } })
  await kurs.call('projects/create', { fields: { title: 'A bot', status: 'active', links } })
  await kurs.call('skills/assess', { skillUid: skill?.uid, level: 2, day: '2024-05-06', note: '', evidence: [] })
  await open('/skills')
  const main = page.getByRole('main')
  await expect(main.getByText('evidence is old')).toBeVisible()
  await main.getByText('Matrix', { exact: true }).click()
  const row = main.getByRole('row', { name: /Programming/ })
  await expect(row.getByRole('img', { name: /all evidence is older than 18 months/ })).toBeVisible()

  await test.step('against any stage', async () => {
    const stage = main.getByRole('combobox', { name: 'Against the target of' })
    await expect(stage).toBeVisible()
    const names = await stage.getByRole('option').allInnerTexts()
    await stage.selectOption({ label: names.at(-1) ?? '' })
    await expect(row).toContainText('Working towards')
    await stage.selectOption({ label: names.at(0) ?? '' })
    await expect(row).toContainText(/Meeting|Exceeding/)
    const all = await main.getByRole('row').count()
    await main.getByRole('button', { name: /^Not rated: / }).click()
    await expect(row).toBeHidden()
    await main.getByRole('button', { name: /^Not rated: / }).click()
    await expect(main.getByRole('row')).toHaveCount(all)
  })

  await test.step('a cell opens its items', async () => {
    await row.getByRole('button', { name: 'Projects: done 1, in progress 1' }).click()
    const panel = page.getByRole('complementary')
    await expect(panel.locator('summary').filter({ hasText: 'Projects' })).toBeFocused()
    await expect(panel.getByText('5 May 2024: older than 18 months')).toBeVisible()
    await panel.getByRole('button', { name: 'Pet shop' }).click()
    await expect(page).toHaveURL(/\/projects\?item=/)
  })

  await page.goBack()
  await expect(main.getByRole('table', { name: 'Matrix' })).toBeVisible()
})

test.describe('matrix and queue in Russian, with three years of data', () => {
  test.use({ language: 'ru', options: ['--demo'] })

  test('lose nothing in a small window or at 200 %, and axe finds nothing', async ({ page, kurs, open }) => {
    await kurs.signIn(page.context())
    await kurs.call('workspace/saveSettings', { listLooks: ['skills.matrix'] })
    for (const path of ['/skills', '/skills/queue']) {
      await page.setViewportSize({ width: 1024, height: 700 })
      await open(path)
      expect(await findViolations(page, path)).toEqual([])
      expect(await findLost(page)).toEqual([])
      await page.setViewportSize({ width: 512, height: 400 })
      expect(await findLost(page)).toEqual([])
    }
  })
})
