import type { Page } from '@playwright/test'
import { choose, closeMessages, link, panelOf, saveForm } from './support/forms.ts'
import { settle } from './support/pages.ts'
import { dayFromToday, typed } from './support/seed.ts'
import { STORIES } from './support/story.ts'
import { expect, test } from './support/test.ts'

test.describe.configure({ mode: 'parallel' })

for (const language of ['en', 'ru'] as const) {
  const story = STORIES[language]

  test.describe(`the whole way, ${language}`, () => {
    test.use({ language })
    test.setTimeout(180_000)

    test('from the first evening to a signed review that stays', async ({ page, kurs, words, open }) => {
      const add = async (path: string, button: string) => {
        await open(path)
        await page.getByRole('button', { name: button, exact: true }).first().click()
        await expect(panelOf(page)).toBeVisible()
        return panelOf(page)
      }

      await test.step('first run', async () => {
        await kurs.openIn(page)
        await page.getByRole('textbox', { name: words.firstDay }).fill(typed(dayFromToday(-366)))
        await page.getByRole('textbox', { name: words.horizon }).fill('6')
        await page.getByRole('textbox', { name: words.presentRole }).fill(story.role)
        await page.getByRole('textbox', { name: words.vision }).fill(story.vision)
        await page.getByRole('button', { name: words.makePlan }).click()
        await expect(page.getByRole('navigation')).toBeVisible()
      })

      await test.step('quick add, previewed while typing', async () => {
        await open('/')
        await page.keyboard.press('KeyN')
        await page.keyboard.type(story.line)
        const preview = page.getByRole('dialog').getByRole('listitem')
        for (const part of story.preview) await expect(preview.filter({ hasText: part })).toBeVisible()
        await page.keyboard.press('Enter')
        await expect(page.getByRole('dialog')).toBeHidden()
        await open('/people')
        await expect(page.getByRole('button', { name: story.newPerson })).toBeVisible()
      })

      await test.step('learning', async () => {
        const panel = await add('/learning', words.newLearning)
        await panel.getByRole('textbox', { name: words.title }).fill(story.learning)
        await choose(panel, words.state, words.done)
        await panel.getByRole('textbox', { name: words.started }).fill(typed(dayFromToday(-90)))
        await panel.getByRole('textbox', { name: words.finished }).fill(typed(dayFromToday(-9)))
        await panel.getByRole('textbox', { name: words.notes }).fill('**Conway** first')
        await saveForm(page, words.save, story.learning)
        await expect(panel.locator('strong', { hasText: 'Conway' })).toBeVisible()
      })

      await test.step('a project', async () => {
        const panel = await add('/projects', words.newProject)
        await panel.getByRole('textbox', { name: words.title }).fill(story.project)
        await panel.getByRole('textbox', { name: words.start }).fill(typed(dayFromToday(-200)))
        await panel.getByRole('textbox', { name: words.nextAction }).fill(story.nextAction)
        await saveForm(page, words.save, story.project)
      })

      await test.step('an activity with all its fields, linked to the project', async () => {
        await open('/journal?item=new')
        const panel = panelOf(page)
        await panel.getByRole('textbox', { name: words.title }).fill(story.activity)
        await choose(panel, words.kind, words.petProject)
        await panel.getByRole('textbox', { name: words.day }).fill(typed(dayFromToday(-5)))
        await panel.getByRole('textbox', { name: words.minutes }).fill('90')
        await link(panel, words.about, story.project)
        await saveForm(page, words.save, story.activity)
      })

      await test.step('a certification', async () => {
        const panel = await add('/certifications', words.newCertification)
        await panel.getByRole('textbox', { name: words.title }).fill(story.certification)
        await choose(panel, words.state, words.earned)
        await panel.getByRole('textbox', { name: words.issued }).fill(typed(dayFromToday(-30)))
        await panel.getByRole('textbox', { name: words.lastValidDay }).fill(typed(dayFromToday(700)))
        await saveForm(page, words.save, story.certification)
      })

      await test.step('an achievement with a metric that moved', async () => {
        const panel = await add('/achievements', words.newAchievement)
        await panel.getByRole('textbox', { name: words.achieved }).fill(story.achievement)
        await panel.getByRole('textbox', { name: words.day, exact: true }).fill(typed(dayFromToday(-20)))
        await panel.getByRole('textbox', { name: words.result }).fill(story.result)
        await panel.getByRole('combobox', { name: words.metric, exact: true }).fill(story.metric)
        await panel.getByRole('textbox', { name: words.before }).fill('12')
        await panel.getByRole('textbox', { name: words.after }).fill('5')
        await saveForm(page, words.save, story.achievement)
      })

      await test.step('a person', async () => {
        const panel = await add('/people', words.newPerson)
        await panel.getByRole('textbox', { name: words.name, exact: true }).fill(story.person)
        await choose(panel, words.relation, words.mentor)
        await saveForm(page, words.save, story.person)
      })

      await test.step('an experiment against an obstacle of the plan', async () => {
        await open('/obstacles')
        await page.locator('main [data-uid]').first().click()
        const panel = panelOf(page)
        await panel.getByRole('button', { name: words.add, exact: true }).click()
        await panel.getByRole('textbox', { name: words.title, exact: true }).fill(story.experiment)
        await panel.getByRole('textbox', { name: words.hypothesis }).fill(story.hypothesis)
        await panel.getByRole('button', { name: words.save, exact: true }).click()
        const card = panel.getByRole('article').filter({ hasText: story.experiment })
        await card.getByRole('button', { name: words.startToday }).click()
        await card.getByRole('button', { name: words.giveVerdict }).click()
        await card.getByRole('radio', { name: words.failed, exact: true }).check()
        await card.getByRole('textbox', { name: words.lesson }).fill(story.lesson)
        await card.getByRole('button', { name: words.save, exact: true }).click()
        await expect(card.getByText(words.failed, { exact: true })).toBeVisible()
      })

      await test.step('a skill, rated with evidence', async () => {
        await open('/skills')
        await page.getByRole('button', { name: story.skill, exact: true }).first().click()
        const panel = panelOf(page)
        await panel.getByRole('button', { name: words.rate, exact: true }).first().click()
        await panel.getByRole('radio').nth(2).check()
        await panel.getByRole('textbox', { name: words.day, exact: true }).fill(typed(dayFromToday(-8)))
        await panel.getByRole('textbox', { name: words.ratingNote }).fill(story.ratingNote)
        await link(panel, words.evidence, story.learning)
        await panel.getByRole('button', { name: words.saveRating }).click()
        await expect(panel.getByText(story.ratingNote)).toBeVisible()
        await expect(panel.getByRole('button', { name: story.learning })).toBeVisible()
      })

      await test.step('a milestone of the first 90 days', async () => {
        await open('/plan')
        const first = page.getByRole('main').getByRole('checkbox').first()
        await first.click()
        await expect(first).toBeChecked()
        await page.reload()
        await settle(page)
        await expect(first).toBeChecked()
      })

      const review = await test.step('the review of the first year', async () => {
        await open('/reviews')
        await page.getByRole('button', { name: words.startReview }).first().click()
        await expect(page.getByRole('heading', { level: 1, name: words.reviewOf })).toBeVisible()
        const answers = page.getByRole('region', { name: words.reflection }).getByRole('textbox')
        await answers.first().fill(story.answer)
        await page.getByRole('button', { name: words.addLine }).click()
        await page.keyboard.type(story.focus)
        await expect(page.getByText(words.savedAt)).toBeVisible()
        await page.getByRole('button', { name: words.sign }).click()
        await page.getByRole('dialog').getByRole('button', { name: words.signForGood }).click()
        await expect(page.getByText(words.signed)).toBeVisible()
        await expect(page.getByRole('article').first()).toContainText(story.answer)
        return page.url()
      })
      const signed = await readReview(page)
      for (const text of [
        story.learning,
        story.project,
        story.certification,
        story.achievement,
        story.ratingNote,
        story.focus,
        story.vision,
      ])
        expect(signed).toContain(text)

      await test.step('stopped and started again, everything is there', async () => {
        await page.goto('about:blank')
        await kurs.stop()
        await kurs.startAgain()
        await kurs.openIn(page)
        for (const [path, title] of [
          ['/journal', story.activity],
          ['/learning', story.learning],
          ['/projects', story.project],
          ['/certifications', story.certification],
          ['/achievements', story.achievement],
          ['/people', story.person],
          ['/people', story.newPerson],
        ] as const) {
          await open(path)
          await expect(page.getByRole('main').getByText(title).first()).toBeVisible()
        }
        await page.goto(review)
        expect(await readReview(page)).toBe(signed)
      })

      await test.step('an edited activity leaves the signed review as it is; then undo', async () => {
        await open('/journal')
        await page.getByRole('button', { name: story.activity }).click()
        const panel = panelOf(page)
        await panel.getByRole('button', { name: words.edit, exact: true }).click()
        await panel.getByRole('textbox', { name: words.title }).fill(story.editedActivity)
        await panel.getByRole('textbox', { name: words.minutes }).fill('600')
        await saveForm(page, words.save, story.editedActivity)
        await page.goto(review)
        expect(await readReview(page)).toBe(signed)

        await open('/journal')
        await expect(page.getByRole('button', { name: story.editedActivity })).toBeVisible()
        await closeMessages(page)
        await page.keyboard.press('ControlOrMeta+KeyZ')
        await expect(page.getByText(words.undone)).toBeVisible()
        await expect(page.getByRole('button', { name: story.activity, exact: false }).first()).toBeVisible()
        await expect(page.getByRole('button', { name: story.editedActivity })).toBeHidden()
      })
    })
  })
}

/** The text of a signed review as it is read. */
async function readReview(page: Page): Promise<string> {
  const document = page.getByRole('main').getByRole('article').first()
  await expect(document).toBeVisible()
  await settle(page)
  return document.innerText()
}
