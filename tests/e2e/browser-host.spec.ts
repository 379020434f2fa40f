import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createServer } from 'node:http'
import { type AddressInfo, createServer as createTcpServer } from 'node:net'
import { join, resolve } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { makeHome } from '../electron-fake/boot.ts'

const ROOT = resolve(import.meta.dirname, '../..')

interface Launched {
  child: ChildProcess
  lines: string[]
  complaints: string[]
  /** Resolves with the first address on a line of its own. */
  address: Promise<string>
  ended: Promise<number | null>
}

let place: { home: string; remove(): void }
let launched: Launched[]

test.beforeEach(() => {
  place = makeHome()
  launched = []
})

test.afterEach(async () => {
  for (const { child, ended } of launched) {
    child.kill('SIGKILL')
    await ended
  }
  place.remove()
})

/** Runs the built entry as `npm start` does. */
function launch(args: string[] = ['--no-open'], env: Record<string, string> = {}): Launched {
  const child = spawn(process.execPath, ['out/main/browser.js', '--data-dir', join(place.home, 'work'), ...args], {
    cwd: ROOT,
    env: { PATH: process.env.PATH, HOME: place.home, XDG_RUNTIME_DIR: place.home, LANG: 'en_US.UTF-8', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const lines: string[] = []
  const complaints: string[] = []
  child.stderr.on('data', (part: Buffer) => void complaints.push(...part.toString().split('\n').filter(Boolean)))
  const ended = new Promise<number | null>((done) => {
    child.once('exit', done)
  })
  const address = new Promise<string>((found, reject) => {
    child.stdout.on('data', (part: Buffer) => {
      lines.push(...part.toString().split('\n').filter(Boolean))
      const line = lines.find((text) => /^http:\/\/127\.0\.0\.1:\d+\//.test(text))
      if (line) found(line)
    })
    void ended.then(() => reject(new Error(complaints.join('\n'))))
  })
  address.catch(() => {})
  const result = { child, lines, complaints, address, ended }
  launched.push(result)
  return result
}

/** Something of the app itself, in whatever state a new workspace is. */
const anyButton = (page: Page) => page.getByRole('button').first()
const notSignedIn = (page: Page) => page.getByRole('heading', { name: 'Kurs: not signed in' })

test.describe('the browser host', () => {
  test('signs a browser in by its one-time address, which leaves no trace', async ({ page, context }) => {
    const referers: string[] = []
    page.on('request', (request) => referers.push(request.headers().referer ?? ''))
    const { address, lines } = launch(['--no-open', '--lang', 'en'])
    const code = new URL(await address).hash
    const { origin } = new URL(await address)
    await page.goto(await address)
    await expect(anyButton(page)).toBeVisible()
    expect(page.url()).toBe(`${origin}/?lang=en`)
    expect(await page.evaluate(() => history.length)).toBe(2)
    expect(referers.join()).not.toContain(code.slice(1))

    const [cookie] = await context.cookies()
    expect(cookie).toMatchObject({
      name: `kurs-${new URL(origin).port}`,
      httpOnly: true,
      sameSite: 'Strict',
      path: '/',
    })
    expect(await page.evaluate(() => document.cookie)).toBe('')
    await page.reload()
    await expect(anyButton(page)).toBeVisible()
    expect(lines.filter((line) => line.includes(code))).toHaveLength(1)
  })

  test('shows somebody else how to come in, and lets in by a fresh address only', async ({ page, browser }) => {
    const first = launch()
    const address = await first.address
    await page.goto(address)
    await expect(anyButton(page)).toBeVisible()

    const stranger = await (await browser.newContext()).newPage()
    await stranger.goto(address)
    await expect(notSignedIn(stranger)).toBeVisible()
    await expect(stranger.getByRole('heading', { name: 'Курс: вход не выполнен' })).toBeVisible()
    await stranger.goto(`${new URL(address).origin}/journal`)
    await expect(notSignedIn(stranger)).toBeVisible()

    // A second launch prints an address for them and ends. Pasted into the same tab, it changes the fragment only.
    await stranger.goto(new URL(address).origin)
    await expect(notSignedIn(stranger)).toBeVisible()
    const second = launch()
    expect(await second.ended).toBe(0)
    expect(new URL(await second.address).origin).toBe(new URL(address).origin)
    await stranger.goto(await second.address)
    await expect(anyButton(stranger)).toBeVisible()
    await stranger.context().close()
  })

  test('gives nothing to pages of another port of this computer, though they share its cookies', async ({ page }) => {
    const { address } = launch()
    const { origin } = new URL(await address)
    await page.goto(await address)
    await expect(anyButton(page)).toBeVisible()

    const evil = createServer((_request, response) => {
      response.setHeader('content-type', 'text/html')
      response.end(`<!doctype html><iframe name="target"></iframe>
        <form method="post" enctype="text/plain" target="target" action="${origin}/rpc/journal/create"><input name="x"></form>
        <img src="${origin}/icon.svg"><script src="${origin}/rpc/workspace/info"></script>`)
    })
    await new Promise<void>((done) => evil.listen(0, '127.0.0.1', done))
    // Leaves the app first: answers to its own page that are still on their way are not what is counted.
    await page.goto('about:blank')
    const statuses: number[] = []
    page.on('response', (response) => {
      if (response.url().startsWith(origin)) statuses.push(response.status())
    })
    await page.goto(`http://127.0.0.1:${(evil.address() as AddressInfo).port}/`)
    const read = await page.evaluate(async (target) => {
      document.forms[0]?.submit()
      const body = JSON.stringify({ json: { fields: { title: 'evil' } } })
      const json = { 'content-type': 'application/json' }
      const attempts = [
        fetch(`${target}/rpc/journal/create`, { method: 'POST', mode: 'no-cors', credentials: 'include', body }),
        fetch(`${target}/rpc/journal/create`, { method: 'POST', credentials: 'include', headers: json, body }),
        fetch(`${target}/events`, { credentials: 'include' }),
        fetch(`${target}/rpc/workspace/info`, { mode: 'no-cors', credentials: 'include' }),
      ]
      const results = await Promise.allSettled(attempts)
      return results.map((result) => (result.status === 'fulfilled' ? result.value.type : 'failed'))
    }, origin)
    // Not even an opaque answer: the host forbids other origins to use what it sends.
    expect(read).toEqual(['failed', 'failed', 'failed', 'failed'])
    // The answers a browser tells about: the form's, at least.
    await expect.poll(() => statuses).toContain(403)
    expect(statuses.filter((status) => status < 400)).toEqual([])
    evil.close()
  })

  test('lets the next launch in after a kill, and stops in good order when told to', async ({ page }) => {
    const first = launch()
    await first.address
    first.child.kill('SIGKILL')
    await first.ended
    const second = launch()
    await page.goto(await second.address)
    await expect(anyButton(page)).toBeVisible()
    second.child.kill('SIGINT')
    expect(await second.ended).toBe(0)
    expect(second.complaints).toEqual([])
  })

  test('goes on when nobody reads its words any more', async ({ page }) => {
    const first = launch()
    first.child.stdout?.destroy()
    first.child.stderr?.destroy()
    await expect.poll(() => existsSync(join(place.home, 'work', 'owner.json'))).toBe(true)
    const second = launch()
    await page.goto(await second.address)
    await expect(anyButton(page)).toBeVisible()
    expect(await second.ended).toBe(0)
    expect(first.child.exitCode).toBeNull()
  })

  test('has one owner when two are launched at once; the other prints its address', async () => {
    const both = [launch(), launch()]
    const addresses = await Promise.all(both.map(({ address }) => address))
    expect(new Set(addresses.map((address) => new URL(address).origin)).size).toBe(1)
    expect(new Set(addresses).size).toBe(2)
    const codes = await Promise.all(both.map(({ ended }) => Promise.race([ended, pause(3_000)])))
    expect(codes.filter((code) => code === 0)).toHaveLength(1)
  })

  test('says in one line what is wrong with its options', async () => {
    const taken = createTcpServer()
    await new Promise<void>((done) => taken.listen(0, '127.0.0.1', done))
    const { port } = taken.address() as AddressInfo
    const wrong: [string[], number, string][] = [
      [['--port', String(port)], 1, `Порт ${port} занять не удалось: EADDRINUSE.`],
      [['--port', 'x'], 2, '--port — целое число от 1 до 65535, а не «x».'],
      [['--prot=1'], 2, 'Неизвестный параметр --prot. Может быть, --port? Справка: --help.'],
    ]
    for (const [args, code, text] of wrong) {
      const run = launch([...args, '--lang', 'ru'])
      expect(await run.ended).toBe(code)
      expect(run.complaints).toEqual([text])
    }
    taken.close()
    const help = launch(['--help'])
    expect(await help.ended).toBe(0)
    expect(help.lines.join('\n')).toContain('--data-dir DIR')
  })
})

function pause(time: number): Promise<'running'> {
  return new Promise((done) => setTimeout(() => done('running'), time))
}
