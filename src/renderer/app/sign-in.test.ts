import { beforeEach, describe, expect, it } from 'vitest'
import { signIn } from './sign-in.ts'

interface Asked {
  path: string
  method: string
  body: unknown
  /** The address bar at that moment. */
  address: string
}

let asked: Asked[]

beforeEach(() => {
  asked = []
})

/** A page at an address, whose host answers in turn with these statuses. */
function openPage(address: string, statuses: number[], more: object = {}): Window & { location: { href: string } } {
  const location = new URL(address)
  const page = {
    location,
    history: {
      state: null,
      replaceState: (_state: unknown, _title: string, to: string) => {
        location.href = new URL(to, location.origin).href
      },
    },
    fetch: async (path: string, init: { method?: string; body?: string } = {}) => {
      const body: unknown = init.body === undefined ? null : JSON.parse(init.body)
      asked.push({ path, method: init.method ?? 'GET', body, address: location.href })
      return new Response(null, { status: statuses[asked.length - 1] ?? 500 })
    },
    ...more,
  }
  return page as unknown as Window & { location: { href: string } }
}

describe('signIn', () => {
  it('exchanges the code of the address, which is gone from the address bar before', async () => {
    const page = openPage('http://127.0.0.1:4000/?lang=ru#sign-in=abc-_1', [204])
    expect(await signIn(page)).toBe('signed-in')
    const address = 'http://127.0.0.1:4000/?lang=ru'
    expect(asked).toEqual([{ path: '/session', method: 'POST', body: { 'sign-in': 'abc-_1' }, address }])
    expect(page.location.href).toBe(address)
  })

  it('is signed in by an earlier code when this one is used', async () => {
    expect(await signIn(openPage('http://127.0.0.1:4000/#sign-in=used', [401, 204]))).toBe('signed-in')
    expect(asked.map(({ method }) => method)).toEqual(['POST', 'GET'])
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
