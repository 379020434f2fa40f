import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { startPlan } from './support/seed.ts'
import { expect, test } from './support/test.ts'

test.describe('the two secrets of a page', () => {
  test('another port of this computer is sent the cookie, and can do nothing with it', async ({
    page,
    kurs,
    guard,
  }) => {
    await startPlan(kurs, 'en')
    await kurs.signIn(page.context())
    await page.goto(`${kurs.origin}/journal`)
    await expect(page.getByRole('main')).toBeVisible()

    let stolen = ''
    const evil = createServer((request, response) => {
      stolen ||= request.headers.cookie ?? ''
      response.setHeader('content-type', 'text/html')
      response.end('<!doctype html><title>Evil</title>')
    })
    await new Promise<void>((done) => evil.listen(0, '127.0.0.1', done))
    guard.allow(/request: http:\/\/127\.0\.0\.1/)
    guard.allow(/favicon/)
    const other = await page.context().newPage()
    await other.goto(`http://127.0.0.1:${(evil.address() as AddressInfo).port}/`)
    expect(stolen).toBe(kurs.session.cookie)
    expect(await other.evaluate(() => localStorage.length)).toBe(0)
    evil.close()

    // Whatever the thief sends from outside of a browser, with headers as the page would have them.
    const headers = { cookie: stolen, origin: kurs.origin, 'sec-fetch-site': 'same-origin' }
    const ask = (path: string, init: RequestInit = {}) =>
      fetch(kurs.origin + path, { ...init, headers: { ...headers, ...init.headers } }).then(({ status }) => status)
    const json = { 'content-type': 'application/json' }
    const octets = { 'content-type': 'application/octet-stream', 'x-kurs-upload': '1' }
    expect([
      await ask('/rpc/workspace/info', { method: 'POST', headers: json, body: '{"json":{}}' }),
      await ask('/attachments', { method: 'POST', headers: octets, body: 'x' }),
      await ask('/import/archive', { method: 'POST', headers: octets, body: 'x' }),
      await ask('/events'),
      await ask('/export/archive'),
      await ask('/export/csv/journal?lang=en'),
      await ask('/attachments/019b0000-0000-7000-8000-000000000001'),
    ]).toEqual(Array(7).fill(401))
  })

  test('a reload, a second tab and changes made in it need no new address', async ({ page, kurs, open }) => {
    await kurs.openIn(page)
    await startPlan(kurs, 'en')
    await open('/journal')
    await page.reload()
    await expect(page.getByRole('main')).toBeVisible()
    const second = await page.context().newPage()
    await second.goto(`${kurs.origin}/journal`)
    const { uid } = await kurs.call('journal/create', { fields: { title: 'Told to both tabs', day: '2026-01-05' } })
    for (const tab of [page, second]) await expect(tab.getByText('Told to both tabs')).toBeVisible()
    await kurs.call('journal/remove', { uid })
    for (const tab of [page, second]) await expect(tab.getByText('Told to both tabs')).toBeHidden()
  })

  test('files are downloaded by plain links, which do not work for ever', async ({ page, kurs, open, guard }) => {
    await kurs.openIn(page)
    await startPlan(kurs, 'en')
    await open('/settings')
    for (const [name, content] of [
      ['Download the archive', '"kurs-archive"'],
      ['Download the table', 'Id'],
    ] as const) {
      const link = page.getByRole('link', { name })
      await expect(link).toHaveAttribute('href', /proof=[\w-]{43}$/)
      const [download] = await Promise.all([page.waitForEvent('download'), link.click()])
      expect(await readFile(await download.path(), 'utf8')).toContain(content)
    }
    guard.allow(/401/)
    const old = await page.context().newPage()
    await old.goto(`${kurs.origin}/export/archive?until=5&proof=${'x'.repeat(43)}`)
    await expect(old.getByRole('heading', { name: 'Kurs: the address is no longer valid' })).toBeVisible()
  })

  test('after a restart on the same port the fresh address lets an open page in again', async ({
    page,
    kurs,
    open,
    guard,
  }) => {
    guard.allow(/401|ERR_/)
    await kurs.openIn(page)
    await startPlan(kurs, 'en')
    await open('/journal')
    await kurs.stop()
    await kurs.startAgain()
    const second = await page.context().newPage()
    await kurs.openIn(second)
    // The page that was open before has the new key too, and hears of changes.
    await kurs.call('journal/create', { fields: { title: 'After the restart', day: '2026-01-05' } })
    await expect(page.getByText('After the restart')).toBeVisible({ timeout: 15_000 })
  })
})
