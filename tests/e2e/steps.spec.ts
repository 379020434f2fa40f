import { panelOf, saveForm } from './support/forms.ts'
import { startPlan } from './support/seed.ts'
import { expect, test } from './support/test.ts'

test('a week: steps suggested, taken, declined, done, put into the journal, and taken back', async ({
  page,
  kurs,
  open,
}) => {
  await startPlan(kurs, 'en')
  await kurs.signIn(page.context())
  await open('/')
  const main = page.locator('main')
  await expect(main.getByRole('heading', { name: 'Steps of this week' })).toBeVisible()
  await expect(main.getByText(/Rate the skill:/).first()).toBeVisible()
  await page.keyboard.press('KeyG')
  await page.keyboard.press('KeyK')
  await expect(main.getByRole('heading', { level: 1, name: 'Week' })).toBeVisible()

  const suggestions = main.locator('ol > li')
  await expect(suggestions).toHaveCount(3)
  await main.getByText('30 minutes', { exact: true }).click()
  await expect(suggestions.first()).toContainText('of the gate')
  const first = await suggestions.first().locator('strong').innerText()
  await suggestions
    .first()
    .getByRole('button', { name: /^Take for this week/ })
    .click()
  const week = main.getByRole('list', { name: /^This week/ })
  await expect(suggestions.getByRole('button').first()).toBeFocused()
  await expect(week.getByRole('listitem')).toHaveText([new RegExp(first.replace(/[^\w ]/g, '.'))])
  await expect(suggestions.filter({ hasText: first })).toHaveCount(0)

  await test.step('declined with a reason, it is not suggested again, until that is taken back', async () => {
    const unwanted = await suggestions.first().locator('strong').innerText()
    await suggestions
      .first()
      .getByRole('button', { name: /^Not for me/ })
      .click()
    await page.keyboard.type('no access yet')
    await page.keyboard.press('Enter')
    await expect(page.getByText(`Declined: ${unwanted}`)).toBeVisible()
    await expect(suggestions.filter({ hasText: unwanted })).toHaveCount(0)
    await page.keyboard.press('ControlOrMeta+KeyZ')
    await expect(suggestions.filter({ hasText: unwanted })).toHaveCount(1)
  })

  await test.step('who does not decline after all, or has left the list, has the focus where it was', async () => {
    const decline = suggestions.first().getByRole('button', { name: /^Not for me/ })
    await decline.click()
    await page.getByRole('button', { name: 'Cancel' }).click()
    await expect(decline).toBeFocused()
    await decline.blur()
    const [next] = (await kurs.call('steps/next', { time: 'short' })) as unknown as { key: string }[]
    const declined = { title: 'In another window', status: 'declined', week: '2026-01-05', suggestedBy: next?.key }
    const suggested = await suggestions.first().locator('strong').innerText()
    const { uid } = await kurs.call('steps/create', { fields: declined })
    await expect(suggestions.filter({ hasText: suggested })).toHaveCount(0)
    await expect(main.locator(':focus')).toHaveCount(0)
    await kurs.call('steps/remove', { uid })
    await expect(suggestions.filter({ hasText: suggested })).toHaveCount(1)
  })

  await test.step('a step of one’s own', async () => {
    await main.getByRole('button', { name: 'New step' }).click()
    const panel = panelOf(page)
    await panel.getByLabel('What to do').fill('Ask the CTO about the budget')
    await panel.getByLabel('How long it takes').fill('1h')
    await saveForm(page, 'Save', 'Ask the CTO about the budget')
    await panel.getByRole('button', { name: 'Close' }).click()
    await expect(week.getByRole('listitem')).toHaveCount(2)
  })

  await test.step('done, it goes into the journal by one click', async () => {
    await week.getByRole('checkbox', { name: 'Done: Ask the CTO about the budget' }).click()
    await expect(main.getByText('1 of 2 done')).toBeVisible()
    await week.getByRole('button', { name: /^Log 1 h in the journal/ }).click()
    await expect(week.getByText('In the journal')).toBeVisible()
    const { minutes } = (await kurs.call('journal/totals', { filter: { text: 'budget' } })) as { minutes: number }
    expect(minutes).toBe(60)
  })

  await test.step('moved to the next week, it waits there', async () => {
    await week.getByRole('button', { name: /^Next week/ }).click()
    await expect(main.getByRole('list', { name: 'Later' }).getByRole('listitem')).toHaveCount(1)
    await expect(main.getByText('Every step of the week is done.')).toBeVisible()
  })

  await test.step('what is left of an earlier week is answered', async () => {
    await kurs.call('steps/create', { fields: { title: 'Read the runbook', week: '2026-01-05', minutes: 30 } })
    const left = main.getByRole('list', { name: 'Left from earlier weeks' })
    await left.getByRole('button', { name: /^This week/ }).click()
    await expect(left).toHaveCount(0)
    await expect(week).toContainText('Read the runbook')
  })
})
