import type { Page } from '@playwright/test'
import { settle } from './support/pages.ts'
import { startPlan } from './support/seed.ts'
import { holdRequests } from './support/slow.ts'
import { expect, test } from './support/test.ts'

/** Procedures that write, by how their names begin. */
const WRITES =
  /\/(create|update|remove|save|move|pass|reopen|reschedule|start|set|sign|retract|assess|undo|redo|keep)\w*$/

/** The names of all procedures that the page calls from now on and that write. */
function watchWrites(page: Page): string[] {
  const writes: string[] = []
  page.on('request', (request) => {
    const { pathname } = new URL(request.url())
    if (pathname.startsWith('/rpc/') && WRITES.test(pathname)) writes.push(pathname)
  })
  return writes
}

test.describe('the forecast of three years', () => {
  test.use({ options: ['--demo'] })

  test('says when the gate opens, why, and what if; by the keyboard, and saves nothing', async ({ kurs, page }) => {
    await kurs.signIn(page.context())
    await page.goto(`${kurs.origin}/plan`)
    await settle(page)
    const forecast = page.getByRole('region', { name: 'Forecast' })
    const sentence = forecast.getByTestId('forecast')
    await expect(sentence).toHaveText(/^At this pace the gate opens in .*(late|early|on time)\.$/)
    await expect(forecast.getByText(/^80%: /).first()).toBeVisible()
    await expect(forecast.getByRole('img')).toHaveAccessibleName(/^At this pace .* Planned for /)
    const before = (await sentence.textContent()) ?? ''
    const plan = await kurs.call('plan/get')
    const writes = watchWrites(page)

    await forecast.getByRole('button', { name: 'Why?' }).focus()
    await page.keyboard.press('Enter')
    await expect(forecast.getByRole('table')).toBeVisible()
    await expect(forecast.getByRole('row', { name: /gained in .* to go/ }).first()).toBeVisible()

    const slider = forecast.getByRole('slider', { name: 'Hours a week' })
    await slider.focus()
    await page.keyboard.press('End')
    await expect(sentence).toHaveText(/^Then the gate opens in /)
    await expect(slider).toHaveAttribute('aria-valuetext', /h instead of/)
    const told = forecast.getByText('What comes last:')
    const then = (await told.textContent()) ?? ''

    // Without the requirement that comes last the gate opens with another.
    const last = forecast.locator('tr[data-last="true"]')
    await last.getByRole('combobox').selectOption('put off to the next stage')
    await expect(told).not.toHaveText(then)

    await forecast.getByRole('button', { name: 'Back to how it is' }).focus()
    await page.keyboard.press('Enter')
    await expect(sentence).toHaveText(before)
    expect(writes).toEqual([])
    expect(await kurs.call('plan/get')).toEqual(plan)

    await page.reload()
    await settle(page)
    await expect(sentence).toHaveText(before)
  })
})

test.describe('the forecast of a plan begun today', () => {
  test.use({ language: 'ru' })

  test('goes by the template, and says so', async ({ kurs, page }) => {
    await startPlan(kurs, 'ru')
    await kurs.signIn(page.context())
    await page.goto(`${kurs.origin}/plan`)
    await settle(page)
    const forecast = page.getByRole('region', { name: 'Прогноз' })
    await expect(forecast.getByTestId('forecast')).toHaveText(
      /^Ваш темп станет виден .* При обычном рубеж откроется .* года\.$/,
    )
    await expect(forecast.getByText(/нет трёх месяцев своих данных/)).toBeVisible()
    await forecast.getByRole('button', { name: 'Почему так?' }).click()
    await expect(forecast.getByRole('row', { name: /Своих месяцев пока нет/ }).first()).toBeVisible()
    const sentence = await forecast.getByTestId('forecast').innerText()
    await page.getByRole('link', { name: 'Обзор' }).click()
    await expect(page.getByText(sentence)).toBeVisible()
  })

  test('takes its place before it comes, and moves nothing when it does', async ({ kurs, page }) => {
    await startPlan(kurs, 'ru')
    await kurs.signIn(page.context())
    const letGo = await holdRequests(page, '**/rpc/plan/forecast')
    await page.goto(`${kurs.origin}/plan`)
    const next = page.getByRole('heading', { name: 'Рубеж', exact: true })
    await expect(next).toBeVisible()
    const top = () => next.evaluate((one) => one.getBoundingClientRect().top)
    const before = await top()
    letGo()
    await expect(page.getByTestId('forecast')).toBeVisible()
    expect(Math.abs((await top()) - before)).toBeLessThanOrEqual(1)
  })
})
