import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { encodePiece, PIECE_HEADER } from '#shared/contract/transport.ts'
import { Failure } from '#shared/model/failure.ts'
import { createUploadPieces, type UploadPieces } from './upload-pieces.ts'

const LIMIT = 1000
let uploads: UploadPieces
/** The content each upload's work received; null while it runs, or the error it ended with. */
let taken: (string | Error | null)[]

beforeEach(() => {
  uploads = createUploadPieces()
  taken = []
})

afterEach(async () => {
  vi.useRealTimers()
  await uploads.close()
})

async function take(content: AsyncIterable<Uint8Array>): Promise<string> {
  const index = taken.push(null) - 1
  const parts: Uint8Array[] = []
  try {
    for await (const part of content) parts.push(part)
    const text = Buffer.concat(parts).toString()
    taken[index] = text
    return text
  } catch (error) {
    taken[index] = error as Error
    throw error
  }
}

const request = (body: string, header?: string) =>
  new Request('http://kurs/attachments', {
    method: 'POST',
    body: body === '' ? null : body,
    headers: header === undefined ? {} : { [PIECE_HEADER]: header },
  })

const send = (uploadId: string, offset: number, size: number, body: string, work = take) =>
  uploads.receive(request(body, encodePiece({ uploadId, offset, size })), LIMIT, work)

const failure = (promise: Promise<unknown>) =>
  promise.then(
    () => 'no failure',
    (error: unknown) => (error instanceof Failure ? JSON.stringify([error.code, error.data]) : String(error)),
  )

describe('an upload', () => {
  it('may be empty, but names its piece', async () => {
    expect(await failure(uploads.receive(request('content'), LIMIT, take))).toContain('upload.invalid')
    expect(await send(randomUUID(), 0, 0, '')).toEqual({ result: '' })
    expect(taken).toEqual([''])
  })

  it('comes out as it was cut, wherever that was, and whichever pieces come twice or half', async () => {
    const cuts = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 12 })
    await fc.assert(
      fc.asyncProperty(cuts, fc.array(fc.nat(2)), async (lengths, repeats) => {
        const content = lengths.map((length, index) => String.fromCharCode(97 + (index % 26)).repeat(length)).join('')
        const id = randomUUID()
        let offset = 0
        let answer = null
        for (const [index, length] of lengths.entries()) {
          const piece = content.slice(offset, offset + length)
          // 1: the answer was lost, so the piece is sent again; 2: the piece broke off half-way at first.
          if (repeats[index] === 2) await send(id, offset, content.length, piece.slice(0, length >> 1))
          if (repeats[index] === 1) await send(id, offset, content.length, piece)
          answer = await send(id, offset, content.length, piece)
          offset += length
        }
        expect(answer).toEqual({ result: content })
      }),
      { numRuns: 100 },
    )
  })

  it('is taken once, also when its last piece comes again', async () => {
    const id = randomUUID()
    await send(id, 0, 6, 'abc')
    expect(await Promise.all([send(id, 3, 6, 'def'), send(id, 3, 6, 'def')])).toEqual([
      { result: 'abcdef' },
      { result: 'abcdef' },
    ])
    expect(taken).toEqual(['abcdef'])
  })

  it('fails with what its work says, at once and for the pieces after', async () => {
    const refuse = async (): Promise<string> => {
      throw new Failure('STORAGE', { reason: 'full' })
    }
    const id = randomUUID()
    const long = 'x'.repeat(900)
    expect(await failure(send(id, 0, 1000, long, refuse))).toBe('["STORAGE",{"reason":"full"}]')
    expect(await failure(send(id, 900, 1000, 'y'.repeat(100), refuse))).toBe('["STORAGE",{"reason":"full"}]')
  })

  it('is refused before anything is read when it says that it is too large', async () => {
    const tooLarge = '["REFUSED",{"reason":"file-too-large"}]'
    expect(await failure(send(randomUUID(), 0, LIMIT + 1, 'abc'))).toBe(tooLarge)
    expect(taken).toEqual([])
  })

  it('takes no piece with a gap before it, past its end, of another size, or without its beginning', async () => {
    const id = randomUUID()
    await send(id, 0, 9, 'abc')
    for (const [offset, size, body] of [
      [4, 9, 'e'],
      [3, 9, 'defghijk'],
      [3, 8, 'def'],
    ] as const)
      expect(await failure(send(id, offset, size, body)), `${offset}/${size}`).toContain('upload.invalid')
    for (const header of ['', 'x', `${id} -1/9`, `${id}  0/9`, `${id} 0/1e3`])
      expect(await failure(uploads.receive(request('abc', header), LIMIT, take)), header).toContain('upload.invalid')
    const unknown = randomUUID()
    expect(await failure(send(unknown, 3, 9, 'def'))).toBe(`["NOT_FOUND",{"uid":"${unknown}"}]`)
    expect(await send(id, 3, 9, 'defghi')).toEqual({ result: 'abcdefghi' })
  })

  it('is given up after a minute without a piece, and at the end of the app; nothing waits for it', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const idle = randomUUID()
    await send(idle, 0, 9, 'abc')
    await vi.advanceTimersByTimeAsync(59_000)
    await send(idle, 3, 9, 'def')
    await vi.advanceTimersByTimeAsync(59_000)
    expect(taken).toEqual([null])
    await vi.advanceTimersByTimeAsync(2_000)
    await vi.waitFor(() => expect(taken).toEqual([expect.any(Failure)]))
    expect(await failure(send(idle, 6, 9, 'ghi'))).toContain('NOT_FOUND')

    await send(randomUUID(), 0, 9, 'abc')
    await uploads.close()
    expect(taken[1]).toBeInstanceOf(Failure)
  })

  it('makes room for a new one when many were begun and never finished', async () => {
    const ids = Array.from({ length: 12 }, () => randomUUID())
    for (const id of ids) await send(id, 0, 6, 'abc')
    await vi.waitFor(() => expect(taken.filter((end) => end !== null)).toHaveLength(4))
    expect(await send(ids.at(-1) ?? '', 3, 6, 'def')).toEqual({ result: 'abcdef' })
    expect(await failure(send(ids[0] ?? '', 3, 6, 'def'))).toContain('NOT_FOUND')
  })
})
