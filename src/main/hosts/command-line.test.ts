import { describe, expect, it } from 'vitest'
import { CLI_GRAMMAR } from './cli/cli-options.ts'
import { cliTexts } from './cli/cli-texts.ts'
import type { Grammar } from './command-line.ts'
import { hostTexts } from './host-texts.ts'
import { nearestOf } from './nearest.ts'
import { explainProblem } from './option-problem.ts'
import { HOST_GRAMMAR } from './options.ts'

const LANGUAGES = ['ru', 'en'] as const

/** The options a program may be given. */
const optionsOf = ({ options, commands = {} }: Grammar) => [
  ...new Set([...options, ...Object.values(commands).flatMap(({ takes }) => takes)]),
]

describe.each(LANGUAGES)('the help in %s', (language) => {
  it.each([
    ['npm start', HOST_GRAMMAR, hostTexts(language)('help', { dir: '' })],
    ['kurs', CLI_GRAMMAR, cliTexts(language)('help', { dir: '' })],
  ] as const)('of %s tells every option it takes, and no other', (_, grammar, help) => {
    const told = [...help.matchAll(/^ {2}--([a-z-]+)/gm)].map(([, name]) => name)
    expect(told.sort()).toEqual(optionsOf(grammar).sort())
  })
})

describe('what was probably meant', () => {
  const words = ['browser', 'no-open', 'port', 'data-dir', 'demo', 'lang', 'restore', 'no-sandbox', 'help']

  it.each([
    ['prot', 'port'],
    ['datadir', 'data-dir'],
    ['data_dir', 'data-dir'],
    ['no-sanbox', 'no-sandbox'],
    ['HELP', 'help'],
    ['restor', 'restore'],
    ['x', null],
    ['', null],
    ['verbose', null],
    ['toString', null],
  ])('by %j is %j', (typed, meant) => expect(nearestOf(typed, words)).toBe(meant))
})

it('tells a mistake in the language of the person', () => {
  const problem = { code: 'unknownOptionNear', option: '--prot', near: '--port' } as const
  expect(explainProblem(problem, hostTexts('ru'))).toBe(
    'Неизвестный параметр --prot. Может быть, --port? Справка: --help.',
  )
  const number = { code: 'wrongNumber', option: '--port', value: 'x', least: 1, most: 65_535 } as const
  expect(explainProblem(number, hostTexts('en'))).toBe('--port needs a whole number from 1 to 65535, not “x”.')
})
