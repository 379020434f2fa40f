import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import type { ContractRouterClient } from '@orpc/contract'
import { type Claim, claimWorkspace } from '#main/app/claim-workspace.ts'
import { createApp } from '#main/app/create-app.ts'
import { ownerFetch } from '#main/hosts/socket/owner-fetch.ts'
import type { contract } from '#shared/contract/contract.ts'

type Client = ContractRouterClient<typeof contract>

export type Connection =
  | { kind: 'connected'; client: Client; close(): Promise<void> }
  | Exclude<Claim, { kind: 'open' }>

const clientOf = (fetch: (request: Request) => Promise<Response>): Client =>
  createORPCClient(new RPCLink({ url: 'http://kurs/rpc', fetch }))

/**
 * Connects to a workspace by the app's own contract: through the process that owns it or, when no process does, through
 * an app of its own that runs until `close`.
 */
export async function connect(dir: string, version: string, clock: () => number): Promise<Connection> {
  const claim = await claimWorkspace({ dir, host: 'cli', clock, askOwner: async () => null, patience: 0 })
  if (claim.kind === 'silent' && claim.owner?.endpoint) {
    return { kind: 'connected', client: clientOf(ownerFetch(claim.owner.endpoint)), close: async () => {} }
  }
  if (claim.kind !== 'open') return claim
  const { workspace } = claim
  const app = await createApp({ workspace, rendererDir: '', version, powers: {}, host: 'browser' })
  const close = async () => {
    await app.close()
    workspace.close()
  }
  return { kind: 'connected', client: clientOf((request) => app.fetch(request)), close }
}
