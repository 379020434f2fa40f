import { closeSync, ftruncateSync, openSync, readSync, writeSync } from 'node:fs'
import { constants } from 'node:os'
import type { Tool } from './c-tools.ts'

/** The system calls that can be made to fail, in the order of `faults.c`; each stands for its relatives. */
export const CALLS = ['pread', 'pwrite', 'fsync', 'ftruncate', 'rename', 'openat', 'unlink', 'mkdir', 'stat'] as const
export type Call = (typeof CALLS)[number]

export const ERRORS = ['EIO', 'ENOSPC', 'EROFS', 'EMFILE', 'EDQUOT', 'EACCES'] as const
export type FaultError = (typeof ERRORS)[number]

export interface Fault {
  call: Call
  error: FaultError
  /** Which call fails, the first is 1. */
  at: number
  /** false: that call alone; true: it and all later ones. */
  forEver: boolean
}

/** Fields in front of the counts by kind of call, and where some of them stand. */
const HEAD = 8
const [FAILED, STEPS] = [6, 7]
const FIELDS = HEAD + CALLS.length

/** What came of the orders since they were given. */
export interface Met {
  /** Calls that were made to fail. */
  failed: number
  /** Calls that changed names or made changes last. */
  steps: number
  /** Calls of each kind. */
  seen: Map<Call, number>
}

/** Orders to the processes started with `env`: which call below a folder fails, and what came of it. */
export class Faults {
  readonly env: Record<string, string>
  readonly #handle: number

  /** `file`: where the orders stand, outside of `dir`. */
  constructor(tool: Tool, file: string, dir: string) {
    this.#handle = openSync(file, 'w+')
    ftruncateSync(this.#handle, FIELDS * 4)
    this.env = { LD_PRELOAD: tool.file, KURS_FAULTS: file, KURS_FAULTS_UNDER: dir }
  }

  #write(fields: number[]): void {
    writeSync(this.#handle, Buffer.from(Int32Array.from(fields).buffer), 0, fields.length * 4, 0)
  }

  /** From now on calls are counted, and the one that is meant fails. With `killAt` the process ends before that step. */
  arm(fault: Fault | null, killAt = 0): void {
    const { call, error, at, forEver }: Fault = fault ?? { call: 'pread', error: 'EIO', at: 0, forEver: false }
    const orders = [CALLS.indexOf(call), constants.errno[error], at, forEver ? 1 : 0, killAt]
    // Armed last: the process may read while this is written.
    this.#write([0, ...orders, ...Array<number>(FIELDS - 1 - orders.length).fill(0)])
    this.#write([1])
  }

  /** Counts the calls and lets all of them pass. */
  count(): void {
    this.arm(null)
  }

  /** Nothing fails any more. Answers what came of it. */
  disarm(): Met {
    this.#write([0])
    const fields = new Int32Array(FIELDS)
    readSync(this.#handle, fields, 0, FIELDS * 4, 0)
    const seen = new Map(CALLS.map((call, index) => [call, fields[HEAD + index] ?? 0]))
    return { failed: fields[FAILED] ?? 0, steps: fields[STEPS] ?? 0, seen }
  }

  close(): void {
    closeSync(this.#handle)
  }
}
