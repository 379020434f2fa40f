import { join, resolve } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { bootDesktop, type FakeDesktop, launchDesktop, makeHome } from '../electron-fake/boot.ts'
import { openDesktopPage } from '../electron-fake/page.ts'

const PRELOAD = resolve(import.meta.dirname, '../../out/preload/index.cjs')

let place: { home: string; remove(): void }
let desktop: FakeDesktop

test.beforeEach(async () => {
  place = makeHome()
  desktop = await boot()
})

test.afterEach(async () => {
  await desktop.stop()
  place.remove()
})

const boot = (args: string[] = [], env: Record<string, string> = {}) =>
  bootDesktop({ home: place.home, dataDir: join(place.home, 'work'), args, env })

/** What the host says about its window. */
const mainWindow = async () => (await desktop.ask('report', {})).windows[0]

test.describe('the desktop host on the fake Electron', () => {
  test('boots, shows its window when it is ready, and ends in good order', async () => {
    const report = await desktop.ask('report', {})
    expect(desktop.lines).toEqual(['kurs-up', 'kurs-ready'])
    expect(report.windows).toHaveLength(1)
    expect(report.windows[0]).toMatchObject({ address: 'app://kurs/?lang=en', isVisible: true, calls: ['show'] })
    expect(report.windows[0]?.options.show).toBe(false)
    expect(report.userData).toMatch(new RegExp(`^${place.home}/\\.config/kurs-desktop-`))
    expect(await desktop.stop()).toBe(0)
    expect(desktop.complaints).toEqual([])
  })

  test('offers the demo, which is a window of its own, but not from within it', async () => {
    expect(await desktop.call('workspace/info', {})).toMatchObject({ demo: false, canOpenDemo: true })
    await desktop.stop()
    desktop = await boot(['--demo'])
    expect(await desktop.call('workspace/info', {})).toMatchObject({ demo: true, canOpenDemo: false })
  })

  test('locks the window down', async () => {
    const report = await desktop.ask('report', {})
    expect(report.isSandboxEnabled).toBe(true)
    expect(report.windows[0]?.options.webPreferences).toEqual({
      preload: PRELOAD,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      navigateOnDragDrop: false,
      spellcheck: process.platform === 'darwin',
    })
    expect(report.schemes).toEqual([
      { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
    ])
    expect(report.handledSchemes).toEqual(['app'])
    expect(report.channels).toEqual(['kurs:set-theme', 'kurs:save-pdf'])
  })

  test('stays on its own pages and asks before it opens others elsewhere', async () => {
    const go = (url: string, isMainFrame = true) =>
      desktop.ask('navigate', { event: 'will-navigate', url, isMainFrame })
    expect(await go('app://kurs/journal')).toEqual({ prevented: false })
    const foreign = [
      'app://other/',
      'file:///etc/passwd',
      'javascript:alert(1)',
      'http://127.0.0.1:1/',
      'data:text/html,x',
    ]
    for (const url of [...foreign, 'https://example.org/course'])
      expect(await go(url), url).toEqual({ prevented: true })
    expect(
      await desktop.ask('navigate', { event: 'will-redirect', url: 'https://example.org/', isMainFrame: true }),
    ).toEqual({
      prevented: true,
    })
    expect(
      await desktop.ask('navigate', { event: 'will-frame-navigate', url: 'app://kurs/', isMainFrame: false }),
    ).toEqual({ prevented: true })
    expect(await desktop.ask('attachWebview', {})).toEqual({ prevented: true })
    const report = await desktop.ask('report', {})
    expect(report.dialogs.map(({ detail }) => detail)).toEqual(['http://127.0.0.1:1/', 'https://example.org/course'])
    expect(report.openedExternally).toEqual([])
  })

  test('opens only web and mail addresses outside, and only after a yes', async () => {
    await desktop.ask('answerDialogs', { responses: [0, -1, 0] })
    const addresses = ['https://пример.рф/', 'https://example.org/no', 'mailto:mentor@example.org']
    for (const url of [
      ...addresses,
      'file:///etc/passwd',
      'smb://host/x',
      'ms-settings:',
      'app://kurs/',
      'not an address',
    ]) {
      expect(await desktop.ask('openWindow', { url }), url).toEqual({ action: 'deny' })
    }
    const report = await desktop.ask('report', {})
    expect(report.dialogs).toHaveLength(3)
    // The form without look-alike letters is what is asked about and opened; "no" is the default answer.
    expect(report.dialogs[0]).toMatchObject({ detail: 'https://xn--e1afmkfd.xn--p1ai/', defaultId: 1, cancelId: 1 })
    expect(report.openedExternally).toEqual(['https://xn--e1afmkfd.xn--p1ai/', 'mailto:mentor@example.org'])
  })

  test('grants no permission but writing to the clipboard, and no way to a network', async () => {
    const denied = { requested: false, checked: false }
    const names = [
      'media',
      'geolocation',
      'notifications',
      'midi',
      'clipboard-read',
      'openExternal',
      'fullscreen',
      'hid',
    ]
    for (const permission of names) {
      expect(await desktop.ask('permission', { permission, url: 'app://kurs/' }), permission).toEqual(denied)
    }
    const permission = 'clipboard-sanitized-write'
    expect(await desktop.ask('permission', { permission, url: 'app://kurs/' })).toEqual({
      requested: true,
      checked: true,
    })
    expect(await desktop.ask('permission', { permission, url: 'https://example.org/' })).toEqual(denied)
    expect(await desktop.ask('device', {})).toEqual({ granted: false })
    for (const url of [
      'https://example.org/',
      'http://127.0.0.1:1/',
      'wss://example.org/',
      'ftp://x/',
      'file:///etc/passwd',
    ]) {
      expect(await desktop.ask('load', { url }), url).toEqual({ cancelled: true })
    }
    for (const url of ['app://kurs/', 'data:image/png;base64,', 'blob:app://kurs/1']) {
      expect(await desktop.ask('load', { url }), url).toEqual({ cancelled: false })
    }
  })

  test('hears only the main frame of its own page, and only what it can use', async () => {
    const send = (args: unknown[], url = 'app://kurs/settings', frame: 'main' | 'child' | 'gone' = 'main') =>
      desktop.ask('invoke', { channel: 'kurs:set-theme', args, url, frame })
    expect(await send(['dark'])).toEqual({})
    expect((await desktop.ask('report', {})).themeSource).toBe('dark')
    const foreign = expect.objectContaining({ error: expect.stringContaining('foreign sender') })
    expect(await send(['light'], 'app://kurs/', 'child')).toEqual(foreign)
    expect(await send(['light'], 'app://kurs/', 'gone')).toEqual(foreign)
    expect(await send(['light'], 'https://example.org/')).toEqual(foreign)
    expect(await send(['light'], 'app://kurs.example.org/')).toEqual(foreign)
    for (const args of [[], ['pink'], [{}], [null]]) {
      expect(await send(args)).toEqual({ error: expect.stringContaining('Not a theme') })
    }
    expect((await desktop.ask('report', {})).themeSource).toBe('dark')
  })

  test('saves nothing for a foreign sender, or for what is no page to save', async () => {
    const save = (request: unknown, url = 'app://kurs/', frame: 'main' | 'child' | 'gone' = 'main') =>
      desktop.ask('invoke', { channel: 'kurs:save-pdf', args: [request], url, frame })
    const request = { name: 'Page', paper: 'a4' }
    const foreign = expect.objectContaining({ error: expect.stringContaining('foreign sender') })
    expect(await save(request, 'app://kurs/', 'child')).toEqual(foreign)
    expect(await save(request, 'app://kurs/', 'gone')).toEqual(foreign)
    expect(await save(request, 'https://example.org/')).toEqual(foreign)
    for (const wrong of [
      undefined,
      null,
      'a4',
      {},
      { name: 'Page' },
      { name: 1, paper: 'a4' },
      { name: '', paper: 'a3' },
    ])
      expect(await save(wrong)).toEqual({ error: expect.stringContaining('Not a page to save') })
    expect(await save({ name: 'x'.repeat(1001), paper: 'a4' })).toHaveProperty('error')
    expect((await desktop.ask('report', {})).saveDialogs).toEqual([])
    expect(await save(request)).toEqual({ result: { kind: 'cancelled' } })
    expect((await desktop.ask('report', {})).saveDialogs).toHaveLength(1)
  })

  test('remembers the window', async () => {
    await desktop.ask('moveWindow', { x: 40, y: 60, width: 1100, height: 700, maximized: true })
    await desktop.ask('closeWindow', {})
    expect(await desktop.ended).toBe(0)
    desktop = await boot()
    const window = await mainWindow()
    expect(window?.options).toMatchObject({ x: 40, y: 60, width: 1100, height: 700 })
    expect(window?.calls).toEqual(['maximize', 'show'])

    await desktop.ask('moveWindow', { x: 5000, y: 60, width: 1100, height: 700, maximized: false })
    await desktop.stop()
    desktop = await boot()
    const elsewhere = await mainWindow()
    expect(elsewhere?.options).toMatchObject({ width: 1100, height: 700 })
    expect(elsewhere?.options).not.toHaveProperty('x')
  })

  test('offers to reload a page that has crashed', async () => {
    await desktop.ask('answerDialogs', { responses: [0] })
    await desktop.ask('crashPage', { reason: 'crashed' })
    await expect.poll(async () => (await mainWindow())?.calls).toEqual(['show', 'reload'])
  })

  test('comes to the front for a second launch, of its own kind or of the browser host', async () => {
    await desktop.ask('emit', { event: 'second-instance' })
    expect((await mainWindow())?.calls).toEqual(['show', 'show', 'focus'])

    const second = launchDesktop({
      home: place.home,
      dataDir: join(place.home, 'work'),
      env: { FAKE_SECOND_INSTANCE: '1' },
    })
    expect(await second.desktop.ended).toBe(0)
    expect(second.desktop.lines.join()).toContain('already open')

    const other = launchDesktop({ home: place.home, dataDir: join(place.home, 'work') })
    expect(await other.desktop.ended).toBe(0)
    expect((await mainWindow())?.calls).toEqual(['show', 'show', 'focus', 'show', 'focus'])
  })

  test('speaks Russian in menu and dialogs when asked to', async () => {
    expect((await desktop.ask('report', {})).menu.map(({ label }) => label)).toEqual(['File', 'Edit', 'View', 'Help'])
    await desktop.stop()
    desktop = await boot(['--lang', 'ru'])
    expect((await mainWindow())?.address).toBe('app://kurs/?lang=ru')
    const { menu } = await desktop.ask('report', {})
    expect(menu.map(({ label }) => label)).toEqual(['Файл', 'Правка', 'Вид', 'Справка'])
    const edit = menu[1]?.submenu.map(({ role, accelerator }) => role ?? accelerator)
    expect(edit).toEqual(['CmdOrCtrl+Z', 'CmdOrCtrl+Shift+Z', 'cut', 'copy', 'paste', 'selectAll'])
    expect(menu[0]?.submenu.at(-1)).toMatchObject({ role: 'quit', accelerator: 'CmdOrCtrl+Q' })
    await desktop.ask('openWindow', { url: 'https://example.org/' })
    expect((await desktop.ask('report', {})).dialogs[0]?.buttons).toEqual(['Открыть', 'Отмена'])
  })
})

test.describe('the page of the desktop host in a real browser', () => {
  const errors: string[] = []

  async function open(page: Page) {
    errors.length = 0
    page.on('pageerror', (error) => errors.push(String(error)))
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text())
    })
    await openDesktopPage(page, desktop, PRELOAD)
  }

  test('works through the captured scheme under its strict policy', async ({ page }) => {
    await open(page)
    await expect(page.getByRole('button').first()).toBeVisible()
    const response = await page.reload()
    const policy = response?.headers()['content-security-policy'] ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self'")
    expect(policy).not.toMatch(/script-src[^;]*unsafe/)
    await expect(page.getByRole('button').first()).toBeVisible()
    expect(errors).toEqual([])
  })

  test('is given the fixed channels and nothing else', async ({ page }) => {
    await open(page)
    const api = await page.evaluate(() => {
      const given: unknown = Reflect.get(window, 'kursDesktop')
      return given && typeof given === 'object' ? Object.keys(given).sort() : null
    })
    expect(api).toEqual(['onCommand', 'savePdf', 'setTheme'])
    // The page tells its own theme once it stands; the one of this test must come after it.
    await expect(page.getByRole('button').first()).toBeVisible()
    await expect.poll(async () => (await desktop.ask('report', {})).themeSource).toBe('system')
    await page.evaluate(() =>
      (Reflect.get(window, 'kursDesktop') as { setTheme(theme: string): Promise<void> }).setTheme('dark'),
    )
    expect((await desktop.ask('report', {})).themeSource).toBe('dark')
  })

  test('hears the menu', async ({ page }) => {
    await open(page)
    await page.evaluate(() => {
      const api = Reflect.get(window, 'kursDesktop') as {
        onCommand(listener: (...heard: unknown[]) => void): () => void
      }
      const heard: unknown[][] = []
      Reflect.set(window, 'heard', heard)
      Reflect.set(
        window,
        'stopHearing',
        api.onCommand((...args) => heard.push(args)),
      )
    })
    const heard = () => page.evaluate(() => Reflect.get(window, 'heard') as unknown[][])
    expect(await desktop.ask('clickMenu', { label: 'Settings…' })).toEqual({ clicked: true })
    await expect.poll(heard).toEqual([['settings']])
    await page.evaluate(() => (Reflect.get(window, 'stopHearing') as () => void)())
    await desktop.ask('clickMenu', { label: 'Quick add' })
    await page.waitForTimeout(200)
    expect(await heard()).toEqual([['settings']])
  })

  test('refuses crooked paths and requests of a kind that no page of the app makes', async ({ request }) => {
    const status = async (path: string, options: object = {}) =>
      (await request.fetch(desktop.origin + path, options)).status()
    expect(await status('/assets/%252e%252e%252fpackage.json')).toBe(400)
    expect(await status('/assets/..%2f..%2fpackage.json')).toBe(400)
    expect(await status('/rpc/workspace/info')).toBe(405)
    expect(await status('/rpc/workspace/info', { method: 'PUT', data: {} })).toBe(405)
    expect(await status('/rpc/workspace/info', { method: 'POST', form: { a: 1 } })).toBe(415)
    const foreign = { method: 'POST', data: {}, headers: { origin: 'https://example.org' } }
    expect(await status('/rpc/workspace/info', foreign)).toBe(403)
  })
})
