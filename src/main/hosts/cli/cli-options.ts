import { resolve } from 'node:path'
import { type CommandLine, type Grammar, readCommandLine } from '#main/hosts/command-line.ts'
import type { OptionProblem } from '#main/hosts/option-problem.ts'
import type { Language } from '#shared/model/common.ts'

export type CliCommand =
  | { name: 'generate'; dataDir: string; activities: number; years: number; seed: number }
  /** null = the default workspace. */
  | { name: 'backup'; dataDir: string | null }

export type CliResult =
  | { kind: 'run'; command: CliCommand; language: Language | null }
  | { kind: 'help' | 'version'; language: Language | null }
  | { kind: 'invalid'; problem: OptionProblem; language: Language | null }

/** Options and commands of the terminal client. */
export const CLI_GRAMMAR: Grammar<CliCommand['name']> = {
  options: ['lang', 'version', 'help'],
  commands: {
    generate: { takes: ['data-dir', 'activities', 'years', 'seed'], needs: ['activities', 'years', 'data-dir'] },
    backup: { takes: ['data-dir'], needs: [] },
  },
}

/** Reads the arguments after the program's name. */
export function readCliOptions(args: readonly string[], cwd: string): CliResult {
  const read = readCommandLine(args, CLI_GRAMMAR)
  return read.kind === 'run' ? { kind: 'run', command: toCommand(read.line, cwd), language: read.line.language } : read
}

function toCommand({ command, text, number }: CommandLine<CliCommand['name']>, cwd: string): CliCommand {
  const typed = text('data-dir')
  const dataDir = typed === null ? null : resolve(cwd, typed)
  if (command === 'backup') return { name: command, dataDir }
  return {
    name: command,
    dataDir: dataDir ?? cwd,
    activities: number('activities') ?? 0,
    years: number('years') ?? 1,
    seed: number('seed') ?? 1,
  }
}
