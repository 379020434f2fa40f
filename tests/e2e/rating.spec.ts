import { panelOf } from './support/forms.ts'
import { rows } from './support/pages.ts'
import { startPlan } from './support/seed.ts'
import { expect, test } from './support/test.ts'

test('skills are rated one after the other by keyboard', async ({ page, kurs, open }) => {
  await startPlan(kurs, 'en')
  await kurs.signIn(page.context())
  await open('/skills')
  await rows(page).first().click()
  const panel = panelOf(page)
  await panel.getByRole('button', { name: 'Rate', exact: true }).click()
  for (let rated = 0; rated < 3; rated++) {
    await expect(panel.getByRole('radio').first()).toBeFocused()
    const before = await panel.getByRole('heading').first().innerText()
    await page.keyboard.press('Space')
    await page.keyboard.press('ControlOrMeta+Enter')
    const next = panel.getByRole('button', { name: /^Rate next: / })
    await expect(next).toBeFocused()
    const title = (await next.innerText()).replace('Rate next: ', '')
    expect(title).not.toBe(before)
    await page.keyboard.press('Enter')
    await expect(panel.getByRole('heading', { name: title })).toBeVisible()
  }
  const skills = (await kurs.call('skills/list', {})) as { level: number | null }[]
  expect(skills.filter(({ level }) => level !== null)).toHaveLength(3)
})

test('a rating that was begun ends when another skill is opened, and does not call back who has gone on', async ({
  page,
  kurs,
  open,
}) => {
  await startPlan(kurs, 'en')
  await kurs.signIn(page.context())
  await open('/skills')
  await rows(page).first().click()
  const panel = panelOf(page)
  const rate = panel.getByRole('button', { name: 'Rate', exact: true })
  await rate.click()
  await expect(panel.getByRole('radio').first()).toBeVisible()
  await rows(page).nth(1).click()
  await expect(rate).toBeVisible()
  await rows(page).first().click()
  await expect(rate).toBeVisible()
  await rate.click()
  await page.keyboard.press('Space')
  await page.keyboard.press('ControlOrMeta+Enter')
  const next = panel.getByRole('button', { name: /^Rate next: / })
  await expect(next).toBeFocused()
  await rate.click()
  await panel.getByRole('button', { name: 'Cancel' }).click()
  await expect(next).toBeVisible()
  await expect(next).not.toBeFocused()
})
