import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { contract } from '#shared/contract/contract.ts'
import { READS } from '#shared/contract/reads.ts'
import { RefusalReason } from '#shared/model/failure.ts'

const SRC = resolve(import.meta.dirname, '../../src')

/** What nobody asks yet, each with the reason why it stays. */
const NOT_YET: Record<string, string> = {
  'experiments.get': 'every entity can be read by itself',
  'savedViews.get': 'every entity can be read by itself',
}

/** Who may ask: the page, the hosts, the terminal. */
const CALLERS = ['renderer', 'main/hosts', 'main/cli.ts', 'preload']

function sourcesIn(path: string): string[] {
  if (path.endsWith('.ts')) return [readFileSync(path, 'utf8')]
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
    .map((file) => readFileSync(join(path, file), 'utf8'))
}

const text = CALLERS.flatMap((caller) => sourcesIn(join(SRC, caller))).join('\n')

const procedures = Object.entries(contract).flatMap(([feature, names]) =>
  Object.keys(names).map((name) => `${feature}.${name}`),
)

describe('every procedure', () => {
  const called = new Set(
    [...text.matchAll(/\b(?:client|query)\s*\.(\w+)\s*\.(\w+)/g)].map((call) => `${call[1]}.${call[2]}`),
  )

  it.each(procedures)('%s is asked by somebody', (procedure) => {
    expect(called.has(procedure)).toBe(!(procedure in NOT_YET))
  })

  it('of which the page keeps the answer says what it reads', () => {
    const kept = [...text.matchAll(/\bquery\s*\.(\w+)\s*\.(\w+)\s*\.(?:queryOptions|infiniteOptions|queryKey)\b/g)]
    const known = Object.entries(READS).flatMap(([feature, names]) =>
      Object.keys(names).map((name) => `${feature}.${name}`),
    )
    expect([...new Set(kept.map((query) => `${query[1]}.${query[2]}`))].sort()).toEqual(known.sort())
  })
})

describe('every reason to refuse', () => {
  const main = sourcesIn(join(SRC, 'main')).join('\n')
  const domain = sourcesIn(join(SRC, 'shared')).join('\n')

  it.each(RefusalReason.options)('%s is given somewhere', (reason) => {
    expect(new RegExp(`refuse\\([^;]*'${reason}'|reason: [^;]*'${reason}'`).test(`${main}${domain}`)).toBe(true)
  })
})
