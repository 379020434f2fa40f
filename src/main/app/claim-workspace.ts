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
  /** Milliseconds to keep trying while the owner neither answers nor ends; it may just be starting or stopping. */
  patience?: number
  /** Name of the backup to put into the place of a damaged database, or `newest`; null = leave it alone. */
  restore?: string | null
}

export type Claim =
  | { kind: 'open'; workspace: Workspace }
  /** Another process owns the workspace and has shown itself; this process has nothing left to do. */
  | { kind: 'shown'; answer: ShowAnswer }
  /** Another process owns the workspace and does not answer. */
  | { kind: 'silent'; owner: OwnerInfo | null }
  /** `refused` = the backups that were tried and cannot be used; nothing was changed. */
  | { kind: 'damaged'; damaged: DamagedWorkspace; refused: string[] }
  | Exclude<OpenResult, { kind: 'open' | 'owned-by-other' | 'damaged' }>

const PAUSE = 200

/** Value of `restore` that asks for the newest usable backup. */
const NEWEST = 'newest'

/** Names of the backups that `wish` may refer to, those most likely to be usable first. */
function candidatesFor(wish: string | null, backups: readonly Backup[]): string[] {
  if (wish !== NEWEST) return backups.filter(({ name }) => name === wish).map(({ name }) => name)
  const [verified, others] = [backups.filter((b) => b.verified), backups.filter((b) => !b.verified)]
  return [...verified, ...others].map(({ name }) => name)
}

/**
 * Replaces a damaged database with the backup asked for; without such a wish nothing is touched. A backup that turns
 * out to be unusable changes nothing; when the newest one was asked for, the next one is tried.
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

/** Opens a workspace as its owner. When another process owns it, brings that process to the front and opens nothing. */
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
