import { createHash, randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { _electron, type ElectronApplication, expect, type Page, test } from '@playwright/test'
import { v7 as uuidv7 } from 'uuid'
import { dayFromToday } from '../e2e/support/seed.ts'

const root = resolve(import.meta.dirname, '../..')

function launch(dataDir: string) {
  // Chromium refuses its sandbox to root, as whom containers run.
  const flags = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  return _electron.launch({ args: [root, ...flags, `--data-dir=${dataDir}`, '--lang=en'], cwd: root })
}

/** Asks the app as its page does, over the protocol of the window. */
const call = (page: Page, procedure: string, input: object) =>
  page.evaluate(
    async ([path, body]) => {
      const headers = { 'content-type': 'application/json' }
      const answer = await fetch(`/rpc/${path}`, { method: 'POST', headers, body: JSON.stringify({ json: body }) })
      if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
    },
    [procedure, input] as const,
  )

/** The window of a workspace with a plan, where there is one already; what is saved by a call is heard of by the page. */
async function openPlanned(app: ElectronApplication): Promise<Page> {
  const page = await app.firstWindow()
  await page.getByRole('button').first().waitFor()
  await call(page, 'plan/start', { uid: uuidv7(), startDay: dayFromToday(0), horizonYears: 7, vision: '' })
  await expect(page.getByRole('navigation')).toBeVisible()
  return page
}

const menuOf = (app: ElectronApplication) =>
  app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map(({ label }) => label) ?? [])

test.describe('the real Electron binary', () => {
  let dataDir = ''

  test.beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'kurs-electron-'))
  })
  test.afterEach(() => rmSync(dataDir, { recursive: true, force: true }))

  test('opens the app in a closed window', async () => {
    const app = await launch(dataDir)
    const page = await app.firstWindow()
    expect(page.url()).toMatch(/^app:\/\/kurs\//)
    await expect(page.getByRole('button').first()).toBeVisible()

    expect(
      await page.evaluate(() => [typeof Reflect.get(window, 'require'), typeof Reflect.get(window, 'process')]),
    ).toEqual(['undefined', 'undefined'])
    const network = await page.evaluate(() => fetch('https://example.org/').then(String, () => 'closed'))
    expect(network).toBe('closed')

    await app.close()
    expect(readdirSync(dataDir).length).toBeGreaterThan(0)
  })

  test('saves a page as PDF, on the paper that was chosen', async () => {
    const app = await launch(dataDir)
    const page = await app.firstWindow()
    await page.getByRole('button').first().waitFor()
    for (const [paper, width] of [
      ['a4', '595'],
      ['letter', '612'],
    ] as const) {
      const path = join(dataDir, `${paper}.pdf`)
      await app.evaluate(({ dialog }, filePath) => {
        dialog.showSaveDialog = async () => ({ canceled: false, filePath })
      }, path)
      const saved = await page.evaluate(
        (chosen) => Reflect.get(window, 'kursDesktop').savePdf({ name: 'Page', paper: chosen }),
        paper,
      )
      expect(saved).toEqual({ kind: 'saved', path })
      expect(readFileSync(path, 'latin1')).toMatch(new RegExp(`^%PDF[^]*MediaBox ?\\[0 0 ${width}`))
    }
    await app.close()
  })

  test('opens the same workspace again', async () => {
    const first = await launch(dataDir)
    await (await first.firstWindow()).getByRole('button').first().waitFor()
    await first.close()
    const again = await launch(dataDir)
    await expect((await again.firstWindow()).getByRole('button').first()).toBeVisible()
    await again.close()
  })

  test('hears of what is saved, and speaks the stored language from its first menu on', async () => {
    const first = await launch(dataDir)
    const page = await openPlanned(first)
    const fields = { title: 'Told by the stream of changes', day: dayFromToday(0), minutes: 5 }
    await page.getByRole('link', { name: 'Journal' }).click()
    await call(page, 'journal/create', { uid: uuidv7(), fields })
    await expect(page.getByText(fields.title)).toBeVisible()
    expect(await menuOf(first)).toContain('Edit')
    await call(page, 'workspace/saveSettings', { language: 'ru' })
    await expect(page.getByRole('link', { name: 'Журнал' })).toBeVisible()
    await first.close()
    const again = await launch(dataDir)
    await again.firstWindow()
    expect(await menuOf(again)).toContain('Правка')
    await again.close()
  })

  test('keeps a draft over the sudden end of the whole process', async () => {
    const app = await launch(dataDir)
    const page = await openPlanned(app)
    await page.goto('app://kurs/learning?item=new')
    await page.getByRole('textbox', { name: 'Title' }).fill('A course that is not saved')
    await page.waitForTimeout(2_000)
    const ended = new Promise((resolve) => app.process().once('exit', resolve))
    app.process().kill('SIGKILL')
    await ended
    const again = await launch(dataDir)
    const fresh = await again.firstWindow()
    await fresh.goto('app://kurs/learning?item=new')
    await expect(fresh.getByRole('textbox', { name: 'Title' })).toHaveValue('A course that is not saved')
    await again.close()
  })

  for (const [name, size] of [
    ['empty.bin', 0],
    ['one-megabyte.bin', 1024 * 1024],
    ['hundred-megabytes.bin', 100 * 1024 * 1024],
  ] as const)
    test(`attaches a file as it is: ${name}`, async () => {
      test.setTimeout(240_000)
      const app = await launch(dataDir)
      const page = await openPlanned(app)
      const uid = uuidv7()
      await call(page, 'journal/create', { uid, fields: { title: 'With files', day: dayFromToday(0), minutes: 5 } })
      await page.goto(`app://kurs/journal?item=${uid}`)
      const content = randomBytes(size)
      const file = join(dataDir, name)
      writeFileSync(file, content)
      await page.locator('input[type=file]').setInputFiles(file)
      await expect(page.getByRole('link', { name })).toBeVisible({ timeout: 150_000 })
      const hash = createHash('sha256').update(content).digest('hex')
      expect(readFileSync(join(dataDir, 'attachments', hash.slice(0, 2), hash)).equals(content)).toBe(true)
      await app.close()
    })
})
