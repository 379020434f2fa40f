import { panelOf } from './support/forms.ts'
import { settle } from './support/pages.ts'
import { dayFromToday, startPlan } from './support/seed.ts'
import { holdRequests } from './support/slow.ts'
import { expect, test } from './support/test.ts'

test.describe.configure({ mode: 'parallel' })

test('a change in one window shows in the other within a second, and takes nothing typed away', async ({
  page,
  context,
  kurs,
  words,
  open,
}) => {
  await startPlan(kurs, 'en')
  const { uid } = await kurs.call('learning/create', { fields: { title: 'Team Topologies' } })
  await kurs.signIn(context)
  const other = await context.newPage()
  await open('/learning')
  await open('/learning', other)
  const times: number[] = []
  for (const title of ['First', 'Second', 'Third']) {
    await page.bringToFront()
    await page.getByRole('button', { name: words.newLearning }).first().click()
    await panelOf(page).getByRole('textbox', { name: words.title }).fill(title)
    await panelOf(page).getByRole('textbox', { name: words.title }).press('ControlOrMeta+Enter')
    await expect(panelOf(page).getByRole('heading', { name: title })).toBeVisible()
    const began = Date.now()
    await expect(other.getByRole('button', { name: title, exact: true })).toBeVisible()
    times.push(Date.now() - began)
    await panelOf(page).getByRole('button', { name: words.close }).click()
  }
  expect(Math.min(...times)).toBeLessThan(1000)

  // The other window is writing into the very item that changes here.
  await open(`/learning?item=${uid}&edit=true`, other)
  await panelOf(other).getByRole('textbox', { name: words.notes }).fill('Conway came first')
  await kurs.call('learning/update', { uid, patch: { provider: 'IT Revolution' } })
  await expect(page.getByRole('cell', { name: 'IT Revolution' })).toBeVisible()
  await expect(panelOf(other).getByRole('textbox', { name: words.notes })).toHaveValue('Conway came first')
  await panelOf(other).getByRole('button', { name: words.save }).click()
  await expect(panelOf(other).getByRole('heading', { name: 'Team Topologies' })).toBeVisible()
  expect(await kurs.call('learning/get', { uid })).toMatchObject({
    provider: 'IT Revolution',
    notes: 'Conway came first',
  })
})

test('a change between the first answer and the stream of changes is not missed', async ({ page, kurs }) => {
  const letGo = await holdRequests(page, '**/events')
  await kurs.openIn(page)
  await expect(page.getByRole('main')).toBeVisible()
  await startPlan(kurs, 'en')
  letGo()
  await expect(page.locator('nav a[href="/journal"]')).toBeVisible()
})

test('an open form stays the same one when its item changes elsewhere, also the first one of its page', async ({
  page,
  kurs,
  words,
  open,
}) => {
  await startPlan(kurs, 'en')
  const { uid } = await kurs.call('projects/create', { fields: { title: 'Pet project' } })
  await kurs.signIn(page.context())
  await open(`/projects?item=${uid}&edit=true`)
  const notes = panelOf(page).getByRole('textbox', { name: words.notes })
  const form = panelOf(page).locator('form')
  await form.evaluate((element) => element.setAttribute('data-first', ''))
  await notes.fill('Typed a moment ago')
  await kurs.call('projects/update', { uid, patch: { title: 'Pet project, renamed' } })
  await expect(panelOf(page).getByRole('heading', { name: 'Pet project, renamed' })).toBeVisible()
  await expect(notes).toHaveValue('Typed a moment ago')
  await expect(notes).toBeFocused()
  await expect(form).toHaveAttribute('data-first')
})

test('an undo in one window takes back what the other has done', async ({
  page,
  context,
  kurs,
  words,
  guard,
  open,
}) => {
  // The stream of changes may be faster than the answer: then the panel asks once more for what is gone before it closes.
  guard.allow(/404 \(Not Found\) \S+\/rpc\/(journal\/get|attachments\/list)$/)
  await startPlan(kurs, 'en')
  await kurs.call('journal/create', { fields: { title: 'Written twice', day: dayFromToday(0), kind: 'study' } })
  await kurs.signIn(context)
  const other = await context.newPage()
  await open('/journal')
  await open('/journal', other)
  await page.getByRole('button', { name: /Written twice/ }).click()
  await panelOf(page).getByRole('button', { name: words.remove }).click()
  await expect(other.getByRole('button', { name: /Written twice/ })).toBeHidden()
  await other.keyboard.press('ControlOrMeta+KeyZ')
  await expect(page.getByRole('button', { name: /Written twice/ })).toBeVisible()
})

test('what was typed survives the end of Kurs, a refused save and a reload', async ({
  page,
  kurs,
  words,
  guard,
  open,
}) => {
  guard.allow(/ERR_CONNECTION_REFUSED|ERR_INCOMPLETE_CHUNKED_ENCODING|ERR_CONNECTION_RESET|ERR_EMPTY_RESPONSE/)
  // The session ended with the process: the stream that comes back before the person signs in again is not let in.
  guard.allow(/401 \(Unauthorized\) \S+\/events$/)
  await startPlan(kurs, 'en')
  await kurs.signIn(page.context())
  await open('/journal?item=new')
  const title = panelOf(page).getByRole('textbox', { name: words.title })
  const notes = panelOf(page).getByRole('textbox', { name: words.notes })
  await title.fill('Talk with the team')
  await notes.pressSequentially('Every word of it', { delay: 20 })
  await kurs.stop('SIGKILL')
  await panelOf(page).getByRole('button', { name: words.save, exact: true }).click()
  await expect(page.getByText(words.unreachable).first()).toBeVisible()
  await expect(title).toHaveValue('Talk with the team')
  await expect(notes).toHaveValue('Every word of it')
  await page.waitForTimeout(1000)

  await kurs.startAgain()
  await kurs.openIn(page)
  await settle(page)
  await open('/journal?item=new')
  await expect(panelOf(page).getByText(words.restored)).toBeVisible()
  await expect(title).toHaveValue('Talk with the team')
  await expect(notes).toHaveValue('Every word of it')
  await panelOf(page).getByRole('button', { name: words.save, exact: true }).click()
  await expect(panelOf(page).getByRole('heading', { name: 'Talk with the team' })).toBeVisible()

  // A line of quick add waits as well, as long as nobody saves it.
  await panelOf(page).getByRole('button', { name: words.close }).click()
  await page.keyboard.press('KeyN')
  await page.keyboard.type('Half a thought')
  await page.keyboard.press('Escape')
  await page.reload()
  await settle(page)
  await page.keyboard.press('KeyN')
  await expect(page.getByRole('dialog').getByRole('textbox')).toHaveValue('Half a thought')
})
