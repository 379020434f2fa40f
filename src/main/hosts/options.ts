import { resolve } from 'node:path'
import type { Language } from '#shared/model/common.ts'
import { type Grammar, readCommandLine } from './command-line.ts'
import type { OptionProblem } from './option-problem.ts'

/** Options of every entry, as typed on the command line. */
export interface HostOptions {
  /** Open the default browser on start (browser host). */
  open: boolean
  /** Port of the browser host; null = any free one. */
  port: number | null
  /** Absolute path of the workspace; null = the default one. */
  dataDir: string | null
  demo: boolean
  language: Language | null
  /** Backup to put into the place of a damaged database: its name, or `newest`; null = none. */
  restore: string | null
  /** The browser host was asked for. `npm start` decides by it which entry to run; the entries ignore it. */
  browser: boolean
  /** False only where the person turned Chromium's sandbox off for the desktop window. */
  sandbox: boolean
}

export type OptionsResult =
  | { kind: 'run'; options: HostOptions }
  | { kind: 'help'; language: Language | null }
  | { kind: 'invalid'; problem: OptionProblem; language: Language | null }

/** Options of `npm start` and of the entries of the hosts. */
export const HOST_GRAMMAR: Grammar<never> = {
  options: ['browser', 'no-open', 'port', 'data-dir', 'demo', 'lang', 'restore', 'no-sandbox', 'help'],
}

/** Reads the options after the program's name; `lenient` as in `Grammar`. */
export function readOptions(args: readonly string[], cwd: string, lenient = false): OptionsResult {
  const read = readCommandLine(args, { ...HOST_GRAMMAR, lenient })
  if (read.kind === 'invalid') return read
  if (read.kind !== 'run') return { kind: 'help', language: read.language }
  const { language, has, text, number } = read.line
  const dataDir = text('data-dir')
  const options: HostOptions = {
    open: !has('no-open'),
    port: number('port'),
    dataDir: dataDir === null ? null : resolve(cwd, dataDir),
    demo: has('demo'),
    language,
    restore: text('restore'),
    browser: has('browser'),
    sandbox: !has('no-sandbox'),
  }
  return { kind: 'run', options }
}

/**
 * The arguments that `readOptions` reads as these options, for the entry that was chosen. Each option is one argument
 * together with its value, so that Chromium's switches cannot come between them.
 */
export function writeOptions(options: HostOptions): string[] {
  const { open, port, dataDir, demo, language, restore, sandbox } = options
  return [
    ...(dataDir === null ? [] : [`--data-dir=${dataDir}`]),
    ...(demo ? ['--demo'] : []),
    ...(language === null ? [] : [`--lang=${language}`]),
    ...(restore === null ? [] : [`--restore=${restore}`]),
    ...(port === null ? [] : [`--port=${port}`]),
    ...(open ? [] : ['--no-open']),
    ...(sandbox ? [] : ['--no-sandbox']),
  ]
}
