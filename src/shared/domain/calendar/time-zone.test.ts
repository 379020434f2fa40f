import { describe, expect, it } from 'vitest'
import { namedZone, ownZone } from './time-zone.ts'

const at = (zone: string, instant: string) => namedZone(zone)?.dayOf(Date.parse(instant))

describe('a named zone', () => {
  it('says which day it is there', () => {
    const instant = '2026-11-23T18:30:00Z'
    expect(at('UTC', instant)).toBe('2026-11-23')
    expect(at('Asia/Kathmandu', instant)).toBe('2026-11-24')
    expect(at('Asia/Kathmandu', '2026-11-23T18:14:59.999Z')).toBe('2026-11-23')
    expect(at('America/St_Johns', '2026-11-24T03:29:59Z')).toBe('2026-11-23')
    expect(at('America/St_Johns', '2026-11-24T03:30:00Z')).toBe('2026-11-24')
    expect(at('Pacific/Kiritimati', '2026-11-23T10:00:00Z')).toBe('2026-11-24')
    expect(at('Pacific/Pago_Pago', '2026-11-23T10:59:59Z')).toBe('2026-11-22')
  })

  it('keeps days that summer time makes short or long, and one that never was', () => {
    expect(at('Europe/Berlin', '2026-03-28T22:59:59Z')).toBe('2026-03-28')
    expect(at('Europe/Berlin', '2026-03-28T23:00:00Z')).toBe('2026-03-29')
    expect(at('Europe/Berlin', '2026-03-29T22:00:00Z')).toBe('2026-03-30')
    expect(at('Pacific/Apia', '2011-12-30T09:59:59Z')).toBe('2011-12-29')
    expect(at('Pacific/Apia', '2011-12-30T10:00:00Z')).toBe('2011-12-31')
  })

  it('does not exist under other names', () => {
    for (const name of ['', 'Nowhere', 'Mars/Olympus', '__proto__', 'UTC\n', '../etc', 'x'.repeat(10_000)])
      expect(namedZone(name)).toBeNull()
  })

  it('refuses instants outside the calendar', () => {
    expect(() => at('UTC', '1899-12-31T23:59:59Z')).toThrow(RangeError)
    expect(() => at('UTC', '2200-01-01T00:00:00Z')).toThrow(RangeError)
    expect(() => namedZone('UTC')?.dayOf(Number.NaN)).toThrow(RangeError)
  })
})

it('the own zone follows the process', () => {
  const before = process.env.TZ
  try {
    const instant = Date.parse('2026-11-23T18:30:00Z')
    for (const [zone, day] of [
      ['Asia/Kathmandu', '2026-11-24'],
      ['UTC', '2026-11-23'],
    ]) {
      process.env.TZ = zone
      expect(ownZone.dayOf(instant)).toBe(day)
    }
  } finally {
    if (before === undefined) delete process.env.TZ
    else process.env.TZ = before
  }
})
