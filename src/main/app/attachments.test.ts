import { randomUUID } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { listAttachments, removeAttachment, renameAttachment } from '#main/features/attachments/attachments-store.ts'
import { createItem, removeItem } from '#main/store/engine/items.ts'
import { undo } from '#main/store/engine/undo.ts'
import { activityEntity } from '#main/store/entities/journal.ts'
import { attachmentPath } from '#main/store/files/attachment-files.ts'
import { workspaceFiles } from '#main/store/files/workspace-files.ts'
import { openWorkspace, type Workspace } from '#main/store/open-workspace.ts'
import { type AttachmentUpload, attachmentAddress, decodeUpload, encodeUpload } from '#shared/contract/attachments.ts'
import { encodePiece, PIECE_HEADER, UPLOAD_HEADER } from '#shared/contract/transport.ts'
import { ATTACHMENT_LIMIT } from '#shared/model/attachment.ts'
import { onePiece } from '../../../tests/fixtures/one-piece.ts'
import { handleAttachment } from './attachments.ts'
import type { AppContext } from './context.ts'
import { createUploadPieces } from './upload-pieces.ts'

let dir: string
let workspace: Workspace
let context: AppContext
let owner: string

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'kurs-attachments-'))
  const opened = openWorkspace(dir, 'browser', Date.now)
  if (opened.kind !== 'open') throw new Error(opened.kind)
  workspace = opened.workspace
  const options = { workspace, rendererDir: '', clock: Date.now, version: '0', powers: {}, host: 'browser' } as const
  context = { workspace, store: workspace.store, options, uploads: createUploadPieces() }
  owner = createItem(workspace.store, activityEntity, { fields: { title: 'a', day: '2026-11-01' } }).uid
})

afterEach(() => {
  workspace.close()
  rmSync(dir, { recursive: true })
})

const post = (header: string | null, body: RequestInit['body'], extra: Record<string, string> = {}) => {
  const piece = onePiece(typeof body === 'string' ? Buffer.byteLength(body) : 9)
  const type = { 'content-type': 'application/octet-stream' }
  const headers = { ...type, ...piece, ...(header && { [UPLOAD_HEADER]: header }), ...extra }
  const init: RequestInit = { method: 'POST', headers, body: body ?? null, duplex: 'half' }
  return handleAttachment(new Request('http://kurs/attachments', init), context)
}

const upload = (content: string, more: Partial<AttachmentUpload> = {}) =>
  post(
    encodeUpload({ uid: uuidv7(), ownerUid: owner, name: 'Диплом.pdf', mediaType: 'application/pdf', ...more }),
    content,
  )

const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  handleAttachment(new Request(`http://kurs${path}`, { method, headers }), context)

const attached = () => listAttachments(workspace.store, { ownerUid: owner })

describe('uploading', () => {
  it('keeps the content under its hash before the row names it', async () => {
    const response = await upload('content')
    expect(response.status).toBe(201)
    const [file] = attached()
    expect(await response.json()).toMatchObject({ uid: file?.uid })
    expect(file).toMatchObject({ name: 'Диплом.pdf', mediaType: 'application/pdf', size: 7, ownerUid: owner })
    expect(readFileSync(attachmentPath(dir, file?.hash ?? ''), 'utf8')).toBe('content')
    expect(readdirSync(workspaceFiles(dir).staging)).toEqual([])
  })

  it('puts the pieces together that a page cuts a file in, and attaches it with the last one', async () => {
    const header = encodeUpload({ uid: uuidv7(), ownerUid: owner, name: 'a.txt', mediaType: 'text/plain' })
    const uploadId = randomUUID()
    const piece = (offset: number, content: string) =>
      post(header, content, { [PIECE_HEADER]: encodePiece({ uploadId, offset, size: 7 }) })
    expect((await piece(0, 'con')).status).toBe(202)
    expect(attached()).toEqual([])
    const last = await piece(3, 'tent')
    expect(last.status).toBe(201)
    const [file] = attached()
    expect(await last.json()).toMatchObject({ uid: file?.uid })
    expect(readFileSync(attachmentPath(dir, file?.hash ?? ''), 'utf8')).toBe('content')
    expect(readdirSync(workspaceFiles(dir).staging)).toEqual([])
  })

  it('keeps equal content once, and mends it when it was damaged', async () => {
    await upload('content')
    await upload('content', { name: 'again.txt' })
    const [first, second] = attached()
    expect(second?.hash).toBe(first?.hash)
    writeFileSync(attachmentPath(dir, first?.hash ?? ''), 'damage!')
    await upload('content', { name: 'third.txt' })
    expect(readFileSync(attachmentPath(dir, first?.hash ?? ''), 'utf8')).toBe('content')
  })

  it.each([
    ['../../evil.sh', 'evil.sh'],
    ['CON.txt', '_CON.txt'],
    ['invoice\u202efdp.exe', 'invoicefdp.exe'],
    [`${'x'.repeat(1000)}.pdf`, `${'x'.repeat(196)}.pdf`],
    ['<img src=x onerror=alert(1)>', '_img src=x onerror=alert(1)_'],
  ])('makes the name %j harmless', async (name, expected) => {
    expect((await upload('x', { name })).status).toBe(201)
    expect(attached()[0]?.name).toBe(expected)
  })

  it('is attached once, however often it is repeated with the same uid, with the content sent last', async () => {
    const uid = uuidv7()
    const first = await (await upload('content', { uid })).json()
    const again = await upload('content', { uid })
    expect([again.status, await again.json()]).toEqual([201, first])
    expect(attached()).toHaveLength(1)
    expect(await (await upload('edited since', { uid })).json()).toMatchObject({ uid })
    expect(attached()).toMatchObject([{ uid, size: 12 }])
  })

  it('refuses an unknown owner before it takes the content', async () => {
    expect((await upload('x', { ownerUid: '019aaaaa-0000-7000-8000-000000000009' })).status).toBe(404)
    expect(existsSync(workspaceFiles(dir).attachments)).toBe(false)
  })

  it('refuses too much, said beforehand or found out on the way, and leaves nothing', async () => {
    const header = encodeUpload({ uid: uuidv7(), ownerUid: owner, name: 'a', mediaType: '' })
    const said = await post(header, 'x', onePiece(ATTACHMENT_LIMIT + 1))
    expect([said.status, await said.json()]).toMatchObject([409, { json: { data: { reason: 'file-too-large' } } }])
    let sent = 0
    const chunk = new Uint8Array(4 << 20)
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += chunk.length
        controller.enqueue(chunk)
      },
    })
    expect((await post(header, endless)).status).toBe(422)
    expect(sent).toBeLessThan(16 << 20)
    await context.uploads.close()
    expect(readdirSync(workspaceFiles(dir).staging)).toEqual([])
    expect(attached()).toEqual([])
  })

  it('leaves nothing when the sender goes away', async () => {
    const broken = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(new Uint8Array(100)),
      pull: (controller) => controller.error(new Error('gone')),
    })
    const header = encodeUpload({ uid: uuidv7(), ownerUid: owner, name: 'a', mediaType: '' })
    expect((await post(header, broken, onePiece(1000))).status).toBe(500)
    await context.uploads.close()
    expect(readdirSync(workspaceFiles(dir).staging)).toEqual([])
    expect(attached()).toEqual([])
  })

  it('keeps what the header carries through encoding', () => {
    const sent = { uid: uuidv7(), ownerUid: owner, name: 'ё "%,;\r\n', mediaType: 'text/plain' }
    expect(encodeUpload(sent)).toMatch(/^[\x21-\x7e]+$/)
    expect(decodeUpload(encodeUpload(sent))).toEqual(sent)
  })
})

describe('downloading', () => {
  it('answers the content as a file that can do nothing', async () => {
    await upload('<script>alert(1)</script>', { name: 'page "x".html', mediaType: 'text/html' })
    const [file] = attached()
    const response = await get(attachmentAddress(file ?? { uid: '', updatedAt: 0 }))
    expect(await response.text()).toBe('<script>alert(1)</script>')
    const headers = Object.fromEntries(response.headers)
    expect(headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-length': '25',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
      'cache-control': 'private, max-age=31536000, immutable',
    })
    expect(headers['content-disposition']).toMatch(/^attachment; filename="page _x_.html"; filename\*=UTF-8''/)
    const again = await get(`/attachments/${file?.uid}`, { 'if-none-match': headers.etag ?? '' })
    expect(again.status).toBe(304)
    const head = await get(`/attachments/${file?.uid}`, {}, 'HEAD')
    expect([head.headers.get('content-length'), await head.text()]).toEqual(['25', ''])
  })

  it.each([
    ['image/png', 'image/png'],
    ['IMAGE/PNG', 'image/png'],
    ['image/svg+xml', 'application/octet-stream'],
    ['text/html\r\nx: y', 'application/octet-stream'],
    ['', 'application/octet-stream'],
  ])('serves %j as %s', async (mediaType, expected) => {
    await upload('x', { mediaType })
    expect((await get(`/attachments/${attached()[0]?.uid}`)).headers.get('content-type')).toBe(expected)
  })

  it.each(['/attachments/', '/attachments/../kurs.sqlite', '/attachments/x', `/attachments/${'0'.repeat(64)}`])(
    'finds nothing at %s',
    async (path) => {
      expect((await get(path)).status).toBe(404)
    },
  )

  it('says so when the content is gone or cut', async () => {
    await upload('content')
    const [file] = attached()
    writeFileSync(attachmentPath(dir, file?.hash ?? ''), 'cut')
    expect((await get(`/attachments/${file?.uid}`)).status).toBe(507)
  })

  it('takes no other method', async () => {
    expect((await get('/attachments/x', {}, 'DELETE')).status).toBe(405)
  })
})

describe('renaming and removing', () => {
  it('changes the row alone and is taken back', async () => {
    await upload('content')
    const [file] = attached()
    const uid = file?.uid ?? ''
    renameAttachment(workspace.store, { uid, name: '../new.pdf' })
    expect(attached()[0]?.name).toBe('new.pdf')
    removeAttachment(workspace.store, { uid })
    expect(attached()).toEqual([])
    expect(existsSync(attachmentPath(dir, file?.hash ?? ''))).toBe(true)
    undo(workspace.store)
    expect((await get(`/attachments/${uid}`)).status).toBe(200)
  })

  it('goes with its owner and comes back with it', async () => {
    await upload('content')
    removeItem(workspace.store, activityEntity, { uid: owner })
    undo(workspace.store)
    expect(attached()).toHaveLength(1)
  })
})
