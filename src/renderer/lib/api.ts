import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import type { ContractRouterClient } from '@orpc/contract'
import { createTanstackQueryUtils } from '@orpc/tanstack-query'
import { createContext, useContext } from 'react'
import type { contract } from '#shared/contract/contract.ts'
import { keyHeaders } from './page-key.ts'
import { momentHeaders } from './today.ts'

export type Client = ContractRouterClient<typeof contract>

/** The contract as the renderer uses it: `client` to call, `query` for TanStack Query options and keys. */
export interface Api {
  client: Client
  query: ReturnType<typeof createTanstackQueryUtils<Client>>
}

/** The contract at `origin`, the address the page was loaded from. */
export function createApi(origin: string): Api {
  const headers = () => ({ ...momentHeaders(), ...keyHeaders() })
  const client: Client = createORPCClient(new RPCLink({ url: `${origin}/rpc`, headers }))
  return { client, query: createTanstackQueryUtils(client) }
}

export const ApiContext = createContext<Api | null>(null)

/** The contract provided by the app. */
export function useApi(): Api {
  const api = useContext(ApiContext)
  if (api === null) throw new Error('useApi outside of ApiContext')
  return api
}
