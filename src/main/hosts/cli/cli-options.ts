import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { Language } from '#shared/model/common.ts'

export type CliCommand =
  | { name: 'generate'; dataDir: string; activities: number; years: number; seed: number }
  /** null = the default workspace. */
  | { name: 'backup'; dataDir: string | null }

export type CliProblem =
  | { code: 'noCommand' }
  | { code: 'unknownCommand' | 'unexpectedArgument' | 'wrongLanguage'; value: string }
  | { code: 'unknownOption' | 'missingValue' | 'unexpectedValue'; option: string }
  | { code: 'foreignOption' | 'neededOption'; command: string; option: string }
  | { code: 'wrongNumber'; option: string; value: string; least: number; most: number }

export type CliResult =
  | { kind: 'run'; command: CliCommand; language: Language | null }
  | { kind: 'help' | 'version'; language: Language | null }
  | { kind: 'invalid'; problem: CliProblem; language: Language | null }

const KNOWN = {
  'data-dir': { type: 'string' },
  activities: { type: 'string' },
  years: { type: 'string' },
  seed: { type: 'string' },
  lang: { type: 'string' },
  version: { type: 'boolean' },
  help: { type: 'boolean' },
} as const
type OptionName = keyof typeof KNOWN

/** Which options each command takes beside --lang, and which of them it cannot do without. */
const COMMANDS: Record<CliCommand['name'], { takes: OptionName[]; needs: OptionName[] }> = {
  generate: { takes: ['data-dir', 'activities', 'years', 'seed'], needs: ['activities', 'years', 'data-dir'] },
  backup: { takes: ['data-dir'], needs: [] },
}

const RANGES: { [Name in OptionName]?: [least: number, most: number] } = {
  activities: [0, 10_000_000],
  years: [1, 50],
  seed: [0, 4_294_967_295],
}

/** Not strict, because Node's own messages are in English only and name no language of ours. */
function tokenize(args: readonly string[]) {
  return parseArgs({ args: [...args], options: KNOWN, strict: false, tokens: true, allowPositionals: true })
}
type Token = ReturnType<typeof tokenize>['tokens'][number]

const isCommand = (name: string): name is CliCommand['name'] => Object.hasOwn(COMMANDS, name)
const isOption = (name: string): name is OptionName => Object.hasOwn(KNOWN, name)

/** Reads the arguments after the program's name. */
export function readCliOptions(args: readonly string[], cwd: string): CliResult {
  const { values, positionals, tokens } = tokenize(args)
  const language = Language.safeParse(values.lang).data ?? null
  if (values.help === true) return { kind: 'help', language }
  if (values.version === true) return { kind: 'version', language }
  const [name, ...rest] = positionals
  const problem = problemOfCommand(name) ?? firstProblem(tokens, name) ?? problemOfRest(rest) ?? missing(values, name)
  if (problem !== null) return { kind: 'invalid', problem, language }
  return { kind: 'run', command: toCommand(name as CliCommand['name'], values, cwd), language }
}

function problemOfCommand(name: string | undefined): CliProblem | null {
  if (name === undefined) return { code: 'noCommand' }
  return isCommand(name) ? null : { code: 'unknownCommand', value: name }
}

function problemOfRest([extra]: string[]): CliProblem | null {
  return extra === undefined ? null : { code: 'unexpectedArgument', value: extra }
}

function firstProblem(tokens: Token[], command: string | undefined): CliProblem | null {
  for (const token of tokens) {
    const problem = token.kind === 'option' ? problemOfOption(token, command ?? '') : null
    if (problem !== null) return problem
  }
  return null
}

function problemOfOption(token: Extract<Token, { kind: 'option' }>, command: string): CliProblem | null {
  const { name, rawName: option, value } = token
  if (!isOption(name)) return { code: 'unknownOption', option }
  if (KNOWN[name].type === 'boolean') return value === undefined ? null : { code: 'unexpectedValue', option }
  // A value that looks like an option is the next option: `--seed --years` forgot the number.
  if (!value || (!token.inlineValue && value.startsWith('--'))) return { code: 'missingValue', option }
  if (name === 'lang') return Language.safeParse(value).success ? null : { code: 'wrongLanguage', value }
  if (isCommand(command) && !COMMANDS[command].takes.includes(name)) return { code: 'foreignOption', command, option }
  const range = RANGES[name]
  if (range === undefined) return null
  const [least, most] = range
  const isNumber = /^\d{1,10}$/.test(value) && Number(value) >= least && Number(value) <= most
  return isNumber ? null : { code: 'wrongNumber', option, value, least, most }
}

type Values = ReturnType<typeof tokenize>['values']

function missing(values: Values, command: string | undefined): CliProblem | null {
  const needed = command !== undefined && isCommand(command) ? COMMANDS[command].needs : []
  const name = needed.find((option) => values[option] === undefined)
  return name === undefined ? null : { code: 'neededOption', command: command ?? '', option: `--${name}` }
}

function toCommand(name: CliCommand['name'], values: Values, cwd: string): CliCommand {
  const dataDir = typeof values['data-dir'] === 'string' ? resolve(cwd, values['data-dir']) : null
  if (name === 'backup') return { name, dataDir }
  const number = (option: OptionName, fallback: number) => Number(values[option] ?? fallback)
  return {
    name,
    dataDir: dataDir ?? cwd,
    activities: number('activities', 0),
    years: number('years', 1),
    seed: number('seed', 1),
  }
}
