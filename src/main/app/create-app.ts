import { RPCHandler } from '@orpc/server/fetch'
import { ATTACHMENTS_PATH } from '#shared/contract/attachments.ts'
import { withoutAnswerChecks } from './answer-checks.ts'
import { handleAttachment } from './attachments.ts'
import type { AppContext } from './context.ts'
import { toContractError } from './errors.ts'
import { createEventStreams } from './events.ts'
import { handleExchange, isExchangePath } from './exchange.ts'
import type { AppOptions, KursApp } from './kurs-app.ts'
import { router } from './router.ts'
import { serveStatic } from './static-files.ts'

const methodNotAllowed = () => new Response('Method not allowed', { status: 405 })

/** The whole application behind one `fetch`; see `KursApp`. */
export async function createApp(options: AppOptions): Promise<KursApp> {
  const context: AppContext = { workspace: options.workspace, store: options.workspace.store, options }
  const events = createEventStreams(context.store)
  const rpc = new RPCHandler<AppContext>(import.meta.env.DEV ? router : withoutAnswerChecks(router), {
    clientInterceptors: [
      async ({ next }) => {
        try {
          return await next()
        } catch (error) {
          const failure = toContractError(error)
          if (failure.code === 'INTERNAL_SERVER_ERROR') options.reportDefect?.(failure.cause ?? failure)
          throw failure
        }
      },
    ],
  })

  const answerRpc = async (request: Request) => {
    if (request.method !== 'POST') return methodNotAllowed()
    const { matched, response } = await rpc.handle(request, { prefix: '/rpc', context })
    return matched ? response : new Response('No such procedure', { status: 404 })
  }

  const fetch = async (request: Request): Promise<Response> => {
    const { pathname } = new URL(request.url)
    if (pathname.startsWith('/rpc/')) return answerRpc(request)
    if (pathname === ATTACHMENTS_PATH || pathname.startsWith(`${ATTACHMENTS_PATH}/`))
      return handleAttachment(request, context)
    if (isExchangePath(pathname)) return handleExchange(request, context)
    if (request.method !== 'GET' && request.method !== 'HEAD') return methodNotAllowed()
    if (pathname === '/events') return events.open()
    return serveStatic(options.rendererDir, pathname)
  }

  const { backups, jobs } = options.workspace
  backups.start((error) => options.reportDefect?.(error))
  const close = async () => {
    backups.stop()
    events.closeAll()
    await jobs.close()
  }
  return { fetch, close }
}
