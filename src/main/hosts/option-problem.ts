import type { HostText } from './host-texts.ts'

/** What is wrong with a command line. `near` is what was probably meant. */
export type OptionProblem =
  | { code: 'noCommand' }
  | { code: 'unknownCommand' | 'unexpectedArgument' | 'wrongLanguage'; value: string }
  | { code: 'unknownCommandNear'; value: string; near: string }
  | { code: 'unknownOption' | 'missingValue' | 'unexpectedValue'; option: string }
  | { code: 'unknownOptionNear'; option: string; near: string }
  | { code: 'foreignOption' | 'neededOption'; command: string; option: string }
  | { code: 'wrongNumber'; option: string; value: string; least: number; most: number }

/** Empty values for the texts: a text uses only values that its problem has. */
const NO_VALUES = { option: '', value: '', command: '', near: '', least: 0, most: 0 }

export function explainProblem(problem: OptionProblem, t: HostText): string {
  return t(problem.code, { ...NO_VALUES, ...problem })
}
