import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { Language } from '#shared/model/common.ts'

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
}

export type OptionProblem =
  | { code: 'unknownOption' | 'missingValue' | 'unexpectedValue'; option: string }
  | { code: 'wrongPort' | 'wrongLanguage' | 'unexpectedArgument'; value: string }

export type OptionsResult =
  | { kind: 'run'; options: HostOptions }
  | { kind: 'help'; language: Language | null }
  | { kind: 'invalid'; problem: OptionProblem; language: Language | null }

const KNOWN = {
  'no-open': { type: 'boolean' },
  /** Decided by `npm start`, which chooses the entry; no entry minds it. */
  browser: { type: 'boolean' },
  port: { type: 'string' },
  'data-dir': { type: 'string' },
  demo: { type: 'boolean' },
  lang: { type: 'string' },
  restore: { type: 'string' },
  help: { type: 'boolean' },
} as const

/**
 * Reads the options after the program's name. With `lenient`, unknown options and arguments are left alone: the desktop
 * window shares its command line with Chromium's own switches.
 */
export function readOptions(args: readonly string[], cwd: string, lenient = false): OptionsResult {
  const { values, tokens } = tokenize(args)
  const language = Language.safeParse(values.lang).data ?? null
  if (values.help === true) return { kind: 'help', language }
  for (const token of tokens) {
    const problem = problemOf(token, lenient)
    if (problem) return { kind: 'invalid', problem, language }
  }
  const text = (value: unknown) => (typeof value === 'string' ? value : null)
  const port = text(values.port)
  const dataDir = text(values['data-dir'])
  const options: HostOptions = {
    open: values['no-open'] !== true,
    port: port === null ? null : Number(port),
    dataDir: dataDir === null ? null : resolve(cwd, dataDir),
    demo: values.demo === true,
    language,
    restore: text(values.restore),
  }
  return { kind: 'run', options }
}

/** Not strict, because Node's own messages are in English only and name no language of ours. */
function tokenize(args: readonly string[]) {
  return parseArgs({ args: [...args], options: KNOWN, strict: false, tokens: true })
}

type Token = ReturnType<typeof tokenize>['tokens'][number]

function problemOf(token: Token, lenient: boolean): OptionProblem | null {
  if (token.kind === 'positional') return lenient ? null : { code: 'unexpectedArgument', value: token.value }
  if (token.kind !== 'option') return null
  const type = Object.hasOwn(KNOWN, token.name) ? KNOWN[token.name as keyof typeof KNOWN].type : null
  if (type === null) return lenient ? null : { code: 'unknownOption', option: token.rawName }
  const option = token.rawName
  if (type === 'boolean') return token.value === undefined ? null : { code: 'unexpectedValue', option }
  // A value that looks like an option is the next option: `--port --demo` forgot the number.
  if (!token.value || (!token.inlineValue && token.value.startsWith('-'))) return { code: 'missingValue', option }
  return problemOfValue(token.name, token.value)
}

function problemOfValue(name: string, value: string): OptionProblem | null {
  if (name === 'lang' && !Language.safeParse(value).success) return { code: 'wrongLanguage', value }
  if (name === 'port' && !(/^\d{1,5}$/.test(value) && Number(value) >= 1 && Number(value) <= 65535)) {
    return { code: 'wrongPort', value }
  }
  return null
}
