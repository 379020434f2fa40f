import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { findBuilt } from './built.ts'

const COMPILERS = ['cc', 'gcc', 'clang']
const CACHE = resolve(import.meta.dirname, '../../../.cache')

/** A tool that is loaded into a process and stands between it and its system calls. */
export interface Tool {
  /** Path of the library. */
  file: string
  remove(): void
}

/** Its C sources. */
export const TOOLS = ['faults', 'recorder'] as const

/** A tool, which is built from its C source unless that was done for the whole run; null where that cannot be: on Linux with a C compiler alone (`npm test` fetches one where it may). */
export function buildTool(name: (typeof TOOLS)[number]): Tool | null {
  const built = findBuilt()
  if (built !== null) {
    const file = built.tools[name]
    return file === undefined ? null : { file, remove: () => {} }
  }
  if (process.platform !== 'linux') return null
  const file = join(CACHE, `${name}-${process.pid}.so`)
  const source = join(import.meta.dirname, `${name}.c`)
  mkdirSync(dirname(file), { recursive: true })
  const isBuilt = COMPILERS.some((compiler) => {
    const args = ['-shared', '-fPIC', '-O1', '-o', file, source, '-ldl', '-lpthread']
    return spawnSync(compiler, args, { stdio: 'ignore' }).status === 0
  })
  return isBuilt ? { file, remove: () => rmSync(file, { force: true }) } : null
}
