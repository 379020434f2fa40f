import { describe, expect, it } from 'vitest'
import {
  chooseWorkspaceDir,
  chromiumProfileDir,
  codeCacheDir,
  defaultWorkspaceDir,
  demoWorkspaceDir,
} from './workspace-dir.ts'

describe('defaultWorkspaceDir', () => {
  it.each([
    ['linux', {}, '/home/anna', '/home/anna/.local/share/kurs'],
    ['linux', { XDG_DATA_HOME: '/data' }, '/home/anna', '/data/kurs'],
    ['linux', { XDG_DATA_HOME: 'relative' }, '/home/anna', '/home/anna/.local/share/kurs'],
    ['freebsd', {}, '/home/anna', '/home/anna/.local/share/kurs'],
    ['darwin', {}, '/Users/anna', '/Users/anna/Library/Application Support/Kurs'],
    ['win32', { APPDATA: 'D:\\Roaming' }, 'C:\\Users\\anna', 'D:\\Roaming\\Kurs'],
    ['win32', {}, 'C:\\Users\\anna', 'C:\\Users\\anna\\AppData\\Roaming\\Kurs'],
  ] as const)('%s %o', (platform, env, home, expected) => {
    expect(defaultWorkspaceDir(env, platform, home)).toBe(expected)
  })

  it('is overridden by KURS_DATA_DIR, and an empty one does not count', () => {
    expect(defaultWorkspaceDir({ KURS_DATA_DIR: '/srv/my kurs' }, 'linux', '/home/anna')).toBe('/srv/my kurs')
    expect(defaultWorkspaceDir({ KURS_DATA_DIR: '' }, 'linux', '/home/anna')).toBe('/home/anna/.local/share/kurs')
  })
})

describe('the folders beside it', () => {
  it('gives the demo a folder of its own', () => {
    expect(demoWorkspaceDir('/home/anna/.local/share/kurs')).toBe('/home/anna/.local/share/kurs-demo')
  })

  it('is chosen by the options', () => {
    const choose = (dataDir: string | null, demo: boolean) =>
      chooseWorkspaceDir({ dataDir, demo }, {}, 'linux', '/home/anna')
    expect(choose(null, false)).toBe('/home/anna/.local/share/kurs')
    expect(choose(null, true)).toBe('/home/anna/.local/share/kurs-demo')
    expect(choose('/srv/a', false)).toBe('/srv/a')
    expect(choose('/srv/a', true)).toBe('/srv/a-demo')
  })

  it('keeps the browser profile out of the workspace and apart for each workspace', () => {
    const profile = (dir: string) => chromiumProfileDir({}, 'linux', '/home/anna', dir)
    expect(profile('/home/anna/.local/share/kurs')).toBe('/home/anna/.config/kurs-desktop')
    expect(profile('/srv/a')).toMatch(/^\/home\/anna\/\.config\/kurs-desktop-[0-9a-f]{12}$/)
    expect(profile('/srv/a')).not.toBe(profile('/srv/b'))
  })

  it('keeps compiled code where caches are', () => {
    expect(codeCacheDir({}, 'linux', '/home/anna')).toBe('/home/anna/.cache/kurs/code')
    expect(codeCacheDir({ XDG_CACHE_HOME: '/cache' }, 'linux', '/home/anna')).toBe('/cache/kurs/code')
    expect(codeCacheDir({}, 'darwin', '/Users/anna')).toBe('/Users/anna/Library/Caches/Kurs/code')
    expect(codeCacheDir({}, 'win32', 'C:\\Users\\anna')).toBe('C:\\Users\\anna\\AppData\\Local\\Kurs Code Cache')
  })

  it('is on the local disk on Windows', () => {
    const profile = chromiumProfileDir({}, 'win32', 'C:\\Users\\anna', 'C:\\Users\\anna\\AppData\\Roaming\\Kurs')
    expect(profile).toBe('C:\\Users\\anna\\AppData\\Local\\Kurs Desktop')
  })
})
