import { describe, expect, it } from 'vitest'
import { fillText, hostTexts, systemLanguage } from './host-texts.ts'
import { isNodeSupported } from './node-version.ts'
import { readOptions } from './options.ts'

describe('readOptions', () => {
  it('has defaults', () => {
    expect(readOptions([], '/data')).toEqual({
      kind: 'run',
      options: { open: true, port: null, dataDir: null, demo: false, language: null, restore: null },
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
    ]
    expect(readOptions(args, '/data')).toEqual({
      kind: 'run',
      options: { open: false, port: 4321, dataDir: '/data/my data', demo: true, language: 'ru', restore: 'newest' },
    })
  })

  it.each([
    [['--port', 'x'], { code: 'wrongPort', value: 'x' }],
    [['--port', '0'], { code: 'wrongPort', value: '0' }],
    [['--port=65536'], { code: 'wrongPort', value: '65536' }],
    [['--port', '12.5'], { code: 'wrongPort', value: '12.5' }],
    [['--port=-1'], { code: 'wrongPort', value: '-1' }],
    [['--port'], { code: 'missingValue', option: '--port' }],
    [['--port', '--demo'], { code: 'missingValue', option: '--port' }],
    [['--data-dir='], { code: 'missingValue', option: '--data-dir' }],
    [['--lang', 'de'], { code: 'wrongLanguage', value: 'de' }],
    [['--demo=yes'], { code: 'unexpectedValue', option: '--demo' }],
    [['--prot', '1'], { code: 'unknownOption', option: '--prot' }],
    [['--toString'], { code: 'unknownOption', option: '--toString' }],
    [['-x'], { code: 'unknownOption', option: '-x' }],
    [['file.txt'], { code: 'unexpectedArgument', value: 'file.txt' }],
  ])('refuses %j', (args, problem) => {
    expect(readOptions(args, '/data')).toMatchObject({ kind: 'invalid', problem })
  })

  it('answers in the language asked for, wherever the mistake stands', () => {
    expect(readOptions(['--port', 'x', '--lang', 'ru'], '/')).toMatchObject({ kind: 'invalid', language: 'ru' })
    expect(readOptions(['--lang', 'ru', '--help', '--nonsense'], '/')).toEqual({ kind: 'help', language: 'ru' })
  })

  it('leaves foreign switches alone where the command line is shared with Chromium, but not its own mistakes', () => {
    const args = ['.', '--no-sandbox', '--remote-debugging-port=0', '--data-dir', '/srv/kurs']
    expect(readOptions(args, '/', true)).toMatchObject({ kind: 'run', options: { dataDir: '/srv/kurs' } })
    expect(readOptions(['--port', 'x'], '/', true)).toMatchObject({ kind: 'invalid' })
  })
})

describe('texts of the hosts', () => {
  it('have the same places to fill in both languages', () => {
    const places = (text: string) => [...text.matchAll(/\{\{\w+\}\}/g)].map(String).sort()
    const [ru, en] = [hostTexts('ru'), hostTexts('en')]
    for (const key of Object.keys(en) as (keyof typeof en)[]) {
      expect(places(ru[key]), key).toEqual(places(en[key]))
      expect(ru[key].trim(), key).not.toBe('')
    }
    expect(Object.keys(ru)).toEqual(Object.keys(en))
  })

  it('fills places and leaves unknown ones visible', () => {
    expect(fillText('{{a}} of {{b}}', { a: 1 })).toBe('1 of {{b}}')
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
