import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ReviewFacts } from '#shared/model/review-facts.ts'
import { archiveText } from '../../../../../tests/fixtures/archive-text.ts'
import { openSample } from '../../../../../tests/fixtures/sample-workspace.ts'
import { inspectArchive } from './archive-import.ts'

let root: string
let empty: string

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'kurs-heavy-'))
  const workspace = openSample(join(root, 'empty'))
  empty = await archiveText(workspace)
  workspace.close()
})

afterEach(() => rmSync(root, { recursive: true }))

/** Inspects an archive with these items of one type; answers the result and the CPU time in seconds. */
function inspect(type: string, items: string) {
  const file = join(root, 'heavy.archive')
  writeFileSync(file, empty.replace(`"${type}":[]`, `"${type}":[${items}]`))
  const before = process.cpuUsage()
  const { problems, moreProblems } = inspectArchive(file, () => {})
  const { user, system } = process.cpuUsage(before)
  return { problems: problems.length, moreProblems, seconds: (user + system) / 1e6 }
}

describe('a heavy archive', () => {
  it('of two million bad items is given up within a second', () => {
    const { seconds, ...found } = inspect('activity', `${'{},'.repeat(1_999_999)}{}`)
    expect(found).toEqual({ problems: 100, moreProblems: true })
    expect(seconds).toBeLessThan(1)
  })

  it('of one item a hundred thousand times is given up at the hundredth', () => {
    const person = `{"uid":"019b0000-0000-7000-8000-000000000001","createdAt":1,"updatedAt":1,"name":"x","role":"peer","position":"","company":"","contact":"","cadenceDays":null,"notes":"","links":[],"tags":[]}`
    const { seconds, ...found } = inspect('person', `${`${person},`.repeat(100_000)}${person}`)
    expect(found).toEqual({ problems: 100, moreProblems: true })
    expect(seconds).toBeLessThan(1)
  })

  it('of one item with a million keys is refused', () => {
    const keys = Array.from({ length: 900_000 }, (_, index) => `"${index}":9`).join()
    expect(() => inspect('skill', `{"targets":{${keys}}}`)).toThrow(/archive-damaged.*more than 1000 keys/)
  })

  it('of one item with long lists of nothing is given up', () => {
    const list = `[${'{},'.repeat(1999)}{}]`
    const facts = Object.keys(ReviewFacts.shape).map((name) => `"${name}":${list}`)
    const found = inspect('review', `{"snapshot":{"version":2,"facts":{${facts.join()}}}}`)
    expect(found.moreProblems).toBe(true)
    expect(found.seconds).toBeLessThan(2)
  })
})
