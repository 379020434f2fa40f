import { describe, expect, it } from 'vitest'
import { readCliOptions } from './cli-options.ts'

const GENERATE = ['generate', '--activities', '10', '--years', '3', '--data-dir', 'x']

describe('readCliOptions', () => {
  it('reads a whole command, wherever the options stand', () => {
    const command = { name: 'generate', dataDir: '/data/x', activities: 10, years: 3, seed: 1 }
    expect(readCliOptions(GENERATE, '/data')).toEqual({ kind: 'run', command, language: null })
    expect(readCliOptions(['--lang=ru', '--seed=5', ...GENERATE], '/data')).toEqual({
      kind: 'run',
      command: { ...command, seed: 5 },
      language: 'ru',
    })
    expect(readCliOptions(['backup'], '/data')).toMatchObject({ command: { name: 'backup', dataDir: null } })
  })

  it('answers help and version before anything is checked', () => {
    expect(readCliOptions(['nonsense', '--help'], '/')).toEqual({ kind: 'help', language: null })
    expect(readCliOptions(['--version', '--lang', 'en'], '/')).toEqual({ kind: 'version', language: 'en' })
  })

  it.each([
    [[], { code: 'noCommand' }],
    [['grow'], { code: 'unknownCommand', value: 'grow' }],
    [['bakcup'], { code: 'unknownCommandNear', value: 'bakcup', near: 'backup' }],
    [['toString'], { code: 'unknownCommand', value: 'toString' }],
    [[...GENERATE, 'more'], { code: 'unexpectedArgument', value: 'more' }],
    [
      ['generate', '--activities', '10', '--years', '3'],
      { code: 'neededOption', command: 'generate', option: '--data-dir' },
    ],
    [['backup', '--seed', '1'], { code: 'foreignOption', command: 'backup', option: '--seed' }],
    [[...GENERATE, '--sead', '1'], { code: 'unknownOptionNear', option: '--sead', near: '--seed' }],
    [[...GENERATE, '--port', '1'], { code: 'unknownOption', option: '--port' }],
    [['generate', '--activities', '-5'], { code: 'wrongNumber', option: '--activities', value: '-5' }],
    [[...GENERATE, '--seed'], { code: 'missingValue', option: '--seed' }],
    [[...GENERATE, '--seed', '--lang'], { code: 'missingValue', option: '--seed' }],
    [[...GENERATE, '--lang', 'de'], { code: 'wrongLanguage', value: 'de' }],
    [[...GENERATE, '--version=1'], { code: 'unexpectedValue', option: '--version' }],
    [['generate', '--years=0'], { code: 'wrongNumber', option: '--years', value: '0', least: 1, most: 50 }],
    [['generate', '--activities=-5'], { code: 'wrongNumber', option: '--activities', value: '-5' }],
    [['generate', '--activities=1e3'], { code: 'wrongNumber', option: '--activities', value: '1e3' }],
  ])('refuses %j', (args, problem) => {
    expect(readCliOptions(args, '/data')).toMatchObject({ kind: 'invalid', problem })
  })
})
