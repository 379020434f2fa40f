import { startPlan } from './support/seed.ts'
import { expect, test } from './support/test.ts'

test('after a gate was passed the page shows the stage that matters now, whatever its address named', async ({
  page,
  kurs,
  open,
}) => {
  await startPlan(kurs, 'en')
  const { stages } = await kurs.call<{ stages: { uid: string; title: { en: string } }[] }>('plan/get')
  const [first = '', second = ''] = stages.map(({ title }) => title.en)
  await kurs.signIn(page.context())
  await open(`/plan?item=${stages[0]?.uid}`)
  const main = page.locator('main')
  await expect(main.getByRole('heading', { level: 2, name: first })).toBeVisible()
  await main.getByRole('button', { name: 'Pass the gate' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Pass the gate' }).click()
  await expect(page.getByText(`Gate passed: ${first}`)).toBeVisible()
  await expect(main.getByRole('heading', { level: 2, name: second })).toBeVisible()
  expect(new URL(page.url()).search).toBe('')
  await page.keyboard.press('ControlOrMeta+KeyZ')
  await expect(main.getByRole('heading', { level: 2, name: first })).toBeVisible()
})
