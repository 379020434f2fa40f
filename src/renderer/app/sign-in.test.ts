import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { KEY_HEADER, PAGE_KEY } from '#shared/contract/transport.ts'
import { signIn } from './sign-in.ts'

interface Asked {
  path: string
  method: string
  body: unknown
  /** The address bar at the time of the request. */
  address: string
  /** The key the page shows. */
  key: string | null
}

let asked: Asked[]
let stored: Map<string, string>
/** What the tab remembers. */
let inTab: Map<string, string>

beforeEach(() => {
  asked = []
  stored = new Map()
  inTab = new Map()
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => stored.get(name) ?? null,
    setItem: (name: string, value: string) => stored.set(name, value),
  })
})

afterEach(() => vi.unstubAllGlobals())

/** A page at an address whose host answers with these statuses in turn; a session that begins has the key `new-key`. */
function openPage(address: string, statuses: number[], more: object = {}): Window & { location: { href: string } } {
  const location = new URL(address)
  const page = {
    location,
    sessionStorage: {
      setItem: (name: string, value: string) => inTab.set(name, value),
      removeItem: (name: string) => inTab.delete(name),
    },
    history: {
      state: null,
      replaceState: (_state: unknown, _title: string, to: string) => {
        location.href = new URL(to, location.origin).href
      },
    },
    fetch: async (path: string, init: RequestInit & { body?: string } = {}) => {
      const body: unknown = init.body === undefined ? null : JSON.parse(init.body)
      const method = init.method ?? 'GET'
      asked.push({ path, method, body, address: location.href, key: new Headers(init.headers).get(KEY_HEADER) })
      const status = statuses[asked.length - 1] ?? 500
      return method === 'POST' && status === 200
        ? Response.json({ [PAGE_KEY]: 'new-key' })
        : new Response(null, { status })
    },
    ...more,
  }
  return page as unknown as Window & { location: { href: string } }
}

describe('signIn', () => {
  it('exchanges the code of the address, which is gone from the address bar before', async () => {
    const page = openPage('http://127.0.0.1:4000/?lang=ru#sign-in=abc-_1', [200, 204])
    expect(await signIn(page)).toBe('signed-in')
    const address = 'http://127.0.0.1:4000/?lang=ru'
    expect(asked).toEqual([
      { path: '/session', method: 'POST', body: { 'sign-in': 'abc-_1' }, address, key: null },
      { path: '/session', method: 'GET', body: null, address, key: 'new-key' },
    ])
    expect(page.location.href).toBe(address)
  })

  it('is signed in by an earlier code when this one is used', async () => {
    expect(await signIn(openPage('http://127.0.0.1:4000/#sign-in=used', [401, 204]))).toBe('signed-in')
    expect(asked.map(({ method }) => method)).toEqual(['POST', 'GET'])
  })

  it('shows the key of an earlier session, which a refused code does not replace', async () => {
    stored.set('kurs-key', 'old-key')
    expect(await signIn(openPage('http://127.0.0.1:4000/#sign-in=used', [401, 204]))).toBe('signed-in')
    expect(asked.at(-1)?.key).toBe('old-key')
    expect([...stored.values()]).toEqual(['old-key'])
  })

  it('remembers the way back only of an address whose code is accepted', async () => {
    await signIn(openPage('http://127.0.0.1:4000/#sign-in=wrong&from=5000', [401, 204]))
    expect([...inTab]).toEqual([])
    await signIn(openPage('http://127.0.0.1:4000/#from=5000', [204, 204, 204]))
    expect([...inTab]).toEqual([])
    asked = []
    const page = openPage('http://127.0.0.1:4000/#sign-in=right&from=5000', [200, 204])
    await signIn(page)
    expect([...inTab]).toEqual([['kurs-came-from', '5000']])
    expect(page.location.href).toBe('http://127.0.0.1:4000/')
  })

  it('says that signing in is needed', async () => {
    const page = openPage('http://127.0.0.1:4000/#sign-in=wrong', [401, 401])
    expect(await signIn(page)).toBe('needed')
    expect(page.location.href).toBe('http://127.0.0.1:4000/')
    expect(await signIn(openPage('http://127.0.0.1:4000/', [401, 401, 401]))).toBe('needed')
  })

  it('leaves other fragments alone', async () => {
    const page = openPage('http://127.0.0.1:4000/journal#line-3', [204])
    expect(await signIn(page)).toBe('signed-in')
    expect(page.location.href).toBe('http://127.0.0.1:4000/journal#line-3')
    expect(asked.map(({ method }) => method)).toEqual(['GET'])
  })

  it('has nothing to do in the desktop window', async () => {
    expect(await signIn(openPage('app://kurs/', [], { kursDesktop: {} }))).toBe('signed-in')
    expect(asked).toEqual([])
  })
})
