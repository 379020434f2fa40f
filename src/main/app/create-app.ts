import { RPCHandler } from '@orpc/server/fetch'
import { noteDamage } from '#main/store/engine/commit.ts'
import { endReaders, mendStore, type Store } from '#main/store/engine/database.ts'
import { inZone } from '#main/store/engine/days.ts'
import { keepSearchIndexNew } from '#main/store/engine/search-index.ts'
import { ATTACHMENTS_PATH } from '#shared/contract/attachments.ts'
import { withoutAnswerChecks } from './answer-checks.ts'
import { handleAttachment } from './attachments.ts'
import type { AppContext } from './context.ts'
import { toContractError, toErrorResponse } from './errors.ts'
import { createEventStreams } from './events.ts'
import { handleExchange, isExchangePath } from './exchange.ts'
import type { AppOptions, KursApp } from './kurs-app.ts'
import { router } from './router.ts'
import { serveStatic } from './static-files.ts'
import { createUploadPieces } from './upload-pieces.ts'
import { createZoneReader } from './zones.ts'

const methodNotAllowed = () => new Response('Method not allowed', { status: 405 })

/**
 * Tries again to make the store usable; throws the reason when it still is not. Backups can be listed and restored even
 * then, because they may be the way out.
 */
function prepareStore(store: Store, path: readonly string[]): void {
  try {
    mendStore(store)
  } catch (error) {
    if (path[0] !== 'backups') throw error
  }
}

/** The whole application behind one `fetch`; see `KursApp`. */
export async function createApp(options: AppOptions): Promise<KursApp> {
  const { workspace } = options
  const context: AppContext = { workspace, store: workspace.store, options, uploads: createUploadPieces() }
  const events = createEventStreams(context.store)
  const rpc = new RPCHandler<AppContext>(import.meta.env.DEV ? router : withoutAnswerChecks(router), {
    clientInterceptors: [
      async ({ next, path }) => {
        try {
          prepareStore(context.store, path)
          return await next()
        } catch (error) {
          noteDamage(context.store, error)
          const failure = toContractError(error, options.workspace.dir)
          if (failure.code === 'INTERNAL_SERVER_ERROR') options.reportDefect?.(failure.cause ?? failure)
          throw failure
        }
      },
    ],
  })

  const zoneOf = createZoneReader()
  /** Answers with the workspace in the time zone the page names. */
  const inItsZone = (
    request: Request,
    answer: (request: Request, context: AppContext) => Promise<Response>,
  ): Promise<Response> | Response => {
    try {
      const zone = zoneOf(request)
      return answer(request, zone === null ? context : { ...context, store: inZone(context.store, zone) })
    } catch (error) {
      return toErrorResponse(error, context.store, options.reportDefect)
    }
  }

  const answerRpc = async (request: Request, seen: AppContext) => {
    if (request.method !== 'POST') return methodNotAllowed()
    const { matched, response } = await rpc.handle(request, { prefix: '/rpc', context: seen })
    return matched ? response : new Response('No such procedure', { status: 404 })
  }

  const fetch = async (request: Request): Promise<Response> => {
    const { pathname } = new URL(request.url)
    if (pathname.startsWith('/rpc/')) return inItsZone(request, answerRpc)
    if (pathname === ATTACHMENTS_PATH || pathname.startsWith(`${ATTACHMENTS_PATH}/`))
      return handleAttachment(request, context)
    if (isExchangePath(pathname)) return inItsZone(request, handleExchange)
    if (request.method !== 'GET' && request.method !== 'HEAD') return methodNotAllowed()
    if (pathname === '/events') return events.open()
    return serveStatic(options.rendererDir, pathname)
  }

  const { backups, jobs } = workspace
  const reportDefect = (error: unknown) => options.reportDefect?.(error)
  backups.start(reportDefect)
  const stopIndexing = keepSearchIndexNew(context.store, reportDefect)
  const close = async () => {
    backups.stop()
    stopIndexing()
    events.closeAll()
    await Promise.all([jobs.close(), endReaders(context.store), context.uploads.close()])
  }
  return { fetch, close }
}
