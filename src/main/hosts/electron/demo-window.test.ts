import { describe, expect, it } from 'vitest'
import type { HostOptions } from '#main/hosts/options.ts'
import { readOptions } from '#main/hosts/options.ts'
import { demoCommand, openDemoWindow } from './demo-window.ts'

const options: HostOptions = {
  open: true,
  port: 4321,
  dataDir: null,
  demo: false,
  language: 'en',
  restore: 'newest',
  browser: false,
  sandbox: false,
}
const launch = { options, dir: '/data/kurs', entry: '/app' }

describe('the window of the demo', () => {
  it('is that of a second launch beside this workspace, in the language of the page, without wishes of the first', () => {
    const { path, args } = demoCommand(launch, { path: '/electron', isPackaged: false }, 'ru')
    expect({ path, args }).toEqual({
      path: '/electron',
      args: ['/app', '--data-dir=/data/kurs', '--demo', '--lang=ru', '--no-sandbox'],
    })
    const read = readOptions(args, '/', true)
    expect(read).toMatchObject({
      kind: 'run',
      options: { dataDir: '/data/kurs', demo: true, language: 'ru', port: null },
    })
  })

  it('knows its app by itself once it is packaged', () => {
    expect(demoCommand(launch, { path: '/kurs', isPackaged: true }, 'en').args[0]).toBe('--data-dir=/data/kurs')
  })

  it('is there when it says so, and refused when it ends badly', async () => {
    const run = (code: string) => openDemoWindow({ path: process.execPath, args: ['-e', code] })
    expect(await run('console.log("kurs-up\\nkurs-ready")')).toEqual({ kind: 'shown' })
    await expect(run('process.exit(1)')).rejects.toMatchObject({ code: 'REFUSED' })
  })
})
