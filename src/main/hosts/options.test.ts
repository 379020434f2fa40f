import { describe, expect, it } from 'vitest'
import { hostTexts, systemLanguage } from './host-texts.ts'
import { isNodeSupported } from './node-version.ts'
import { readOptions, writeOptions } from './options.ts'

describe('readOptions', () => {
  it('has defaults', () => {
    expect(readOptions([], '/data')).toEqual({
      kind: 'run',
      options: {
        open: true,
        port: null,
        dataDir: null,
        demo: false,
        language: null,
        restore: null,
        browser: false,
        sandbox: true,
      },
    })
  })

  it('reads every option', () => {
    const args = [
      '--no-open',
      '--port',
      '4321',
      '--data-dir=my data',
      '--demo',
      '--lang',
      'ru',
      '--browser',
      '--restore=newest',
      '--no-sandbox',
    ]
    expect(readOptions(args, '/data')).toEqual({
      kind: 'run',
      options: {
        open: false,
        port: 4321,
        dataDir: '/data/my data',
        demo: true,
        language: 'ru',
        restore: 'newest',
        browser: true,
        sandbox: false,
      },
    })
  })

  it.each([
    [['--port', 'x'], { code: 'wrongNumber', option: '--port', value: 'x' }],
    [['--port', '0'], { code: 'wrongNumber', option: '--port', value: '0' }],
    [['--port=65536'], { code: 'wrongNumber', option: '--port', value: '65536' }],
    [['--port', '12.5'], { code: 'wrongNumber', option: '--port', value: '12.5' }],
    [['--port=-1'], { code: 'wrongNumber', option: '--port', value: '-1' }],
    [['--port', '-1'], { code: 'wrongNumber', option: '--port', value: '-1' }],
    [['--restore', '-odd name'], { code: 'missingValue', option: '--restore' }],
    [['--port'], { code: 'missingValue', option: '--port' }],
    [['--port', '--demo'], { code: 'missingValue', option: '--port' }],
    [['--data-dir='], { code: 'missingValue', option: '--data-dir' }],
    [['--lang', 'de'], { code: 'wrongLanguage', value: 'de' }],
    [['--demo=yes'], { code: 'unexpectedValue', option: '--demo' }],
    [['--prot', '1'], { code: 'unknownOptionNear', option: '--prot', near: '--port' }],
    [['--seed', '1'], { code: 'unknownOption', option: '--seed' }],
    [['--toString'], { code: 'unknownOption', option: '--toString' }],
    [['-x'], { code: 'unknownOption', option: '-x' }],
    [['file.txt'], { code: 'unexpectedArgument', value: 'file.txt' }],
  ])('refuses %j', (args, problem) => {
    expect(readOptions(args, '/data')).toMatchObject({ kind: 'invalid', problem })
  })

  it('writes what it reads, so that an entry gets every option of `npm start`', () => {
    const lines = [
      [],
      ['--no-open', '--port=4321', '--data-dir=/my data', '--demo', '--lang=ru', '--restore=-odd name', '--no-sandbox'],
    ]
    for (const args of lines) {
      const read = readOptions(args, '/')
      if (read.kind !== 'run') throw new Error(read.kind)
      expect(readOptions(writeOptions(read.options), '/elsewhere')).toEqual(read)
      expect(writeOptions(read.options)).toHaveLength(args.length)
    }
  })

  it('answers in the language asked for, wherever the mistake stands', () => {
    expect(readOptions(['--port', 'x', '--lang', 'ru'], '/')).toMatchObject({ kind: 'invalid', language: 'ru' })
    expect(readOptions(['--lang', 'ru', '--help', '--nonsense'], '/')).toEqual({ kind: 'help', language: 'ru' })
  })

  it('leaves foreign switches alone where the command line is shared with Chromium, but not its own mistakes', () => {
    const args = ['.', '--disable-gpu', '--seed=1', '--version', '--remote-debugging-port=0', '--data-dir', '/srv/kurs']
    expect(readOptions(args, '/', true)).toMatchObject({ kind: 'run', options: { dataDir: '/srv/kurs' } })
    expect(readOptions(['--port', 'x'], '/', true)).toMatchObject({ kind: 'invalid' })
  })
})

describe('texts of the hosts', () => {
  it('speak both languages and put in what they are given', () => {
    expect(hostTexts('ru')('runningStop', { dir: '/a & b' })).toBe('Папка с данными: /a & b. Остановить Курс: Ctrl+C.')
    expect(hostTexts('en')('runningStop', { dir: '/a & b' })).toBe('Workspace: /a & b. Ctrl+C stops Kurs.')
  })

  it.each([
    [{ LANG: 'ru_RU.UTF-8' }, 'en-US', 'ru'],
    [{ LC_ALL: 'en_US.UTF-8', LANG: 'ru_RU.UTF-8' }, 'ru', 'en'],
    [{}, 'ru', 'ru'],
    [{ LANG: 'run_BI' }, 'ru', 'en'],
    [{ LANG: '' }, 'de-DE', 'en'],
  ] as const)('%o with %s speaks %s', (env, locale, language) => {
    expect(systemLanguage(env, locale)).toBe(language)
  })

  it('knows which Node can run the app', () => {
    expect(['20.20.2', '22.12.0', '23.9.0', 'x'].map(isNodeSupported)).toEqual([false, false, false, false])
    expect(['24.0.0', '26.1.0'].map(isNodeSupported)).toEqual([true, true])
  })
})
