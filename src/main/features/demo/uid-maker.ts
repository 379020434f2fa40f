import { v7 as uuidv7 } from 'uuid'
import type { Random } from '#shared/domain/chance/random.ts'

/** Makes UUIDv7 from the stream instead of true randomness, so that a whole workspace is the same for the same seed. */
export function createUidMaker(random: Random): (at: number) => string {
  const bytes = new Uint8Array(16)
  let sequence = 0
  return (at) => {
    for (let index = 0; index < bytes.length; index += 1) bytes[index] = random.integer(0, 255)
    sequence += 1
    return uuidv7({ msecs: at, seq: sequence, random: bytes })
  }
}
