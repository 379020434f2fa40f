import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { type BrowserContext, expect, type Page, type Response as PageResponse } from '@playwright/test'
import Database from 'better-sqlite3'
import { v7 as uuidv7 } from 'uuid'
import { MAKING, makeHome } from '../../electron-fake/boot.ts'

export type Language = 'ru' | 'en'

/** Where a page keeps its key. */
const STORED_KEY = 'kurs-key'
const KEY_HEADER = 'x-kurs-key'

const ROOT = resolve(import.meta.dirname, '../../..')

/** What a procedure answered: its output, or the code and the data of its failure. */
export interface Answer {
  status: number
  output: unknown
}

/** The built app on a folder of its own, in the browser host; it can be stopped and started again on the same folder. */
export class Kurs {
  readonly #home = makeHome()
  #child: ChildProcess | null = null
  #ended: Promise<unknown> = Promise.resolve()
  #cookie = ''
  #key = ''
  /** `http://127.0.0.1:PORT` of the running app. */
  origin = ''
  /** The one-time address it printed. */
  address = ''
  /** What it complained about. */
  complaints: string[] = []

  /** @param args more options of the command line */
  async start(args: string[] = []): Promise<void> {
    const child = spawn(process.execPath, ['out/main/browser.js', '--no-open', '--data-dir', this.dir, ...args], {
      cwd: ROOT,
      env: { PATH: process.env.PATH, HOME: this.#home.home, XDG_RUNTIME_DIR: this.#home.home, LANG: 'en_US.UTF-8' },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    this.#child = child
    this.#ended = new Promise((done) => {
      child.once('exit', done)
    })
    child.stderr.on('data', (part: Buffer) => void this.complaints.push(part.toString()))
    this.address = await new Promise((found, reject) => {
      let text = ''
      child.stdout.on('data', (part: Buffer) => {
        text += part.toString()
        const line = /^http:\/\/127\.0\.0\.1:\S+$/m.exec(text)
        if (line) found(line[0])
      })
      void this.#ended.then(() => reject(new Error(`Kurs did not start: ${this.complaints.join('')}`)))
    })
    this.origin = new URL(this.address).origin
  }

  /** Fills the folder, before the start, with ten years of so many lines, every so-manieth of them unsorted. */
  async generate(activities: number, language: Language, unsortedOf: number): Promise<void> {
    const args = ['generate', '--activities', String(activities), '--years', '10', '--data-dir', this.dir]
    const env = {
      PATH: process.env.PATH,
      HOME: this.#home.home,
      LANG: language === 'ru' ? 'ru_RU.UTF-8' : 'en_US.UTF-8',
    }
    await promisify(execFile)(process.execPath, ['out/main/cli.js', ...args], { cwd: ROOT, env })
    const database = new Database(join(this.dir, 'kurs.sqlite'))
    database.prepare('UPDATE activity SET inbox = 1, kind = NULL WHERE id % ? = 0').run(unsortedOf)
    database.close()
  }

  get dir(): string {
    return join(this.#home.home, 'work')
  }

  /** Stops it: in good order, or as a loss of power would. */
  async stop(signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<void> {
    this.#child?.kill(signal)
    await this.#ended
  }

  /** Starts again on the same folder and port, so that open pages find it again. */
  async startAgain(): Promise<void> {
    await this.start(['--port', new URL(this.origin).port])
  }

  remove(): void {
    this.#home.remove()
  }

  /** Uses the one-time address up by opening it as a person would. */
  async openIn(page: Page, parameters = ''): Promise<void> {
    const address = new URL(this.address)
    address.search = parameters
    const isSession = (answer: PageResponse) =>
      answer.url() === `${this.origin}/session` && answer.request().method() === 'GET'
    const signedIn = page.waitForResponse((answer) => isSession(answer) && answer.ok())
    await page.goto(address.href)
    await signedIn
    const [cookie] = await page.context().cookies(this.origin)
    this.#cookie = `${cookie?.name}=${cookie?.value}`
    this.#key = (await page.evaluate((name) => localStorage.getItem(name), STORED_KEY)) ?? ''
  }

  /** Signs a browser in without a page. */
  async signIn(context: BrowserContext): Promise<void> {
    if (this.#cookie === '') await this.#exchange()
    const [name = '', value = ''] = this.#cookie.split('=')
    await context.addCookies([{ name, value, url: this.origin }])
    await context.addInitScript(
      ({ origin, stored, key }) => {
        // A page that has signed in by itself since then keeps its own.
        if (location.origin === origin && localStorage.getItem(stored) === null) localStorage.setItem(stored, key)
      },
      { origin: this.origin, stored: STORED_KEY, key: this.#key },
    )
  }

  async #exchange(): Promise<void> {
    const code = new URLSearchParams(new URL(this.address).hash.slice(1))
    const answer = await this.#post('/session', Object.fromEntries(code))
    this.#cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? ''
    expect(this.#cookie).not.toBe('')
    this.#key = ((await answer.json()) as { key: string }).key
  }

  /** A procedure of the contract, whatever it answers. One that makes an item gets a uid for it unless the input has one. */
  async ask(procedure: string, input: object = {}): Promise<Answer> {
    if (this.#cookie === '') await this.#exchange()
    const given = MAKING.test(procedure) ? { uid: uuidv7(), ...input } : input
    const answer = await this.#post(`/rpc/${procedure}`, { json: given })
    const body = (await answer.json()) as { json: unknown }
    return { status: answer.status, output: body.json }
  }

  /** A procedure of the contract that must succeed. */
  async call<Output = { uid: string; batchId: number }>(procedure: string, input: object = {}): Promise<Output> {
    const { status, output } = await this.ask(procedure, input)
    expect({ procedure, status, output }).toMatchObject({ status: 200 })
    return output as Output
  }

  /** The headers by which the host knows the page that has signed in. */
  get session(): { cookie: string; [KEY_HEADER]: string } {
    return { cookie: this.#cookie, [KEY_HEADER]: this.#key }
  }

  #post(path: string, body: object): Promise<Response> {
    return fetch(this.origin + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: this.origin, ...this.session },
      body: JSON.stringify(body),
    })
  }
}
