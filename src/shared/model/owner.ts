import { z } from 'zod'
import { Instant } from './common.ts'

/** The program that holds a workspace. */
export const HostKind = z.enum(['electron', 'browser', 'cli'])
export type HostKind = z.infer<typeof HostKind>

/**
 * `owner.json` of a workspace, readable by its user only: how other processes reach the one that holds it. Without
 * `endpoint` the owner is still starting (or cannot be reached).
 */
export const OwnerInfo = z.strictObject({
  pid: z.int().positive(),
  host: HostKind,
  since: Instant,
  endpoint: z
    .strictObject({
      /** Path of a local socket, or name of a Windows pipe. */
      socket: z.string().min(1).max(1000),
      /** Sent by every client of the socket; base64url, at least 192 bits. */
      secret: z.string().min(32).max(1000),
    })
    .nullable(),
})
export type OwnerInfo = z.infer<typeof OwnerInfo>

/** An address of a browser host: on this machine, and nothing before the name of the machine that would make it another one. */
const LOCAL_ADDRESS = /^http:\/\/127\.0\.0\.1:\d{1,5}\//

/** The answer of a workspace's owner to a second launch. */
export const ShowAnswer = z.discriminatedUnion('kind', [
  /** The window came to the front. */
  z.strictObject({ kind: z.literal('shown') }),
  /** A fresh one-time address of the running browser host. */
  z.strictObject({ kind: z.literal('address'), address: z.string().regex(LOCAL_ADDRESS) }),
])
export type ShowAnswer = z.infer<typeof ShowAnswer>
