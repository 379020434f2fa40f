import { PassThrough } from 'node:stream'
import { decodePiece, PIECE_HEADER, type UploadPiece } from '#shared/contract/transport.ts'
import { Failure } from '#shared/model/failure.ts'

/** Milliseconds without a piece after which an upload is given up, and for which a finished one still answers a repeat. */
const PATIENCE = 60_000

/** Uploads that may be under way at one time; a page sends one after the other. Beyond it the oldest is given up. */
const MOST = 8

type Work<T> = (content: AsyncIterable<Uint8Array>) => Promise<T>

interface Upload {
  stream: PassThrough
  size: number
  /** Bytes that have come so far, from the first one on. */
  received: number
  result: Promise<unknown>
  /** Ends when no request of this upload is being read any more. */
  turn: Promise<unknown>
  timer: NodeJS.Timeout
}

export interface UploadPieces {
  /**
   * Gives the content of an upload to `work`, once, however many requests it comes in, and answers its result with the
   * last of them; null until then. A piece that comes again, because its answer was lost, is passed over. Throws what `work`
   * throws, VALIDATION for a request that names no piece or one that does not follow the ones before, NOT_FOUND for one whose
   * beginning is not known any more, REFUSED `file-too-large`.
   */
  receive<T>(request: Request, limit: number, work: Work<T>): Promise<{ result: T } | null>
  /** Gives up what is under way and waits until nothing of it is left. */
  close(): Promise<void>
}

/** Puts uploads together that the page cuts in pieces, so that no host ever holds a whole file in memory. */
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
    // Whoever awaits the result learns why it ended; nothing more can be passed on.
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

/** Passes on what of a piece is new, no faster than it is taken; ends the stream with the last byte. */
async function readPiece(upload: Upload, piece: UploadPiece, body: AsyncIterable<Uint8Array> | null): Promise<void> {
  // It has ended, well or not; the result says which.
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
