import { type OpenResult, openWorkspace, type Workspace } from '#main/store/open-workspace.ts'
import type { HostKind, OwnerInfo, ShowAnswer } from '#shared/model/owner.ts'

export interface ClaimOptions {
  dir: string
  host: HostKind
  clock: () => number
  /** Asks the process that holds the workspace to show itself; null when it does not answer. */
  askOwner(owner: OwnerInfo): Promise<ShowAnswer | null>
  /** Milliseconds to keep trying while the owner neither answers nor goes; it may just be starting or stopping. */
  patience?: number
  /** Name of the backup to put into the place of a damaged database, or `newest`; null = leave it alone. */
  restore?: string | null
}

export type Claim =
  | { kind: 'open'; workspace: Workspace }
  /** Somebody else owns it and has shown itself; this process has nothing left to do. */
  | { kind: 'shown'; answer: ShowAnswer }
  /** Somebody else owns it and stays silent. */
  | { kind: 'silent'; owner: OwnerInfo | null }
  | Exclude<OpenResult, { kind: 'open' | 'owned-by-other' }>

const PAUSE = 200

type Damaged = Extract<OpenResult, { kind: 'damaged' }>

/** Puts the wished backup into the place of a damaged database; without a wish nothing is touched. */
function restoreDamaged(result: Damaged, wish: string | null): Claim {
  const { backups, restore, release } = result.damaged
  const name = wish === 'newest' ? backups.find((backup) => backup.verified)?.name : wish
  const chosen = backups.find((backup) => backup.name === name)
  if (chosen === undefined) {
    release()
    return result
  }
  try {
    return { kind: 'open', workspace: restore(chosen.name) }
  } catch (error) {
    release()
    throw error
  }
}

/** Opens a workspace as its owner, or brings the one who owns it to the front and opens nothing. */
export async function claimWorkspace(options: ClaimOptions): Promise<Claim> {
  const deadline = options.clock() + (options.patience ?? 10_000)
  for (;;) {
    const result = openWorkspace(options.dir, options.host, options.clock)
    if (result.kind === 'damaged') return restoreDamaged(result, options.restore ?? null)
    if (result.kind !== 'owned-by-other') return result
    const answer = result.owner ? await options.askOwner(result.owner) : null
    if (answer) return { kind: 'shown', answer }
    if (options.clock() >= deadline) return { kind: 'silent', owner: result.owner }
    await new Promise((resolve) => setTimeout(resolve, PAUSE))
  }
}
