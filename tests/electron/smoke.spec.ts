import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { _electron, expect, test } from '@playwright/test'

const root = resolve(import.meta.dirname, '../..')

function launch(dataDir: string) {
  // Chromium refuses its sandbox to root, as whom containers run.
  const flags = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  return _electron.launch({ args: [root, ...flags, `--data-dir=${dataDir}`, '--lang=en'], cwd: root })
}

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

  test('opens the same workspace again', async () => {
    const first = await launch(dataDir)
    await (await first.firstWindow()).getByRole('button').first().waitFor()
    await first.close()
    const again = await launch(dataDir)
    await expect((await again.firstWindow()).getByRole('button').first()).toBeVisible()
    await again.close()
  })
})
