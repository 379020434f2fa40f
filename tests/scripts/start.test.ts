import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

/** Says what it was called with, as the entries of a real build would be. */
const ECHO = `console.log(JSON.stringify({ args: process.argv.slice(2), cwd: process.cwd() }))`
/** Told to stay before it says that it is up: a signal may come as soon as it has said so. */
const STAY = `setInterval(() => {}, 1000); process.on('SIGTERM', () => process.exit(7))`

const repository = resolve(import.meta.dirname, '../..')
const children: ChildProcess[] = []
let root = ''

function write(path: string, text: string): string {
  const file = join(root, path)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
  return file
}

/** Puts a script in the place of a program that is not there: the Electron binary, a build tool. */
function writeProgram(path: string, code: string): void {
  chmodSync(write(path, `#!${process.execPath}\n${code}\n`), 0o755)
}

/** An Electron as its installer leaves it: path.txt is written last. */
function writeElectron(code: string): void {
  writeProgram('node_modules/electron/dist/electron', code)
  write('node_modules/electron/dist/version', '45.0.0')
  write('node_modules/electron/path.txt', 'electron')
}

interface Launch {
  script?: string
  env?: NodeJS.ProcessEnv
  node?: string[]
}

function launch(args: string[], { script = 'start', env = {}, node = [] }: Launch = {}) {
  const { npm_lifecycle_event: _event, WAYLAND_DISPLAY: _display, ...own } = process.env
  const child = spawn(process.execPath, [...node, join(root, 'scripts', `${script}.mjs`), ...args], {
    cwd: root,
    env: { ...own, LC_ALL: 'en_US.UTF-8', DISPLAY: ':99', KURS_ELECTRON_PATIENCE: '30', ...env },
  })
  children.push(child)
  const result = { stdout: '', stderr: '' }
  child.stdout.on('data', (chunk) => {
    result.stdout += chunk
  })
  child.stderr.on('data', (chunk) => {
    result.stderr += chunk
  })
  const ended = new Promise<{ code: number | null; stdout: string; stderr: string }>((done) => {
    child.on('close', (code) => done({ code, ...result }))
  })
  return { child, ended, result }
}

const run = (args: string[], options?: Launch) => launch(args, options).ended

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'kurs-start-'))
  cpSync(join(repository, 'scripts'), join(root, 'scripts'), { recursive: true })
  for (const path of ['package.json', 'src/shared/model', 'src/shared/locales', 'src/main/hosts', 'src/main/store']) {
    cpSync(join(repository, path), join(root, path), { recursive: true })
  }
  mkdirSync(join(root, 'node_modules'))
  for (const name of ['zod', 'i18next'])
    symlinkSync(join(repository, 'node_modules', name), join(root, 'node_modules', name))
  write('src/main/browser.ts', '')
  for (const name of ['electron', 'browser', 'cli']) write(`out/main/${name}.js`, ECHO)
  write('out/preload/index.cjs', '')
  write('out/renderer/index.html', '')
  write('node_modules/electron/package.json', '{ "version": "45.0.0" }')
  write('node_modules/electron/install.js', 'console.error("Error: no network"); process.exit(1)')
})

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  rmSync(root, { recursive: true, force: true })
})

describe('options', () => {
  it.each([
    ['--nonsense', 'Unknown option --nonsense. See --help.'],
    ['--port=70000', '--port needs a whole number from 1 to 65535, not “70000”.'],
    ['surplus', 'Unexpected argument “surplus”. See --help.'],
  ])('%s is refused in one line', async (option, line) => {
    expect(await run(['--browser', option])).toEqual({ code: 2, stdout: '', stderr: `${line}\n` })
  })

  it('answers in Russian when asked to, or when the system is Russian', async () => {
    expect((await run(['--lang', 'ru', '--port', 'x'])).stderr).toMatch(/^--port — целое число .*\n$/)
    expect((await run(['--x'], { env: { LC_ALL: 'ru_RU.UTF-8' } })).stderr).toMatch(/^Неизвестный параметр --x/)
  })

  it('prints the help with every option', async () => {
    const { code, stdout } = await run(['--help'])
    expect(code).toBe(0)
    const names = ['browser', 'no-open', 'port N', 'data-dir DIR', 'demo', 'lang ru|en', 'restore NAME', 'no-sandbox']
    for (const name of names) {
      expect(stdout).toContain(`--${name}`)
    }
    expect(stdout).not.toContain('{{')
  })

  it.each(['browser', 'desktop'])(
    'hands every option of the app to the %s, the folder as the caller meant it',
    async (host) => {
      writeElectron(ECHO)
      const args = ['--no-open', '--port', '4321', '--data-dir', 'mine', '--demo', '--lang', 'ru']
      const more = ['--restore', 'newest', '--no-sandbox', ...(host === 'browser' ? ['--browser'] : [])]
      const { stdout } = await run([...args, ...more], {
        env: { npm_lifecycle_event: 'start', INIT_CWD: '/elsewhere' },
      })
      expect(JSON.parse(stdout).args).toEqual([
        ...(host === 'browser' ? [] : [root]),
        '--data-dir=/elsewhere/mine',
        '--demo',
        '--lang=ru',
        '--restore=newest',
        '--port=4321',
        '--no-open',
        '--no-sandbox',
      ])
    },
  )
})

describe('the desktop window', () => {
  it('is handed the options of the app and owns the terminal once it is ready', async () => {
    writeElectron(`console.log('kurs-up\\nkurs-ready\\n' + process.argv.slice(2).join(' ')); process.exitCode = 3`)
    const { code, stdout, stderr } = await run(['--data-dir', '/data'])
    expect({ code, stdout, stderr }).toEqual({ code: 3, stdout: `${root} --data-dir=/data\n`, stderr: '' })
  })

  it('may tell over IPC that it is ready', async () => {
    writeElectron(`process.send('kurs-ready', () => process.exit(5))`)
    expect((await run([])).code).toBe(5)
  })

  it('is left alone when a running instance took over', async () => {
    writeElectron('process.exit(0)')
    expect(await run([])).toEqual({ code: 0, stdout: '', stderr: '' })
  })

  it.each([
    ['there is no display', '', { DISPLAY: '' }, 'there is no display'],
    ['it dies', 'console.error("noise\\n[1:ERROR] no sandbox\\nnoise"); process.exit(9)', {}, /code 9: .*no sandbox/],
    ['it hangs', 'setInterval(() => {}, 1000)', { KURS_ELECTRON_PATIENCE: '2' }, 'Electron was not ready after 2 s'],
  ])('gives way to the browser when %s', async (_case, code, env, why) => {
    writeElectron(code)
    const { stdout, stderr, ...result } = await run(['--no-open'], { env })
    expect(result.code).toBe(0)
    expect(JSON.parse(stdout).args).toEqual(['--no-open'])
    expect(stderr).toMatch(why)
    expect(stderr.trim().split('\n')).toHaveLength(1)
  })

  it('may take its time once Electron itself runs: a question may be open, a database being read', async () => {
    const slow = `process.stdout.write('kurs-'); setTimeout(() => console.log('up'), 500)
      setTimeout(() => { console.log('kurs-ready'); process.exit(6) }, 5000)`
    writeElectron(slow)
    expect(await run([], { env: { KURS_ELECTRON_PATIENCE: '3' } })).toEqual({ code: 6, stdout: '', stderr: '' })
  })

  it('says itself why it does not open, and nothing is tried twice', async () => {
    writeElectron(`console.log('kurs-up'); console.error('The database is damaged.'); process.exit(1)`)
    expect(await run([])).toEqual({ code: 1, stdout: '', stderr: 'The database is damaged.\n' })
  })

  it('gives way to the browser when it crashes before its window is shown', async () => {
    writeElectron(`console.log('kurs-up'); process.kill(process.pid, 'SIGSEGV')`)
    const { stdout, stderr } = await run([])
    expect(stderr).toContain('Electron ended with code 139')
    expect(JSON.parse(stdout).args).toEqual([])
  })

  const usable = '[1:2:FATAL:content/zygote_host_impl_linux.cc:128] No usable sandbox! If you are running on Ubuntu'
  it.each([
    ['it says so', `console.error(${JSON.stringify(usable)}); process.exit(1)`],
    ['it is trapped', `process.kill(process.pid, 'SIGTRAP')`],
    ['its helper is not set up', `console.error('The SUID sandbox helper binary was found, but'); process.exit(134)`],
  ])('names the remedy where the system forbids the sandbox: %s', async (_case, code) => {
    writeElectron(code)
    const path = join(root, 'node_modules/electron/dist/electron')
    const { stdout, stderr } = await run([])
    expect(JSON.parse(stdout).args).toEqual([])
    expect(stderr).toBe(
      `The desktop window did not open (this system forbids Chromium’s sandbox; allow it by an AppArmor profile for ${path}, or by sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0); using the browser.\n`,
    )
    const russian = await run(['--lang=ru'])
    expect(russian.stderr).toMatch(
      /^Окно приложения не открылось \(система не даёт .*userns=0\), запускаю в браузере\.\n$/,
    )
  })

  it('never takes the sandbox off by itself, and says why root has no window', async () => {
    writeElectron(
      `console.error('Running as root without --no-sandbox is not supported.', process.argv.slice(3).join()); process.exit(1)`,
    )
    expect((await run([])).stderr).toBe(
      'The desktop window did not open (Electron does not run as root); using the browser.\n',
    )
    writeElectron(`console.error(process.argv.slice(3).join()); process.exit(9)`)
    expect((await run([])).stderr).not.toContain('no-sandbox')
  })

  it('outlives the reader of its terminal', async () => {
    const chatty = `console.log('kurs-up\\nkurs-ready'); let n = 0
      setInterval(() => { console.log('line'); console.error('line'); if (n++ > 10) process.exit(8) }, 100)`
    writeElectron(chatty)
    const { child, ended, result } = launch([])
    await expect.poll(() => result.stdout, { timeout: 30_000 }).toContain('line')
    child.stdout?.destroy()
    child.stderr?.destroy()
    expect((await ended).code).toBe(8)
  })

  it.each([
    ['a part of it is unpacked', () => rmSync(join(root, 'node_modules/electron/path.txt'))],
    ['it belongs to another version', () => write('node_modules/electron/dist/version', '44.0.0')],
  ])('is downloaded again where %s', async (_case, spoil) => {
    writeElectron('process.exit(9)')
    spoil()
    const { stderr } = await run([])
    expect(stderr).toContain('Downloading Electron')
    expect(stderr).toContain('Electron could not be downloaded: Error: no network')
  })

  it.each([
    ['the environment', (proxy: string) => ({ HTTPS_PROXY: proxy, HTTP_PROXY: proxy })],
    ['npm', (proxy: string) => ({ npm_config_https_proxy: proxy, npm_config_proxy: proxy })],
  ])('is downloaded through the proxy of %s', async (_case, toEnv) => {
    const asked: string[] = []
    const proxy = createServer((request, response) => {
      asked.push(request.url ?? '')
      response.end()
    })
    proxy.on('connect', (request, socket) => {
      asked.push(request.url ?? '')
      socket.end('HTTP/1.1 403 Forbidden\r\n\r\n')
    })
    await new Promise<void>((listening) => proxy.listen(0, '127.0.0.1', listening))
    try {
      write('node_modules/electron/install.js', `await fetch('https://electron.invalid/'); export {}`)
      const { port } = proxy.address() as AddressInfo
      const none = { no_proxy: '', NO_PROXY: '', https_proxy: '', http_proxy: '', HTTPS_PROXY: '', HTTP_PROXY: '' }
      await run([], { env: { ...none, ...toEnv(`http://127.0.0.1:${port}`) } })
      expect([...new Set(asked)]).toEqual(['electron.invalid:443'])
    } finally {
      proxy.close()
    }
  })

  it('gives way to the browser when it cannot be downloaded', async () => {
    const { stdout, stderr } = await run([])
    expect(stderr).toBe(
      'Downloading Electron, the desktop window of Kurs...\n' +
        'The desktop window did not open (Electron could not be downloaded: Error: no network); using the browser.\n',
    )
    expect(JSON.parse(stdout).args).toEqual([])
  })

  it('waits for a download only while it grows', async () => {
    const grow = `const { appendFileSync } = await import('node:fs'); const { tmpdir } = await import('node:os')
      let n = 0; setInterval(() => { if (n++ < 6) appendFileSync(tmpdir() + '/part', 'x') }, 1000)`
    write('node_modules/electron/install.js', grow)
    const started = Date.now()
    const { stderr } = await run([], { env: { KURS_ELECTRON_PATIENCE: '4' } })
    expect(stderr).toContain('Electron could not be downloaded: no progress for 4 s')
    expect(Date.now() - started).toBeGreaterThan(9000)
  })

  it('opens after a download', async () => {
    const program = `#!${process.execPath}\\nconsole.log('kurs-ready'); process.exitCode = 4`
    const install = `const fs = await import('node:fs'); const dist = ${JSON.stringify('node_modules/electron/dist')}
      fs.mkdirSync(dist); fs.writeFileSync(dist + '/electron', "${program}", { mode: 0o755 })
      fs.writeFileSync(dist + '/version', 'v45.0.0'); fs.writeFileSync(dist + '/../path.txt', 'electron')`
    write('node_modules/electron/install.js', install)
    expect((await run([])).code).toBe(4)
  })
})

describe('signals', () => {
  it.each(['browser', 'desktop'])('reach the %s and its exit code comes back', async (host) => {
    write('out/main/browser.js', `${STAY}; console.log('up')`)
    writeElectron(`${STAY}; console.log('kurs-ready\\nup')`)
    const { child, ended, result } = launch(host === 'browser' ? ['--browser'] : [])
    await expect.poll(() => result.stdout, { timeout: 30_000 }).toContain('up')
    child.kill('SIGTERM')
    expect((await ended).code).toBe(7)
  })

  it('report a killed host as a shell would', async () => {
    write('out/main/browser.js', `process.kill(process.pid, 'SIGKILL')`)
    expect((await run(['--browser'])).code).toBe(137)
  })
})

describe('the build', () => {
  const build = `import('node:fs').then((fs) => fs.writeFileSync('out/main/browser.js', 'console.log("built")'))`

  it.each([
    ['a source is newer', () => utimesSync(join(root, 'src/main/browser.ts'), new Date(), new Date(Date.now() + 9000))],
    ['a source was removed', () => utimesSync(join(root, 'src/main'), new Date(), new Date(Date.now() + 9000))],
    ['an output is missing', () => rmSync(join(root, 'out/renderer/index.html'))],
  ])('is made again when %s', async (_case, change) => {
    writeProgram('node_modules/.bin/electron-vite', build)
    change()
    expect(await run(['--browser'])).toEqual({ code: 0, stdout: 'built\n', stderr: 'Building Kurs...\n' })
  })

  it('stops the start when it fails, with its words', async () => {
    writeProgram('node_modules/.bin/electron-vite', 'console.error("broken import"); process.exit(1)')
    rmSync(join(root, 'out'), { recursive: true })
    const { code, stdout, stderr } = await run(['--browser'])
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toContain('broken import')
  })

  it('asks for npm ci where nothing is installed', async () => {
    rmSync(join(root, 'node_modules'), { recursive: true })
    const { code, stderr } = await run(['--browser'])
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: 'The packages of Kurs are not installed: run `npm ci` first.\n',
    })
  })
})

describe('an old Node', () => {
  const pretend = `data:text/javascript,Object.defineProperty(process.versions,'node',{value:'20.9.0'})`

  it('hands over to the Node of node_modules', async () => {
    const folder = `node_modules/node-${process.platform}-${process.arch}/bin`
    mkdirSync(join(root, folder), { recursive: true })
    symlinkSync(process.execPath, join(root, folder, 'node'))
    const { code, stdout } = await run(['--browser', '--demo'], { node: ['--import', pretend] })
    expect({ code, args: JSON.parse(stdout).args }).toEqual({ code: 0, args: ['--demo'] })
  })

  it('is told in one line where there is no other', async () => {
    const { code, stderr } = await run(['--browser'], { node: ['--import', pretend] })
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: 'Kurs needs Node.js 24 or newer; this is 20.9.0.\n',
    })
  })
})

describe('the terminal client', () => {
  it('gets its arguments, the folder of the caller, and gives its exit code back', async () => {
    write('out/main/cli.js', `${ECHO}; process.exitCode = 6`)
    const env = { npm_lifecycle_event: 'kurs', INIT_CWD: tmpdir() }
    const { code, stdout } = await run(['add', 'курс OTUS', '--json'], { script: 'kurs', env })
    expect(code).toBe(6)
    expect(JSON.parse(stdout)).toEqual({ args: ['add', 'курс OTUS', '--json'], cwd: tmpdir() })
  })
})
