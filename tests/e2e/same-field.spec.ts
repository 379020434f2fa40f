import type { Locator, Page } from '@playwright/test'
import { findViolations } from './support/axe.ts'
import { panelOf } from './support/forms.ts'
import type { Guard } from './support/guard.ts'
import type { Kurs, Language } from './support/kurs.ts'
import { dayFromToday, startPlan } from './support/seed.ts'
import { holdRequests, loseAnswer } from './support/slow.ts'
import { expect, test } from './support/test.ts'
import type { Words } from './support/words.ts'

test.describe.configure({ mode: 'parallel' })

/** A second window on the same workspace. */
async function openOther(page: Page, kurs: Kurs): Promise<Page> {
  await kurs.signIn(page.context())
  return page.context().newPage()
}

const field = (page: Page, name: string) => panelOf(page).getByRole('textbox', { name, exact: true })
const save = (page: Page, words: Words) => panelOf(page).getByRole('button', { name: words.save, exact: true })
const group = (page: Page, name: string | RegExp) => panelOf(page).getByRole('radiogroup', { name })
const option = (of: Locator, name: string) => of.getByRole('radio', { name })

/** Saves, and waits until the panel shows the item again. */
async function saved(page: Page, words: Words, title: string): Promise<void> {
  await save(page, words).click()
  await closed(page, words, title)
}

/** The panel's heading may say the same while the form stands, whose own undo the next keys would go to. */
async function closed(page: Page, words: Words, title: string): Promise<void> {
  await expect(save(page, words)).toBeHidden()
  await expect(panelOf(page).getByRole('heading', { name: title })).toBeVisible()
}

/** A plan, and a signed-in browser in which a conflict may be refused. */
async function prepare({ page, kurs, guard }: { page: Page; kurs: Kurs; guard: Guard }, language: Language) {
  guard.allow(/409 \(Conflict\)/)
  await startPlan(kurs, language)
  await kurs.signIn(page.context())
}

for (const language of ['en', 'ru'] as const)
  test.describe(`the same field in two windows, ${language}`, () => {
    test.use({ language })
    test.beforeEach(({ page, kurs, guard }) => prepare({ page, kurs, guard }, language))

    test('the same field: told, chosen by keyboard, taken back and done again', async ({ page, kurs, words, open }) => {
      const fields = { title: 'Team Topologies', notes: 'First', progress: 10 }
      const { uid } = await kurs.call('learning/create', { fields })
      const stored = () => kurs.call<{ title: string; notes: string; progress: number }>('learning/get', { uid })
      const other = await openOther(page, kurs)
      await open(`/learning?item=${uid}&edit=true`)
      await open(`/learning?item=${uid}&edit=true`, other)
      await field(page, words.title).fill('Mine')
      await field(page, words.notes).fill('Conway came first')
      await field(page, words.progress).fill('40')
      await field(other, words.title).fill('Theirs')
      await field(other, words.notes).fill('Read chapter 3')
      await field(other, words.progress).fill('60')
      await saved(other, words, 'Theirs')

      await field(page, words.notes).press('ControlOrMeta+Enter')
      await expect(panelOf(page).getByText(words.conflict)).toBeVisible()
      expect(await stored()).toMatchObject({ title: 'Theirs', notes: 'Read chapter 3', progress: 60 })

      expect(await findViolations(page, 'form')).toEqual([])
      // Nothing is chosen yet, and saving again overwrites nothing.
      const title = group(page, words.title)
      await expect(option(title, words.mine)).toBeFocused()
      await expect(panelOf(page).getByRole('radio', { checked: true })).toHaveCount(0)
      await expect(option(title, words.both)).toHaveCount(0)
      await page.keyboard.press('ControlOrMeta+Enter')
      await expect(panelOf(page).getByText(words.chooseWhatStays)).toHaveCount(3)
      await expect(option(title, words.mine)).toBeFocused()
      expect(await stored()).toMatchObject({ title: 'Theirs' })

      // By keyboard: theirs of the title, both notes, my progress.
      await page.keyboard.press('ArrowDown')
      await expect(field(page, words.title)).toHaveValue('Theirs')
      await page.keyboard.press('ControlOrMeta+KeyZ')
      await expect(field(page, words.title)).toHaveValue('Mine')
      await expect(option(title, words.mine)).toBeChecked()
      await page.keyboard.press('ControlOrMeta+Shift+KeyZ')
      await expect(option(title, words.theirs)).toBeChecked()
      const notes = group(page, words.notes)
      await expect(notes.getByText('Read chapter 3')).toBeVisible()
      await option(notes, words.both).focus()
      await page.keyboard.press('Space')
      await expect(field(page, words.notes)).toHaveValue('Conway came first\n\nRead chapter 3')
      const progress = group(page, words.progress)
      await option(progress, words.mine).focus()
      await page.keyboard.press('Space')
      await page.keyboard.press('ControlOrMeta+Enter')
      await closed(page, words, 'Theirs')
      const chosen = { title: 'Theirs', notes: 'Conway came first\n\nRead chapter 3', progress: 40 }
      expect(await stored()).toMatchObject(chosen)
      await expect(panelOf(other).getByText('Conway came first')).toBeVisible()

      await page.keyboard.press('ControlOrMeta+KeyZ')
      await expect.poll(stored).toMatchObject({ title: 'Theirs', notes: 'Read chapter 3', progress: 60 })
      await page.keyboard.press('ControlOrMeta+Shift+KeyZ')
      await expect.poll(stored).toMatchObject(chosen)
    })

    test('answers of a review: different ones are kept, the same one is told while it is typed', async ({
      page,
      kurs,
      words,
      open,
    }) => {
      const { uid } = await kurs.call('reviews/createDraft', {
        periodStart: dayFromToday(-100),
        periodEnd: dayFromToday(-1),
      })
      const answers = async () => {
        const review = await kurs.call<{ answers: { answer: string }[] }>('reviews/get', { uid })
        return review.answers.map(({ answer }) => answer).slice(0, 2)
      }
      const other = await openOther(page, kurs)
      await open(`/reviews?item=${uid}`)
      await open(`/reviews?item=${uid}`, other)
      const answer = (of: Page, at: number) => of.locator('#reflection, main').last().locator('textarea').nth(at)
      await answer(page, 1).fill('Second, mine')
      await answer(other, 0).fill('First, theirs')
      await expect.poll(answers).toEqual(['First, theirs', 'Second, mine'])
      await expect(answer(page, 0)).toHaveValue('First, theirs')
      await expect(answer(other, 1)).toHaveValue('Second, mine')

      // Both write the same answer: the slower one is told, and what the other has saved stays saved.
      await page.route('**/rpc/reviews/saveDraft', async (route) => {
        await new Promise((done) => setTimeout(done, 1500))
        await route.continue()
      })
      await answer(other, 0).fill('First, theirs at length')
      await answer(page, 0).fill('First, mine')
      const choice = page.getByRole('radiogroup')
      await expect(choice).toBeVisible()
      expect(await findViolations(page, 'review')).toEqual([])
      await page.unrouteAll({ behavior: 'wait' })
      await expect.poll(answers).toEqual(['First, theirs at length', 'Second, mine'])
      await expect(answer(page, 0)).toHaveValue('First, mine')
      await expect(page.getByText(words.savedAt)).toHaveCount(0)
      // It is still one after a reload.
      await page.waitForTimeout(1200)
      await page.reload()
      await expect(answer(page, 0)).toHaveValue('First, mine')
      await option(choice, words.both).focus()
      await page.keyboard.press('Space')
      const both = 'First, mine\n\nFirst, theirs at length'
      await expect(answer(page, 0)).toHaveValue(both)
      await expect.poll(answers).toEqual([both, 'Second, mine'])
      await page.keyboard.press('ArrowUp')
      await expect.poll(answers).toEqual(['First, theirs at length', 'Second, mine'])
      await page.getByRole('heading', { level: 1 }).click()
      await page.keyboard.press('ControlOrMeta+KeyZ')
      await expect.poll(answers).toEqual([both, 'Second, mine'])
      await expect(answer(page, 0)).toHaveValue(both)
      await expect(answer(other, 0)).toHaveValue(both)
    })
  })

test.describe('two windows', () => {
  test.use({ language: 'ru' })
  test.beforeEach(({ page, kurs, guard }) => prepare({ page, kurs, guard }, 'ru'))

  test('different fields, links and tags are kept from both without a word', async ({ page, kurs, words, open }) => {
    const { uid } = await kurs.call('learning/create', { fields: { title: 'Team Topologies', tags: ['book'] } })
    const other = await openOther(page, kurs)
    await open(`/learning?item=${uid}&edit=true`)
    await open(`/learning?item=${uid}&edit=true`, other)
    await field(page, words.notes).fill('Conway came first')
    await field(other, words.title).fill('Team Topologies, 2nd edition')
    await saved(other, words, 'Team Topologies, 2nd edition')
    await saved(page, words, 'Team Topologies, 2nd edition')
    await expect(page.getByText(words.conflict)).toHaveCount(0)
    await expect
      .poll(() => kurs.call('learning/get', { uid }))
      .toMatchObject({
        title: 'Team Topologies, 2nd edition',
        notes: 'Conway came first',
        tags: ['book'],
      })
  })

  test('a draft that comes back after a reload is told as well', async ({ page, kurs, words, open }) => {
    const { uid } = await kurs.call('projects/create', { fields: { title: 'Pet project', notes: 'First' } })
    await open(`/projects?item=${uid}&edit=true`)
    await field(page, words.notes).fill('Mine')
    await page.waitForTimeout(1200)
    await kurs.call('projects/update', { uid, patch: { notes: 'Theirs' } })
    await page.reload()
    await expect(field(page, words.notes)).toHaveValue('Mine')
    await save(page, words).click()
    const notes = group(page, words.notes)
    await option(notes, words.theirs).click()
    await saved(page, words, 'Pet project')
    await expect.poll(() => kurs.call('projects/get', { uid })).toMatchObject({ notes: 'Theirs' })
  })

  test('what an earlier save of this form has stored is no conflict', async ({ page, kurs, guard, words, open }) => {
    guard.allow(/ERR_CONNECTION_RESET/)
    const { uid } = await kurs.call('projects/create', { fields: { title: 'Pet project', notes: 'First' } })
    await open(`/projects?item=${uid}&edit=true`)
    await loseAnswer(page, '**/rpc/projects/update')
    await field(page, words.notes).fill('Second')
    await save(page, words).click()
    await expect(page.getByText(words.unreachable).first()).toBeVisible()
    expect(await kurs.call('projects/get', { uid })).toMatchObject({ notes: 'Second' })
    await field(page, words.notes).fill('Second, corrected')
    await saved(page, words, 'Pet project')
    await expect.poll(() => kurs.call('projects/get', { uid })).toMatchObject({ notes: 'Second, corrected' })
  })

  test('an answer that an earlier save has stored is no conflict', async ({ page, kurs, guard, words, open }) => {
    guard.allow(/ERR_CONNECTION_RESET/)
    const { uid } = await kurs.call('reviews/createDraft', {
      periodStart: dayFromToday(-100),
      periodEnd: dayFromToday(-1),
    })
    await open(`/reviews?item=${uid}`)
    await loseAnswer(page, '**/rpc/reviews/saveDraft')
    const answer = page.locator('textarea').first()
    const stored = async () =>
      (await kurs.call<{ answers: { answer: string }[] }>('reviews/get', { uid })).answers[0]?.answer
    // The page learns nothing of what it has stored itself until it saves again.
    const letGo = await holdRequests(page, '**/rpc/reviews/get')
    await answer.fill('First')
    await expect.poll(stored).toBe('First')
    await answer.fill('First, corrected')
    await answer.blur()
    await expect.poll(stored, { timeout: 20_000 }).toBe('First, corrected')
    letGo()
    await expect(page.getByText(words.savedAt)).toBeVisible()
    await expect(page.getByRole('radiogroup')).toHaveCount(0)
  })

  test('an unsaved line of quick add stays in its window', async ({ page, kurs, open }) => {
    const other = await openOther(page, kurs)
    await open('/journal')
    await open('/journal', other)
    const line = (of: Page) => of.getByRole('dialog').getByRole('textbox')
    await page.bringToFront()
    await page.keyboard.press('KeyN')
    await line(page).fill('Mine')
    await page.waitForTimeout(1200)
    await other.bringToFront()
    await other.keyboard.press('KeyN')
    await expect(line(other)).toHaveValue('')
    await line(other).fill('Theirs')
    await other.waitForTimeout(1200)
    await page.bringToFront()
    await expect(line(page)).toHaveValue('Mine')
    await line(page).press('Escape')
    await page.keyboard.press('KeyN')
    await expect(line(page)).toHaveValue('Mine')
    await expect(line(other)).toHaveValue('Theirs')
  })
})

test('every form names the field that is in conflict', async ({ page, kurs, guard, words, open }) => {
  test.setTimeout(120_000)
  guard.allow(/409 \(Conflict\)/)
  await startPlan(kurs, 'en')
  await kurs.signIn(page.context())
  type Item = { uid: string }
  type Stage = Item & { requirements: Item[]; milestones: Item[] }
  const readStages = async () => (await kurs.call<{ stages: Stage[] }>('plan/get')).stages
  // What belongs to the plan is read with it.
  const read = async (feature: string, uid: string | undefined) => {
    if (!['stages', 'milestones', 'requirements'].includes(feature)) return kurs.call(`${feature}/get`, { uid })
    const stages = await readStages()
    return stages.flatMap((one) => [one, ...one.milestones, ...one.requirements]).find((one) => one.uid === uid)
  }
  const [stage] = await readStages()
  const [metric] = await kurs.call<{ uid: string }[]>('metrics/list')
  const [skill] = await kurs.call<{ uid: string }[]>('skills/list')
  const make = async (feature: string, fields: object) => (await kurs.call(`${feature}/create`, { fields })).uid
  const achievement = await make('achievements', { title: 'Launched', day: dayFromToday(0) })
  const milestone = await make('milestones', { title: 'One', stageUid: stage?.uid, plannedDay: dayFromToday(0) })
  const person = await make('people', { name: 'Ada' })
  const obstacle = await make('obstacles', { title: 'Overload' })
  const certification = await make('certifications', { title: 'PMP' })
  const activity = await make('journal', { title: 'Line', day: dayFromToday(0), kind: 'study' })
  const requirement = stage?.requirements[0]?.uid
  const cases: [path: string, feature: string, uid: string | undefined, name: string, label: string, value?: number][] =
    [
      ['/achievements', 'achievements', achievement, 'title', 'What was achieved'],
      ['/achievements', 'achievements', achievement, 'result', 'Result'],
      ['/plan', 'stages', stage?.uid, 'title', 'Title'],
      ['/metrics', 'metrics', metric?.uid, 'title', 'Title'],
      ['/plan', 'milestones', milestone, 'title', 'Title'],
      ['/plan', 'requirements', requirement, 'weight', 'Weight', 7],
      ['/skills', 'skills', skill?.uid, 'why', 'Why this path needs it'],
      ['/people', 'people', person, 'company', 'Company'],
      ['/obstacles', 'obstacles', obstacle, 'title', 'What stands in the way'],
      ['/certifications', 'certifications', certification, 'issuer', 'Issuer'],
      ['/journal', 'journal', activity, 'notes', 'Notes'],
    ]
  for (const [path, feature, uid, name, label, value] of cases) {
    await open(`${path}?item=${uid}&edit=true`)
    const input = field(page, label)
    await input.fill(value === undefined ? 'Mine' : '5')
    await kurs.call(`${feature}/update`, { uid, patch: { [name]: value ?? 'Theirs' } })
    await save(page, words).click()
    await expect(group(page, label), path).toBeVisible()
    await option(group(page, label), words.theirs).click()
    await expect(input).toHaveValue(String(value ?? 'Theirs'))
    await save(page, words).click()
    await expect(input).toBeHidden()
    expect(await read(feature, uid)).toMatchObject({ [name]: value ?? 'Theirs' })
  }

  // A field of parts, which has no input of its own.
  await open(`/achievements?item=${achievement}&edit=true`)
  const side = panelOf(page).getByRole('radiogroup', { name: 'Main focus' })
  await side.getByText('CTO', { exact: true }).click()
  const { roleShift } = await kurs.call<{ roleShift: object }>('achievements/get', { uid: achievement })
  const theirs = { ...roleShift, focus: 'from', scale: 'to' }
  await kurs.call('achievements/update', { uid: achievement, patch: { roleShift: theirs } })
  await save(page, words).click()
  await option(group(page, 'Which role it shows: PMO or CTO'), words.mine).click()
  await save(page, words).click()
  await expect(side).toBeHidden()
  expect(await kurs.call('achievements/get', { uid: achievement })).toMatchObject({
    roleShift: { ...theirs, focus: 'to' },
  })
})
