import { claimWorkspace } from '#main/app/claim-workspace.ts'
import { createApp } from '#main/app/create-app.ts'
import type { Workspace } from '#main/app/kurs-app.ts'
import { closeWithin } from '#main/hosts/close-within.ts'
import { explainFailure } from '#main/hosts/explain-failure.ts'
import { describeError, explainClaim, type Launch } from '#main/hosts/launch.ts'
import { askOwnerToShow } from '#main/hosts/socket/owner-client.ts'
import { shareWorkspace } from '#main/hosts/socket/share-workspace.ts'
import type { ShowAnswer } from '#shared/model/owner.ts'
import { startBrowserHost } from './browser-host.ts'
import { createDemoProcess } from './demo-process.ts'
import { endWithOpener } from './end-with-opener.ts'
import { readLastPort, rememberPort } from './last-port.ts'
import { findOpener, openAddress } from './open-address.ts'

/** Lets the system choose. */
const ANY_PORT = 0

/** Runs the app for the default browser until it is told to stop; resolves with the exit code. */
export async function runBrowser(launch: Launch): Promise<number> {
  endWithOpener(process)
  const { dir, t, terminal } = launch
  const { restore } = launch.options
  const claim = await claimWorkspace({ dir, host: 'browser', clock: Date.now, askOwner: askOwnerToShow, restore })
  switch (claim.kind) {
    case 'open':
      try {
        return await serve(claim.workspace, launch)
      } catch (error) {
        terminal.complain(explainFailure(error, launch))
        return 1
      } finally {
        claim.workspace.close()
      }
    case 'shown':
      passOn(claim.answer, launch)
      return 0
    default:
      terminal.complain(explainClaim(claim, { dir, t }))
      return 1
  }
}

async function serve(workspace: Workspace, launch: Launch): Promise<number> {
  const { options, t, terminal } = launch
  if (options.demo) await launch.prepareDemo?.(workspace, launch.language)
  const reportDefect = (error: unknown) => terminal.complain(describeError(error))
  const { rendererDir, version, entry } = launch
  const demo = createDemoProcess({ entry, dir: launch.dir, complain: terminal.complain })
  const app = await createApp({
    workspace,
    rendererDir,
    version,
    powers: options.demo ? {} : { openDemo: demo.open },
    host: 'browser',
    reportDefect,
  })
  const listen = (port: number) => startBrowserHost({ app, port, language: options.language, onError: reportDefect })
  const usual = options.port ?? readLastPort(workspace.dir) ?? ANY_PORT
  const first = await listen(usual)
  // Only a requested port that is taken ends the start; instead of a remembered port any free one is used.
  const started = first.kind === 'port-taken' && options.port === null ? await listen(ANY_PORT) : first
  if (started.kind === 'port-taken') {
    terminal.complain(t('portTaken', { port: options.port ?? 0, reason: started.code }))
    await app.close()
    return 1
  }
  const { host } = started
  rememberPort(workspace.dir, Number(new URL(host.origin).port))
  const show = async (): Promise<ShowAnswer> => ({ kind: 'address', address: host.freshAddress() })
  const socket = await shareWorkspace({ workspace, app, show, onError: reportDefect })
  const stopped = untilStopped()
  announce(host.freshAddress(), t('running'), launch)
  terminal.say(t('runningStop', { dir: workspace.dir }))
  await stopped
  const isClosed = await closeWithin(async () => {
    // At once: the demo ends while this workspace is put in order.
    const ended = demo.close()
    await app.close()
    await Promise.all([host.close(), socket.close(), ended])
  })
  if (isClosed) return 0
  terminal.complain(t('endedLate'))
  // Work still under way would keep the process alive.
  process.exit(1)
}

/** What a second launch does with the answer of the process that owns the workspace. */
function passOn(answer: ShowAnswer, launch: Launch): void {
  if (answer.kind === 'address') announce(answer.address, launch.t('alreadyRunning'), launch)
  else launch.terminal.say(launch.t('alreadyOpen'))
}

/** Prints the address alone on its line, for people and for programs. */
function announce(address: string, heading: string, { options, terminal }: Launch): void {
  terminal.say(heading)
  terminal.say(address)
  if (options.open) openAddress(findOpener(address, process.platform, process.env))
}

/** Resolves at the first signal, for an orderly stop; a second signal ends the process at once. */
function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve())
  })
}
