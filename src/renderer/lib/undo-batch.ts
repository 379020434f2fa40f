import type { Client } from './api.ts'

/** What comes back together with an undone batch, by its id: for this window's own actions only. */
const companions = new Map<number, () => Promise<unknown>>()

/** Whichever way a batch is undone in this window, by its message or by the keys, `bringBack` is done after it. */
export function comesBackWith(batchId: number, bringBack: () => Promise<unknown>): void {
  companions.set(batchId, bringBack)
}

/** Undoes a batch and brings back what belongs to it. */
export async function undoBatch(client: Client, batchId: number): Promise<void> {
  await client.workspace.undo({ batchId })
  await companions.get(batchId)?.()
}
