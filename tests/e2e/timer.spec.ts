import type { Page } from '@playwright/test'
import { panelOf } from './support/forms.ts'
import { settle } from './support/pages.ts'
import { dayFromToday, startPlan } from './support/seed.ts'
import { holdRequests, journalTitles, loseAnswer } from './support/slow.ts'
import { expect, test } from './support/test.ts'

test.describe.configure({ mode: 'parallel' })

test.beforeEach(async ({ page, kurs }) => {
  await startPlan(kurs, 'en')
  await kurs.signIn(page.context())
})

const sidebarTimer = (page: Page) => page.getByRole('navigation').getByRole('button', { name: /Timer/ })
const line = (page: Page) => page.getByRole('dialog').getByRole('textbox', { name: 'What the time is for' })

test('by keys alone: begun, kept over a reload, changed, logged and taken back', async ({ page, kurs, open }) => {
  await open('/journal')
  await page.keyboard.press('KeyT')
  await expect(line(page)).toBeFocused()
  await page.keyboard.type('Course on clouds')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(sidebarTimer(page)).toHaveAccessibleName(/Timer running, 1 min: Course on clouds/)

  await page.reload()
  await settle(page)
  await expect(sidebarTimer(page)).toHaveAccessibleName(/Timer running, .*: Course on clouds/)
  await page.keyboard.press('KeyT')
  await expect(line(page)).toHaveValue('Course on clouds')
  await line(page).press('End')
  await page.keyboard.type(' #k8s')
  await page.keyboard.press('ControlOrMeta+KeyZ')
  await page.keyboard.press('Escape')
  await page.keyboard.press('KeyT')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Logged: Course on clouds')).toBeVisible()
  await expect(sidebarTimer(page)).toHaveAccessibleName('Timer T')
  const { lines } = await kurs.call<{ lines: { title: string; minutes: number; day: string; inbox: boolean }[] }>(
    'journal/page',
    { filter: {}, limit: 5 },
  )
  expect(lines).toMatchObject([{ title: 'Course on clouds', minutes: 1, day: dayFromToday(0), inbox: false }])

  // Not logged after all: it is measured on.
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => journalTitles(kurs)).toEqual([])
  await expect(sidebarTimer(page)).toHaveAccessibleName(/Timer running, .*: Course on clouds/)

  // The keys of undo bring it back as well.
  await page.keyboard.press('KeyT')
  await page.keyboard.press('Enter')
  await expect(sidebarTimer(page)).toHaveAccessibleName('Timer T')
  await expect(page.getByRole('dialog')).toBeHidden()
  await page.keyboard.press('ControlOrMeta+KeyZ')
  await expect.poll(() => journalTitles(kurs)).toEqual([])
  await expect(sidebarTimer(page)).toHaveAccessibleName(/Timer running, .*: Course on clouds/)
})

test('stands still and goes on, and comes back when it was discarded', async ({ page, open }) => {
  await open('/')
  await sidebarTimer(page).click()
  const dialog = page.getByRole('dialog')
  await line(page).fill('Tea 2h')
  await dialog.getByRole('button', { name: 'Start' }).click()
  await expect(dialog).toBeHidden()
  await sidebarTimer(page).click()
  // What the line says goes before what was measured, and what is typed here before both.
  const minutes = dialog.getByRole('textbox', { name: 'Time to log' })
  await expect(minutes).toHaveValue('120')
  await dialog.getByRole('button', { name: 'Pause' }).click()
  await expect(dialog.getByRole('button', { name: 'Go on' })).toBeVisible()
  const clock = dialog.getByRole('timer')
  const measured = await clock.textContent()
  await page.waitForTimeout(1500)
  await expect(clock).toHaveText(measured ?? '')
  await minutes.fill('1d')
  await expect(dialog.getByRole('button', { name: 'Stop and log' })).toBeDisabled()
  await dialog.getByRole('button', { name: 'Discard' }).click()
  await expect(dialog).toBeHidden()
  await expect(sidebarTimer(page)).toHaveAccessibleName('Timer T')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(sidebarTimer(page)).toHaveAccessibleName(/Timer paused, .*: Tea 2h/)
})

test('is one for all windows: each shows what was typed in the other, and neither writes an old text over it', async ({
  page,
  kurs,
  open,
}) => {
  await open('/journal')
  await page.keyboard.press('KeyT')
  await line(page).fill('Tea')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toBeHidden()
  await page.keyboard.press('KeyT')
  await expect(line(page)).toHaveValue('Tea')
  const timer = await kurs.call<{ uid: string; line: string }>('journal/timer')
  const typedElsewhere = JSON.stringify({ ...JSON.parse(timer.line), text: 'Tea with Ann' })
  await kurs.call('journal/changeTimer', { uid: timer.uid, line: typedElsewhere })
  await expect(line(page)).toHaveValue('Tea with Ann')
  await page.getByRole('dialog').getByRole('button', { name: 'Pause' }).click()
  await expect(page.getByRole('dialog').getByRole('button', { name: 'Go on' })).toBeVisible()
  expect(await kurs.call('journal/timer')).toMatchObject({ line: typedElsewhere, since: null })
  await page.keyboard.press('ControlOrMeta+KeyZ')
  await expect(line(page)).toHaveValue('Tea')
})

test('measures for the item that is open, and a lost answer makes no second entry', async ({
  page,
  kurs,
  guard,
  words,
  open,
}) => {
  guard.allow(/ERR_CONNECTION_RESET/)
  const { uid } = await kurs.call<{ uid: string }>('projects/create', { fields: { title: 'Own cloud' } })
  await open(`/projects?item=${uid}`)
  await expect(panelOf(page).getByRole('button', { name: 'Log time' })).toBeVisible()
  await page.keyboard.press('KeyT')
  await line(page).fill('Set up the cluster')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(sidebarTimer(page)).toHaveAccessibleName(/Set up the cluster/)
  await page.keyboard.press('KeyT')
  await expect(page.getByRole('dialog').getByText('Own cloud')).toBeVisible()
  await loseAnswer(page, '**/rpc/journal/capture')
  await line(page).press('Enter')
  await expect(page.getByText(words.unreachable).first()).toBeVisible()
  await expect(line(page)).toHaveValue('Set up the cluster')
  await line(page).press('Enter')
  await expect(page.getByRole('dialog')).toBeHidden()
  expect(await journalTitles(kurs)).toEqual(['Set up the cluster'])
  expect(await kurs.call('journal/totals', { filter: { about: uid } })).toMatchObject({ count: 1, minutes: 1 })
})

test('no letter is lost while its box is on its way', async ({ page, open }) => {
  const letGo = await holdRequests(page, /\/assets\/timer-box-/)
  await open('/journal')
  await page.keyboard.press('KeyT')
  await expect(line(page)).toBeFocused()
  await page.keyboard.type('Tea')
  letGo()
  await expect(page.getByRole('dialog').getByRole('button', { name: 'Start' })).toBeVisible()
  await page.keyboard.type(' with Ann')
  await expect(line(page)).toHaveValue('Tea with Ann')
})
