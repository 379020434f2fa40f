import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import { refuse } from '#shared/model/failure.ts'

/** Writes content to a new file as it comes and makes it durable. Throws REFUSED `file-too-large` past `limit` bytes. */
export async function receiveFile(
  file: string,
  content: AsyncIterable<Uint8Array>,
  limit: number,
): Promise<{ hash: string; size: number }> {
  const hash = createHash('sha256')
  let size = 0
  const handle = await open(file, 'wx', 0o600)
  try {
    for await (const chunk of content) {
      size += chunk.byteLength
      if (size > limit) refuse('file-too-large')
      hash.update(chunk)
      await handle.writeFile(chunk)
    }
    await handle.sync()
  } finally {
    await handle.close()
  }
  return { hash: hash.digest('hex'), size }
}
