import { z } from 'zod'
import { LANGUAGE_PARAMETER } from '#shared/contract/transport.ts'
import type { Language } from '#shared/model/common.ts'

/** Beside the one-time code in the fragment of the demo's address: the port of the page that opened it. */
const CAME_FROM = 'from'

/** Where a tab of the demo remembers it. */
const STORED = 'kurs-came-from'

/** Nothing but a port: whatever is handed over, the way back stays on this computer. */
const Port = z
  .string()
  .regex(/^[1-9]\d{0,4}$/)
  .refine((port) => Number(port) <= 65_535)

/** The address of the demo, with the way back to this page. */
export function withWayBack(address: string, page: Pick<Location, 'port'>): string {
  const target = new URL(address)
  const fragment = new URLSearchParams(target.hash.slice(1))
  fragment.set(CAME_FROM, page.port || '80')
  target.hash = fragment.toString()
  return target.href
}

/** Remembers where this tab came from, by the fragment of an address whose code was accepted; another one begins anew. */
export function keepWayBack(fragment: URLSearchParams, storage: Storage): void {
  const port = Port.safeParse(fragment.get(CAME_FROM))
  if (port.success) storage.setItem(STORED, port.data)
  else storage.removeItem(STORED)
}

/** The address of the page that opened the demo in this tab; null where nobody did. */
export function readWayBack(storage: Storage, language: Language): string | null {
  const port = Port.safeParse(storage.getItem(STORED))
  return port.success ? `http://127.0.0.1:${port.data}/?${LANGUAGE_PARAMETER}=${language}` : null
}
