import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Claim } from '#main/app/claim-workspace.ts'
import type { Workspace } from '#main/app/kurs-app.ts'
import type { Language } from '#shared/model/common.ts'
import { fillText, type HostTexts, hostTexts, systemLanguage } from './host-texts.ts'
import { isNodeSupported, NODE_MAJOR } from './node-version.ts'
import { type HostOptions, readOptions } from './options.ts'

/** Where an entry speaks to the person who started it. */
export interface Terminal {
  say(line: string): void
  complain(line: string): void
}

/** What an entry gives its host to start with. */
export interface Launch {
  options: HostOptions
  /** Absolute path of the workspace. */
  dir: string
  /** Of the terminal and, until the user's setting is known, of menus. */
  language: Language
  texts: HostTexts
  terminal: Terminal
  version: string
  /** Folder of the built renderer. */
  rendererDir: string
  /** Fills a demo workspace that is still empty; called with the workspace open, before anybody can see it. */
  prepareDemo?: (workspace: Workspace, language: Language) => Promise<void>
}

export type Arguments =
  | { kind: 'run'; options: HostOptions; language: Language; texts: HostTexts }
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
  const texts = hostTexts(language)
  if (!isNodeSupported(source.nodeVersion)) {
    const text = fillText(texts.nodeTooOld, { needed: NODE_MAJOR, found: source.nodeVersion })
    return { kind: 'end', code: 1, text }
  }
  switch (result.kind) {
    case 'help':
      return { kind: 'end', code: 0, text: fillText(texts.help, { dir: source.defaultDir }) }
    case 'invalid':
      return { kind: 'end', code: 2, text: fillText(texts[result.problem.code], { ...result.problem }) }
    case 'run':
      return { kind: 'run', options: result.options, language, texts }
  }
}

/** Why a workspace could not be opened, in one line. */
export function explainClaim(
  claim: Exclude<Claim, { kind: 'open' | 'shown' }>,
  { dir, texts }: Pick<Launch, 'dir' | 'texts'>,
): string {
  switch (claim.kind) {
    case 'silent':
      return fillText(texts.ownerSilent, { dir, pid: claim.owner?.pid ?? '?' })
    case 'newer':
      return fillText(texts.newerWorkspace, { dir, found: claim.found, known: claim.known })
    case 'unavailable':
      return fillText(texts.unavailable, { dir, reason: claim.message })
    case 'damaged': {
      const { quarantine, backups } = claim.damaged
      const usable = backups.map(({ name, day }) => `  ${name}  ${day}`)
      const copy = quarantine ?? texts.damagedNoCopy
      return fillText(texts.damaged, { dir, copy, backups: usable.join('\n') || texts.damagedNoBackups })
    }
  }
}

/** Version of the app, from the package.json in `root`. */
export function readVersion(root: string): string {
  const manifest: unknown = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const version = manifest && typeof manifest === 'object' && 'version' in manifest ? manifest.version : null
  return typeof version === 'string' ? version : '0.0.0'
}

/** A failure with its origin, for the terminal of the person who started the app. */
export function describeError(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
