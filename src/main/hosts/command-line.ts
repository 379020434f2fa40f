import { parseArgs } from 'node:util'
import { Language } from '#shared/model/common.ts'
import { nearestOf } from './nearest.ts'
import type { OptionProblem } from './option-problem.ts'

/** What an option takes: nothing, any text, a language, or a whole number in a range. */
type Kind = 'flag' | 'text' | 'language' | readonly [least: number, most: number]

/** Every option of `npm start`, its hosts and the terminal client; each of these says in its grammar which it takes. */
const OPTIONS = {
  browser: 'flag',
  'no-open': 'flag',
  port: [1, 65_535],
  'data-dir': 'text',
  demo: 'flag',
  lang: 'language',
  restore: 'text',
  'no-sandbox': 'flag',
  activities: [0, 10_000_000],
  years: [1, 50],
  seed: [0, 4_294_967_295],
  version: 'flag',
  help: 'flag',
} as const satisfies Record<string, Kind>

export type OptionName = keyof typeof OPTIONS

export interface Grammar<Command extends string = string> {
  /** Options of the program; if it has commands, every command takes them. */
  options: readonly OptionName[]
  /**
   * Commands, each with the options that only it takes and the options it requires; a program without commands takes no
   * arguments.
   */
  commands?: Readonly<Record<Command, { takes: readonly OptionName[]; needs: readonly OptionName[] }>>
  /** Ignores options it does not know: the desktop window shares its command line with Chromium's own switches. */
  lenient?: boolean
}

/** The command line with checked values. */
export interface CommandLine<Command extends string> {
  command: Command
  language: Language | null
  has(name: OptionName): boolean
  text(name: OptionName): string | null
  number(name: OptionName): number | null
}

export type ReadCommandLine<Command extends string> =
  | { kind: 'run'; line: CommandLine<Command> }
  | { kind: 'help' | 'version'; language: Language | null }
  | { kind: 'invalid'; problem: OptionProblem; language: Language | null }

/** The one way to read the arguments after a program's name: the same rules for every program. */
export function readCommandLine<Command extends string>(
  args: readonly string[],
  grammar: Grammar<Command>,
): ReadCommandLine<Command> {
  const { values, tokens, positionals } = tokenize(args)
  const language = Language.safeParse(values.lang).data ?? null
  if (values.help === true) return { kind: 'help', language }
  if (values.version === true && grammar.options.includes('version')) return { kind: 'version', language }
  const command = grammar.commands === undefined ? undefined : positionals[0]
  const extra = grammar.commands === undefined ? positionals : positionals.slice(1)
  const problem =
    problemOfCommand(command, grammar) ??
    firstProblem(tokens, command, grammar) ??
    problemOfExtra(extra, grammar) ??
    missingOption(values, command, grammar)
  if (problem !== null) return { kind: 'invalid', problem, language }
  const text = (name: OptionName) => {
    const value = values[name]
    return typeof value === 'string' ? value : null
  }
  const number = (name: OptionName) => {
    const value = text(name)
    return value === null ? null : Number(value)
  }
  // Checked above: the command is one of the grammar's, or missing because the grammar has none.
  const line = { command: command as Command, language, has: (name: OptionName) => values[name] === true, text, number }
  return { kind: 'run', line }
}

/** Not strict, because Node's own error messages exist in English only. */
function tokenize(args: readonly string[]) {
  const options = Object.fromEntries(
    Object.entries(OPTIONS).map(([name, kind]) => [name, { type: kind === 'flag' ? 'boolean' : 'string' } as const]),
  )
  return parseArgs({ args: [...args], options, strict: false, tokens: true, allowPositionals: true })
}

type Tokens = ReturnType<typeof tokenize>['tokens']
type Token = Extract<Tokens[number], { kind: 'option' }>
type Values = ReturnType<typeof tokenize>['values']

const namesOf = ({ commands }: Grammar) => Object.keys(commands ?? {})

function problemOfCommand(command: string | undefined, grammar: Grammar): OptionProblem | null {
  if (grammar.commands === undefined) return null
  if (command === undefined) return { code: 'noCommand' }
  const names = namesOf(grammar)
  if (names.includes(command)) return null
  const near = nearestOf(command, names)
  return near === null
    ? { code: 'unknownCommand', value: command }
    : { code: 'unknownCommandNear', value: command, near }
}

function problemOfExtra([extra]: readonly string[], { lenient }: Grammar): OptionProblem | null {
  return extra === undefined || lenient === true ? null : { code: 'unexpectedArgument', value: extra }
}

function firstProblem(tokens: Tokens, command: string | undefined, grammar: Grammar): OptionProblem | null {
  for (const token of tokens) {
    const problem = token.kind === 'option' ? problemOfOption(token, command, grammar) : null
    if (problem !== null) return problem
  }
  return null
}

function problemOfOption(token: Token, command: string | undefined, grammar: Grammar): OptionProblem | null {
  const { rawName: option, value } = token
  const { options, commands = {} } = grammar
  const known: OptionName[] = [...options, ...Object.values(commands).flatMap(({ takes }) => takes)]
  const name = known.find((one) => one === token.name)
  if (name === undefined) return grammar.lenient === true ? null : unknownOption(token, known)
  const kind: Kind = OPTIONS[name]
  if (kind === 'flag') return value === undefined ? null : { code: 'unexpectedValue', option }
  // A value that looks like an option is the next option: `--port --demo` forgot the number.
  if (!value || (!token.inlineValue && /^-(-|[a-z])/i.test(value))) return { code: 'missingValue', option }
  if (command !== undefined && !options.includes(name) && commands[command]?.takes.includes(name) !== true)
    return { code: 'foreignOption', command, option }
  return problemOfValue(kind, option, value)
}

function unknownOption({ name, rawName: option }: Token, known: readonly OptionName[]): OptionProblem {
  const near = nearestOf(name, known)
  return near === null ? { code: 'unknownOption', option } : { code: 'unknownOptionNear', option, near: `--${near}` }
}

function problemOfValue(kind: Exclude<Kind, 'flag'>, option: string, value: string): OptionProblem | null {
  if (kind === 'text') return null
  if (kind === 'language') return Language.safeParse(value).success ? null : { code: 'wrongLanguage', value }
  const [least, most] = kind
  const isNumber = /^\d{1,10}$/.test(value) && Number(value) >= least && Number(value) <= most
  return isNumber ? null : { code: 'wrongNumber', option, value, least, most }
}

function missingOption(values: Values, command: string | undefined, { commands = {} }: Grammar): OptionProblem | null {
  if (command === undefined) return null
  const name = commands[command]?.needs.find((option) => values[option] === undefined)
  return name === undefined ? null : { code: 'neededOption', command, option: `--${name}` }
}
