import { describe, expect, it } from 'vitest'
import { addDays, dayNumber, isoWeekKey } from '../calendar/calendar.ts'
import { expiredBackups, RETENTION, type RetainedBackup } from './retention.ts'

const DAYS = 3653

/** Small deterministic generator of numbers in [0, 1). */
function makeRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1664525 + 1013904223) % 2 ** 32
    return state / 2 ** 32
  }
}

interface Options {
  seed: number
  /** Days by which the clock jumps, by day of the simulation. */
  jumps?: Map<number, number>
}

/** Simulates ten years of use: a backup on most days, pinned ones now and then, some that turn out damaged. */
function simulate({ seed, jumps = new Map() }: Options): RetainedBackup[] {
  const random = makeRandom(seed)
  let kept: RetainedBackup[] = []
  let offset = 0
  let sequence = 0
  for (let index = 0; index < DAYS; index++) {
    offset += jumps.get(index) ?? 0
    if (random() < 0.2) continue
    const count = random() < 0.1 ? 2 : 1
    for (let made = 0; made < count; made++) {
      sequence += 1
      const day = addDays('2026-01-01', index + offset)
      kept.push({ name: `b${sequence}`, day, sequence, verified: true, pinned: random() < 0.02 })
      const expired = new Set(expiredBackups(kept))
      const newest = kept.findLast((backup) => backup.verified)
      expect(newest && expired.has(newest.name)).toBe(false)
      expect(kept.some((backup) => backup.pinned && expired.has(backup.name))).toBe(false)
      kept = kept.filter((backup) => !expired.has(backup.name))
      expect(kept.some((backup) => backup.verified)).toBe(true)
      expect(kept.filter((backup) => !backup.pinned).length).toBeLessThan(60)
    }
    const victim = random() < 0.01 ? kept[Math.floor(random() * kept.length)] : undefined
    if (victim !== undefined && kept.filter((backup) => backup.verified).length > 1) victim.verified = false
  }
  return kept
}

describe('expiredBackups', () => {
  it('keeps days, weeks, months and years of a steady calendar', () => {
    let kept: RetainedBackup[] = []
    for (let sequence = 1; sequence <= DAYS; sequence++) {
      kept.push({
        name: `b${sequence}`,
        day: addDays('2026-01-01', sequence - 1),
        sequence,
        verified: true,
        pinned: false,
      })
      const expired = new Set(expiredBackups(kept))
      kept = kept.filter((backup) => !expired.has(backup.name))
    }
    const days = kept.map((backup) => backup.day)
    const last = addDays('2026-01-01', DAYS - 1)
    expect(days.filter((day) => dayNumber(last) - dayNumber(day) < 7)).toHaveLength(RETENTION.daily)
    expect(new Set(days.map(isoWeekKey)).size).toBeGreaterThanOrEqual(RETENTION.weekly)
    expect(new Set(days.map((day) => day.slice(0, 7))).size).toBeGreaterThanOrEqual(RETENTION.monthly)
    expect(new Set(days.map((day) => day.slice(0, 4)))).toEqual(
      new Set(Array.from({ length: 11 }, (_, year) => String(2026 + year))),
    )
    expect(kept.length).toBeLessThanOrEqual(7 + 4 + 12 + 11)
  })

  it.each([1, 2, 3])('always leaves a restorable backup through ten years of use, seed %i', (seed) => {
    simulate({ seed })
  })

  it.each([
    ['a year back', new Map([[1000, -365]])],
    ['ten years ahead', new Map([[1000, 3650]])],
    [
      'ten years ahead and home again',
      new Map([
        [1000, 3650],
        [1010, -3650],
      ]),
    ],
    ['to and fro every month', new Map(Array.from({ length: 100 }, (_, i) => [i * 30, i % 2 === 0 ? 400 : -390]))],
  ])('always leaves a restorable backup when the clock jumps: %s', (_name, jumps) => {
    simulate({ seed: 7, jumps })
  })

  it('goes on keeping the latest days after the clock came home from the future', () => {
    const future = Array.from({ length: 10 }, (_, i) => addDays('2036-01-01', i))
    const present = Array.from({ length: 3 }, (_, i) => addDays('2026-02-01', i))
    const backups = [...future, ...present].map((day, index) => ({
      name: day,
      day,
      sequence: index + 1,
      verified: true,
      pinned: false,
    }))
    const expired = expiredBackups(backups)
    for (const day of present) expect(expired).not.toContain(day)
  })

  it('never counts on an unverified backup and never removes one', () => {
    const backups = [
      { name: 'good', day: '2026-01-01', sequence: 1, verified: true, pinned: false },
      ...Array.from({ length: 20 }, (_, i) => ({
        name: `bad${i}`,
        day: addDays('2026-01-02', i),
        sequence: i + 2,
        verified: false,
        pinned: false,
      })),
    ]
    expect(expiredBackups(backups)).toEqual([])
  })

  it('lets a pinned backup take no place of a regular one of the same day', () => {
    const backups = [
      { name: 'daily', day: '2026-01-01', sequence: 1, verified: true, pinned: false },
      { name: 'before-restore', day: '2026-01-01', sequence: 2, verified: true, pinned: true },
    ]
    expect(expiredBackups(backups)).toEqual([])
  })
})
