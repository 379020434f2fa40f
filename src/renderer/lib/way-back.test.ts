import { beforeEach, describe, expect, it } from 'vitest'
import { keepWayBack, readWayBack, withWayBack } from './way-back.ts'

let stored: Map<string, string>
let storage: Storage

beforeEach(() => {
  stored = new Map()
  storage = {
    getItem: (name: string) => stored.get(name) ?? null,
    setItem: (name: string, value: string) => stored.set(name, value),
    removeItem: (name: string) => stored.delete(name),
  } as unknown as Storage
})

/** What is remembered of an address that was opened. */
function open(address: string): string | null {
  keepWayBack(new URLSearchParams(new URL(address).hash.slice(1)), storage)
  return readWayBack(storage, 'ru')
}

describe('the way back from the demo', () => {
  it('goes along in the fragment, beside the code, and leads to the page that opened it', () => {
    const address = withWayBack('http://127.0.0.1:5000/?lang=ru#sign-in=abc-_1', { port: '4000' })
    expect(address).toBe('http://127.0.0.1:5000/?lang=ru#sign-in=abc-_1&from=4000')
    expect(open(address)).toBe('http://127.0.0.1:4000/?lang=ru')
  })

  it.each(['', '0', '65536', '-1', '04000', '4000/x', '4000@evil.example', 'http://evil.example', '4000 '])(
    'is never %j',
    (from) => {
      expect(open(`http://127.0.0.1:5000/#sign-in=a&from=${encodeURIComponent(from)}`)).toBeNull()
      stored.set('kurs-came-from', from)
      expect(readWayBack(storage, 'ru')).toBeNull()
    },
  )

  it('is forgotten when the demo is opened by its own address', () => {
    expect(open('http://127.0.0.1:5000/#sign-in=a&from=4000')).not.toBeNull()
    expect(open('http://127.0.0.1:5000/#sign-in=b')).toBeNull()
  })
})
