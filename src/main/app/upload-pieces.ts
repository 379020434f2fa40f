import { PassThrough } from 'node:stream'
import { decodePiece, PIECE_HEADER, type UploadPiece } from '#shared/contract/transport.ts'
import { Failure } from '#shared/model/failure.ts'

/**
 * An upload is given up after this many milliseconds without a piece; a finished upload answers repeats for as long.
 */
const PATIENCE = 60_000

/**
 * Uploads that may be under way at one time; a page sends one after the other. When there are more, the oldest is given
 * up.
 */
const MOST = 8

type Work<T> = (content: AsyncIterable<Uint8Array>) => Promise<T>

interface Upload {
  stream: PassThrough
  size: number
  /** Bytes that have come so far, from the first one on. */
  received: number
  result: Promise<unknown>
  /** Resolves when no request of this upload is being read any more. */
  turn: Promise<unknown>
  timer: NodeJS.Timeout
}

export interface UploadPieces {
  /**
   * Passes the content of an upload to `work` once, however many requests it is split into. The last request gets the
   * result of `work`, the earlier ones get null. A piece sent again because its answer was lost is skipped. Throws what
   * `work` throws, VALIDATION for a request that names no piece or a piece that does not follow the ones before,
   * NOT_FOUND when the beginning of the upload is no longer known, REFUSED `file-too-large`.
   */
  receive<T>(request: Request, limit: number, work: Work<T>): Promise<{ result: T } | null>
  /** Gives up all uploads under way and waits until they have ended. */
  close(): Promise<void>
}

/** Joins uploads that the page sends in pieces, so that no host ever holds a whole file in memory. */
export function createUploadPieces(): UploadPieces {
  const uploads = new Map<string, Upload>()

  const giveUp = (id: string, upload: Upload) => {
    clearTimeout(upload.timer)
    uploads.delete(id)
    upload.stream.destroy(new Failure('REFUSED', { reason: 'cancelled' }))
  }

  const begin = (piece: UploadPiece, work: Work<unknown>): Upload => {
    const unfinished = [...uploads].filter(([, { received, size }]) => received < size)
    const [oldest] = unfinished
    if (oldest !== undefined && unfinished.length >= MOST) giveUp(...oldest)
    const stream = new PassThrough()
    // The caller learns from the result why the stream ended; nothing more can be passed on.
    stream.on('error', () => {})
    const result = work(stream)
    result.catch(() => stream.destroy())
    const timer = setTimeout(() => giveUp(piece.uploadId, upload), PATIENCE).unref()
    const upload: Upload = { stream, size: piece.size, received: 0, result, turn: Promise.resolve(), timer }
    uploads.set(piece.uploadId, upload)
    return upload
  }

  const receivePiece = async <T>(
    request: Request,
    piece: UploadPiece,
    work: Work<T>,
  ): Promise<{ result: T } | null> => {
    const known = uploads.get(piece.uploadId)
    if (known === undefined && piece.offset > 0) throw new Failure('NOT_FOUND', { uid: piece.uploadId })
    const upload = known ?? begin(piece, work)
    const read = upload.turn.then(() => readPiece(upload, piece, request.body))
    upload.turn = read.catch(() => {})
    await read
    if (upload.received < upload.size && !upload.stream.destroyed) return null
    return { result: (await upload.result) as T }
  }

  return {
    receive: async (request, limit, work) => {
      const piece = decodePiece(request.headers.get(PIECE_HEADER) ?? '')
      if (piece === null) throw wrongPiece()
      if (piece.size > limit) throw new Failure('REFUSED', { reason: 'file-too-large' })
      return receivePiece(request, piece, work)
    },
    close: async () => {
      const open = [...uploads]
      for (const [id, upload] of open) giveUp(id, upload)
      await Promise.allSettled(open.map(([, upload]) => upload.result))
    },
  }
}

const wrongPiece = () => new Failure('VALIDATION', { issues: [{ path: [PIECE_HEADER], message: 'upload.invalid' }] })

/** Passes on the new part of a piece, no faster than `work` reads; ends the stream after the last byte. */
async function readPiece(upload: Upload, piece: UploadPiece, body: AsyncIterable<Uint8Array> | null): Promise<void> {
  // The work has ended, successfully or not; its result says which.
  if (upload.stream.destroyed) return
  if (piece.size !== upload.size || piece.offset > upload.received) throw wrongPiece()
  let place = piece.offset
  for await (const chunk of body ?? []) {
    upload.timer.refresh()
    const fresh = chunk.subarray(Math.max(0, upload.received - place))
    place += chunk.byteLength
    if (place > upload.size) throw wrongPiece()
    if (fresh.byteLength === 0) continue
    if (!(await passOn(upload.stream, fresh))) return
    upload.received = place
  }
  if (upload.received === upload.size && !upload.stream.writableEnded) upload.stream.end()
}

/** False once the work no longer reads: its result says why. */
function passOn(stream: PassThrough, chunk: Uint8Array): Promise<boolean> {
  return new Promise((resolve) => {
    const end = () => resolve(false)
    stream.once('close', end)
    stream.write(chunk, (error) => {
      stream.off('close', end)
      resolve(!error)
    })
  })
}
