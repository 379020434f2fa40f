import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { bootDesktop, type FakeDesktop, launchDesktop, makeHome } from '../electron-fake/boot.ts'
import type { MenuEntry } from '../electron-fake/messages.ts'

/** The window of the desktop host and what the system draws around it: menus, dialogs, icon. */
let place: { home: string; remove(): void }
let desktop: FakeDesktop | null = null

test.beforeEach(() => {
  place = makeHome()
})

test.afterEach(async () => {
  await desktop?.stop()
  desktop = null
  place.remove()
})

const launch = (env: Record<string, string> = {}, args: string[] = []) => {
  const launched = launchDesktop({ home: place.home, dataDir: join(place.home, 'work'), env, args })
  desktop = launched.desktop
  return launched.desktop
}

async function boot(args: string[] = []): Promise<FakeDesktop> {
  await desktop?.stop()
  desktop = await bootDesktop({ home: place.home, dataDir: join(place.home, 'work'), args })
  return desktop
}

const report = (of: FakeDesktop) => of.ask('report', {})

test.describe('the window is shown', () => {
  for (const [load, patience] of [
    ['unpainted', 5_000],
    ['failing', 5_000],
    ['stuck', 15_000],
  ] as const) {
    test(`whatever its page does: ${load}`, async () => {
      const hidden = launch({ FAKE_LOAD: load, FAKE_DIALOGS: 'open' })
      await expect.poll(() => hidden.lines, { timeout: patience + 25_000 }).toEqual(['kurs-up', 'kurs-ready'])
      const { windows, errorBoxes } = await report(hidden)
      expect(windows.map(({ isVisible, calls }) => ({ isVisible, calls }))).toEqual([
        { isVisible: true, calls: ['show'] },
      ])
      expect(errorBoxes).toEqual([])
    })
  }

  test('and offers to try again when the page cannot be loaded', async () => {
    const failing = launch({ FAKE_LOAD: 'failing', FAKE_DIALOGS: 'open' })
    await expect.poll(() => failing.lines).toContain('kurs-ready')
    expect((await report(failing)).dialogs).toEqual([
      expect.objectContaining({ message: 'The window could not be loaded', buttons: ['Reload', 'Close window'] }),
    ])
    await failing.ask('answerDialogs', { responses: [0] })
    await expect.poll(async () => (await report(failing)).windows[0]?.calls).toEqual(['show', 'reload'])
  })
})

test.describe('the language', () => {
  test('that was chosen is that of the first menu, of dialogs and of the page, and follows the settings', async () => {
    const first = await boot()
    expect((await report(first)).menus).toEqual(['File'])
    await first.call('workspace/saveSettings', { language: 'ru' })
    expect((await report(first)).menus).toEqual(['File', 'Файл'])

    // A language on the command line is for the time before one was chosen.
    for (const args of [[], ['--lang', 'en']]) {
      const again = await boot(args)
      const { menus, windows } = await report(again)
      expect(menus).toEqual(['Файл'])
      expect(windows[0]?.address).toBe('app://kurs/?lang=ru')
      await again.ask('openWindow', { url: 'https://example.org/' })
      expect((await report(again)).dialogs[0]?.buttons).toEqual(['Открыть', 'Отмена'])
    }
  })

  test('is also that of words that come before the workspace can be opened', async () => {
    const first = await boot()
    await first.call('workspace/saveSettings', { language: 'ru' })
    await first.stop()
    writeFileSync(join(place.home, 'work/kurs.sqlite'), 'x'.repeat(8192))
    const damaged = launch()
    expect(await damaged.ended).toBe(1)
    expect(damaged.complaints.join('\n')).toContain('повреждена')
  })
})

const visible = (items: MenuEntry[]): MenuEntry[] => items.flatMap((item) => [item, ...visible(item.submenu)])

test.describe('the menu', () => {
  test('says everything in the language, the tools of developers too', async () => {
    const items = visible((await report(await boot(['--lang', 'ru']))).menu)
    expect(items.length).toBeGreaterThan(20)
    expect(items.filter(({ label }) => !/[а-яё]/i.test(label ?? ''))).toEqual([])
    expect(items.map(({ role }) => role)).toContain('toggleDevTools')
  })

  test('zooms by all keys that people know for it', async () => {
    const zoomed = await boot()
    const level = async () => (await report(zoomed)).windows[0]?.zoomLevel
    const press = (key: string) => zoomed.ask('pressKeys', { keys: `CmdOrCtrl+${key}` })
    for (const key of ['=', 'Plus', 'numadd']) expect(await press(key), key).toEqual({ role: 'zoomIn' })
    expect(await level()).toBe(1.5)
    for (const key of ['-', 'numsub']) expect(await press(key), key).toEqual({ role: 'zoomOut' })
    expect(await level()).toBe(0.5)
    for (const key of ['0', 'num0']) expect(await press(key), key).toEqual({ role: 'resetZoom' })
    expect(await level()).toBe(0)
  })

  test('leaves the keys of undo to the page', async () => {
    const quiet = await boot()
    for (const keys of ['CmdOrCtrl+Z', 'CmdOrCtrl+Shift+Z']) expect(await quiet.ask('pressKeys', { keys })).toBeNull()
  })

  test('tells about Kurs and its version; the window has its icon', async () => {
    const { name, about, windows, menu } = await report(await boot())
    expect(name).toBe('Kurs')
    expect(about).toEqual({
      applicationName: 'Kurs',
      applicationVersion: expect.stringMatching(/^\d+\.\d+\.\d+$/),
      iconPath: expect.stringMatching(/icon\.png$/),
    })
    expect(visible(menu).some(({ role, label }) => role === 'about' && label === 'About Kurs')).toBe(true)
    expect(windows[0]?.options.icon).toBe(about.iconPath)
    expect(existsSync(about.iconPath ?? '')).toBe(true)
  })
})

test.describe('the menu of the right button', () => {
  const can = { canUndo: true, canRedo: false, canCut: true, canCopy: true, canPaste: true, canSelectAll: true }

  test('offers what can be done with a field, in the language', async () => {
    const clicked = await boot(['--lang', 'ru'])
    const editFlags = { ...can, canDelete: true, canEditRichly: false }
    await clicked.ask('rightClick', {
      params: { isEditable: true, editFlags, x: 30, y: 40, menuSourceType: 'keyboard' },
    })
    const { popups } = await report(clicked)
    expect(popups).toHaveLength(1)
    // By the key there is no pointer to open at.
    expect(popups[0]?.at).toEqual({ x: 30, y: 40, source: 'keyboard' })
    expect(popups[0]?.items.map(({ label, role, isEnabled }) => [label, role, isEnabled])).toEqual([
      ['Отменить', 'undo', true],
      ['Повторить', 'redo', false],
      ['Вырезать', 'cut', true],
      ['Копировать', 'copy', true],
      ['Вставить', 'paste', true],
      ['Выделить всё', 'selectAll', true],
    ])
  })

  test('offers to copy a selection or a link, right spellings, and nothing on a blank place or a link within Kurs', async () => {
    const clicked = await boot()
    for (const params of [
      {},
      { linkURL: 'app://kurs/journal' },
      { linkURL: 'javascript:alert(1)' },
      { selectionText: ' ' },
    ])
      await clicked.ask('rightClick', { params })
    expect((await report(clicked)).popups).toEqual([])

    await clicked.ask('rightClick', { params: { selectionText: 'some words', linkURL: 'https://example.org/a?b=c' } })
    expect((await report(clicked)).popups[0]?.items.map(({ label }) => label)).toEqual(['Copy', 'Copy link'])
    await clicked.ask('clickPopup', { label: 'Copy link' })
    expect((await report(clicked)).copied).toEqual(['https://example.org/a?b=c'])

    const misspelled = { isEditable: true, misspelledWord: 'wrod', dictionarySuggestions: ['word', 'rod'] }
    await clicked.ask('rightClick', { params: misspelled })
    await clicked.ask('clickPopup', { label: 'word' })
    expect((await report(clicked)).windows[0]?.replaced).toEqual(['word'])
    await clicked.ask('rightClick', { params: { ...misspelled, dictionarySuggestions: [] } })
    expect((await report(clicked)).popups.at(-1)?.items[0]).toMatchObject({ label: 'No suggestions', isEnabled: false })
  })
})

test('a download is asked about by name, in the folder used last, and a failed one is told', async () => {
  const saving = await boot(['--lang', 'ru'])
  const url = 'app://kurs/export/archive'
  const download = (name: string, state: 'completed' | 'interrupted' | 'cancelled', savedAs = '') =>
    saving.ask('download', { name, url, state, savedAs })
  expect(await download('kurs-2026-11-27.json', 'completed', join(place.home, 'Архив', 'мой.json'))).toEqual({
    title: 'Сохранить как',
    defaultPath: join(place.home, 'Downloads/kurs-2026-11-27.json'),
    filters: [{ name: 'JSON', extensions: ['json'] }],
  })
  expect(await download('kurs.csv', 'cancelled')).toMatchObject({ defaultPath: join(place.home, 'Архив/kurs.csv') })
  expect((await report(saving)).dialogs).toEqual([])
  expect(await download('файл без расширения', 'interrupted')).toMatchObject({ filters: [] })
  await expect
    .poll(async () => (await report(saving)).dialogs)
    .toEqual([expect.objectContaining({ message: 'Не удалось сохранить «файл без расширения»' })])
})
