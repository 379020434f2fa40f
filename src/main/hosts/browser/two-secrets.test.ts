import { createHash, createHmac } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { attachmentAddress } from '#shared/contract/attachments.ts'
import { DOWNLOAD_TIME, downloadClaim, withProof } from '#shared/contract/downloads.ts'
import { ARCHIVE_EXPORT_PATH, ARCHIVE_IMPORT_PATH, csvExportAddress } from '#shared/contract/exchange-paths.ts'
import type { SessionHeaders, TestHost } from '../../../../tests/hosts/test-host.ts'
import { startTestHost } from '../../../../tests/hosts/test-host.ts'

let test: TestHost
let session: SessionHeaders

beforeEach(async () => {
  test = await startTestHost()
  session = await test.signIn()
})

afterEach(() => test.stop())

const uid = '019b0000-0000-7000-8000-000000000001'
const DOWNLOADS = [
  attachmentAddress({ uid, updatedAt: 5 }),
  ARCHIVE_EXPORT_PATH,
  csvExportAddress('journal', { language: 'ru', spreadsheet: true }),
]
const READS = ['/events', '/attachments', '/export', '/export/csv/journal', '/import/archive', ...DOWNLOADS]
const UPLOADS = ['/attachments', ARCHIVE_IMPORT_PATH]

/** The proof as the page makes it. */
function prove(address: string, key: string, until = Date.now() + DOWNLOAD_TIME - 1_000, claimed = address): string {
  const secret = createHash('sha256').update(key).digest()
  return withProof(
    address,
    until,
    createHmac('sha256', secret).update(downloadClaim(claimed, until)).digest('base64url'),
  )
}

const upload = (headers: Record<string, string>) =>
  test.json({ ...headers, 'content-type': 'application/octet-stream', 'x-kurs-upload': '1' })

describe('the cookie alone, which every port of this address is sent', () => {
  it('opens no procedure, upload, stream or download', async () => {
    const { cookie } = session
    expect((await test.send('POST', '/rpc/workspace/info', test.json({ cookie }), '{}')).status).toBe(401)
    for (const path of UPLOADS) expect((await test.send('POST', path, upload({ cookie }), 'x')).status, path).toBe(401)
    for (const path of READS)
      for (const method of ['GET', 'HEAD']) expect((await test.send(method, path, { cookie })).status, path).toBe(401)
    expect((await test.send('GET', '/session', { cookie })).status).toBe(401)
    expect(test.asked).toEqual([])
  })

  it('shows the page, and nothing else whatever its path is called', async () => {
    const paths = ['/journal', '/skills/x?a=b', '/exports', '/rpcx', '/backups/kurs.sqlite', '/owner.json']
    for (const path of paths) expect((await test.send('GET', path, { cookie: session.cookie })).status, path).toBe(200)
    expect(test.asked.map(({ line }) => line)).toEqual(paths.map(() => 'GET /'))
    expect((await test.send('GET', '/assets/a.js', { cookie: session.cookie })).status).toBe(200)
    expect(test.asked.at(-1)?.line).toBe('GET /assets/a.js')
  })

  it('is of no use with a key that was guessed, or that of another session', async () => {
    const other = await test.signIn()
    for (const key of ['', 'x', session['x-kurs-key'].slice(1), other['x-kurs-key'], session.cookie]) {
      const headers = test.json({ cookie: session.cookie, 'x-kurs-key': key })
      expect((await test.send('POST', '/rpc/workspace/info', headers, '{}')).status, key).toBe(401)
    }
  })
})

describe('the key alone', () => {
  it('opens nothing either', async () => {
    const key = { 'x-kurs-key': session['x-kurs-key'] }
    expect((await test.send('POST', '/rpc/workspace/info', test.json(key), '{}')).status).toBe(401)
    for (const path of DOWNLOADS) expect((await test.send('GET', prove(path, key['x-kurs-key']))).status).toBe(401)
    expect(test.asked).toEqual([])
  })
})

describe('both together', () => {
  it('open everything, and go no further than the host', async () => {
    expect((await test.send('POST', '/rpc/workspace/info', test.json(session), '{}')).status).toBe(200)
    for (const path of UPLOADS) expect((await test.send('POST', path, upload(session), 'x')).status).toBe(200)
    for (const path of DOWNLOADS) expect((await test.send('GET', path, session)).status).toBe(200)
    const seen = JSON.stringify(test.asked)
    for (const secret of [session.cookie.split('=')[1], session['x-kurs-key']]) expect(seen).not.toContain(secret)
  })
})

describe('the address of a download', () => {
  const get = (address: string) => test.send('GET', address, { cookie: session.cookie })

  it('is opened by its proof, for some minutes', async () => {
    for (const path of DOWNLOADS) expect((await get(prove(path, session['x-kurs-key']))).status, path).toBe(200)
    expect(test.asked).toHaveLength(DOWNLOADS.length)
  })

  it('is opened by no other proof', async () => {
    const key = session['x-kurs-key']
    const [path = '', other = ''] = DOWNLOADS
    const good = prove(path, key)
    const wrong = [
      prove(path, key, Date.now() - 1),
      prove(path, key, Date.now() + 2 * DOWNLOAD_TIME),
      prove(path, 'x'),
      prove(other, key, undefined, path),
      good.replace(uid, uid.replace('1', '2')),
      `${good}&more=1`,
      good.replace('?v=5', '?v=6'),
      good.replace(/(?<=proof=)./, (sign) => (sign === '_' ? '-' : '_')),
      good.slice(0, -1),
    ]
    for (const address of wrong) expect((await get(address)).status, address).toBe(401)
    expect(
      (await test.send('POST', prove('/rpc/workspace/info', key), test.json({ cookie: session.cookie }), '{}')).status,
    ).toBe(200)
    expect(test.asked).toHaveLength(1)
  })

  it('says to a person that it is no longer good', async () => {
    const [path = ''] = DOWNLOADS
    const answer = await test.send('GET', prove(path, session['x-kurs-key'], 1), {
      cookie: session.cookie,
      accept: 'text/html',
    })
    expect(answer.text).toContain('больше не действует')
    expect(answer.text).toContain('no longer valid')
  })
})
