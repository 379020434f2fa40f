import { fillSynthetic, type SyntheticOrder } from '#main/features/demo/synthetic-store.ts'
import { today } from '#main/store/engine/days.ts'
import { Failure } from '#shared/model/failure.ts'
import { type Claim, claimWorkspace } from './claim-workspace.ts'

export interface GenerateOptions extends Omit<SyntheticOrder, 'today'> {
  /** Absolute path of the folder, created when absent. */
  dir: string
  clock: () => number
  /** Called with the number of entries written so far. */
  onProgress(done: number): void
}

export type Generated = { kind: 'done' | 'not-empty' } | Exclude<Claim, { kind: 'open' }>

const isNotEmpty = (error: unknown) =>
  error instanceof Failure && 'reason' in error.data && error.data.reason === 'workspace-not-empty'

/** Fills a folder's workspace with invented data when it has no data yet. */
export async function generateWorkspace({ dir, clock, onProgress, ...order }: GenerateOptions): Promise<Generated> {
  const claim = await claimWorkspace({ dir, host: 'cli', clock, askOwner: async () => null, patience: 0 })
  if (claim.kind !== 'open') return claim
  const { store } = claim.workspace
  try {
    fillSynthetic(store, { ...order, today: today(store) }, onProgress)
    return { kind: 'done' }
  } catch (error) {
    if (isNotEmpty(error)) return { kind: 'not-empty' }
    throw error
  } finally {
    claim.workspace.close()
  }
}
