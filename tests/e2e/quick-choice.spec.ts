import { dayFromToday, startPlan } from './support/seed.ts'
import { expect, test } from './support/test.ts'

test('status and progress are changed where they are read, by keyboard, and taken back', async ({
  page,
  kurs,
  open,
}) => {
  await startPlan(kurs, 'en')
  const fields = { title: 'Team Topologies', kind: 'book', status: 'inProgress' }
  const { uid } = await kurs.call('learning/create', { fields })
  await kurs.signIn(page.context())
  await open(`/learning?item=${uid}`)
  const stored = () => kurs.call<{ status: string; progress: number; endDay: string | null }>('learning/get', { uid })
  const panel = page.getByRole('complementary')

  await panel.getByRole('button', { name: 'Progress, %: 0%' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('menuitem', { name: '60%' }).press('Enter')
  await expect(panel.getByRole('button', { name: 'Progress, %: 60%' })).toBeFocused()
  expect(await stored()).toMatchObject({ progress: 60, status: 'inProgress', endDay: null })

  await panel.getByRole('button', { name: 'Status: In progress' }).click()
  await page.getByRole('menuitem', { name: 'Done' }).click()
  await expect(panel.getByRole('button', { name: 'Status: Done' })).toBeFocused()
  await expect(panel.getByRole('button', { name: 'Progress, %: 100%' })).toBeVisible()
  expect(await stored()).toMatchObject({ progress: 100, status: 'done', endDay: dayFromToday(0) })

  await page.keyboard.press('ControlOrMeta+KeyZ')
  await expect(panel.getByRole('button', { name: 'Status: In progress' })).toBeVisible()
  expect(await stored()).toMatchObject({ progress: 60, status: 'inProgress', endDay: null })
})
