import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Claim } from '#main/app/claim-workspace.ts'
import type { Workspace } from '#main/app/kurs-app.ts'
import type { host } from '#shared/locales/en/host.ts'
import type { Language } from '#shared/model/common.ts'
import type { StorageReason } from '#shared/model/failure.ts'
import { type HostText, hostTexts, systemLanguage } from './host-texts.ts'
import { isNodeSupported, NODE_MAJOR } from './node-version.ts'
import { explainProblem } from './option-problem.ts'
import { type HostOptions, readOptions } from './options.ts'
import type { Terminal } from './terminal.ts'

/**
 * Lines by which the desktop entry tells `npm start` how far it is: `up` once Electron itself runs, after which it may
 * take its time (a question to the person, a long check of the database); `ready` once its window is shown.
 */
export const DESKTOP_STEPS = { up: 'kurs-up', ready: 'kurs-ready' } as const

/** What an entry gives its host to start with. */
export interface Launch {
  options: HostOptions
  /** Absolute path of the workspace. */
  dir: string
  /** Language of the terminal and, until the user's setting is known, of menus. */
  language: Language
  t: HostText
  terminal: Terminal
  version: string
  /** What was started: the built entry, or the folder of the app for Electron. A demo is started the same way. */
  entry: string
  /** Folder of the built renderer. */
  rendererDir: string
  /** Fills a demo workspace that is still empty; called with the workspace open, before anybody can see it. */
  prepareDemo?: (workspace: Workspace, language: Language) => Promise<void>
}

export type Arguments =
  | { kind: 'run'; options: HostOptions; language: Language; t: HostText }
  /** Nothing to run: say the text and end with this exit code. */
  | { kind: 'end'; code: 0 | 1 | 2; text: string }

export interface ArgumentSource {
  args: readonly string[]
  cwd: string
  env: Readonly<Record<string, string | undefined>>
  /** Language of the system, as `Intl` names it. */
  locale: string
  nodeVersion: string
  /** Named in the help text. */
  defaultDir: string
  /** See `readOptions`. */
  lenient?: boolean
}

/** Checks what must be right before anything is loaded: the version of Node, and the command line. */
export function readArguments(source: ArgumentSource): Arguments {
  const result = readOptions(source.args, source.cwd, source.lenient)
  const asked = result.kind === 'run' ? result.options.language : result.language
  const language = asked ?? systemLanguage(source.env, source.locale)
  const t = hostTexts(language)
  if (!isNodeSupported(source.nodeVersion)) {
    const text = t('nodeTooOld', { needed: NODE_MAJOR, found: source.nodeVersion })
    return { kind: 'end', code: 1, text }
  }
  switch (result.kind) {
    case 'help':
      return { kind: 'end', code: 0, text: t('help', { dir: source.defaultDir }) }
    case 'invalid':
      return { kind: 'end', code: 2, text: explainProblem(result.problem, t) }
    case 'run':
      return { kind: 'run', options: result.options, language, t }
  }
}

/** Text keys of the reasons why a workspace cannot be used. */
export const REASON_TEXTS = {
  full: 'reasonFull',
  readonly: 'reasonReadonly',
  io: 'reasonIo',
  corrupt: 'reasonCorrupt',
  busy: 'reasonBusy',
  moved: 'reasonGone',
  limit: 'reasonLimit',
  gone: 'reasonGone',
  blocked: 'reasonBlocked',
} as const satisfies Record<StorageReason, keyof typeof host>

/** Why a workspace could not be opened, in one line. */
export function explainClaim(
  claim: Exclude<Claim, { kind: 'open' | 'shown' }>,
  { dir, t }: Pick<Launch, 'dir' | 't'>,
): string {
  switch (claim.kind) {
    case 'silent':
      return t('ownerSilent', { dir, pid: claim.owner?.pid ?? '?' })
    case 'newer':
      return t('newerWorkspace', { dir, found: claim.found, known: claim.known })
    case 'unavailable':
      return t('unavailable', { dir, reason: t(REASON_TEXTS[claim.reason]), detail: claim.message })
    case 'damaged': {
      const { quarantine, backups } = claim.damaged
      const refused = claim.refused.map((name) => t('restoreRefused', { name }))
      const usable = backups.map(({ name, day }) => `  ${name}  ${day}`)
      const copy = quarantine ?? t('damagedNoCopy')
      const state = t('damaged', { dir, copy, backups: usable.join('\n') || t('damagedNoBackups') })
      return [...refused, state].join('\n')
    }
  }
}

/** Version of the app, from the package.json in `root`. */
export function readVersion(root: string): string {
  const manifest: unknown = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const version = manifest && typeof manifest === 'object' && 'version' in manifest ? manifest.version : null
  return typeof version === 'string' ? version : '0.0.0'
}

/** A failure with its stack, for the terminal of the person who started the app. */
export function describeError(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
