import { reasonOfFailure } from '#main/store/files/failures.ts'
import { type DamagedWorkspace, type OpenResult, openWorkspace, type Workspace } from '#main/store/open-workspace.ts'
import { isUnusable } from '#main/store/safety/backup.ts'
import { toUnavailable } from '#main/store/safety/owner-lock.ts'
import type { Backup } from '#shared/model/backup.ts'
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
  /** `refused` = the backups that were tried and cannot be used; nothing was changed. */
  | { kind: 'damaged'; damaged: DamagedWorkspace; refused: string[] }
  | Exclude<OpenResult, { kind: 'open' | 'owned-by-other' | 'damaged' }>

const PAUSE = 200

/** Asks for the newest backup that can be used. */
const NEWEST = 'newest'

/** The backups that a wish may mean, the most likely usable ones first. */
function candidatesFor(wish: string | null, backups: readonly Backup[]): string[] {
  if (wish !== NEWEST) return backups.filter(({ name }) => name === wish).map(({ name }) => name)
  const [verified, others] = [backups.filter((b) => b.verified), backups.filter((b) => !b.verified)]
  return [...verified, ...others].map(({ name }) => name)
}

/**
 * Puts the wished backup into the place of a damaged database; without a wish nothing is touched. One that turns out to be
 * unusable changes nothing, and the newest one gives way to the next.
 */
function restoreDamaged(damaged: DamagedWorkspace, { restore: wish = null, dir }: ClaimOptions): Claim {
  const refused: string[] = []
  try {
    for (const name of candidatesFor(wish, damaged.backups)) {
      try {
        return { kind: 'open', workspace: damaged.restore(name) }
      } catch (error) {
        if (!isUnusable(error)) throw error
        refused.push(name)
      }
    }
  } catch (error) {
    damaged.release()
    if (reasonOfFailure(error) === null) throw error
    return toUnavailable(error, dir)
  }
  damaged.release()
  return { kind: 'damaged', damaged, refused }
}

/** Opens a workspace as its owner, or brings the one who owns it to the front and opens nothing. */
export async function claimWorkspace(options: ClaimOptions): Promise<Claim> {
  const deadline = options.clock() + (options.patience ?? 10_000)
  for (;;) {
    const result = openWorkspace(options.dir, options.host, options.clock)
    if (result.kind === 'damaged') return restoreDamaged(result.damaged, options)
    if (result.kind !== 'owned-by-other') return result
    const answer = result.owner ? await options.askOwner(result.owner) : null
    if (answer) return { kind: 'shown', answer }
    if (options.clock() >= deadline) return { kind: 'silent', owner: result.owner }
    await new Promise((resolve) => setTimeout(resolve, PAUSE))
  }
}
