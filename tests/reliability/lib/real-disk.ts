import { spawnSync } from 'node:child_process'
import { closeSync, ftruncateSync, mkdirSync, mkdtempSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const run = (command: string, ...args: string[]): boolean => spawnSync(command, args, { stdio: 'ignore' }).status === 0

/** Bytes of a disk in memory: little more than a workspace with a few backups needs. */
const SIZE = 8 << 20

/** Bytes of a disk in a file: ext4 needs some for itself. */
const IMAGE_SIZE = 32 << 20

/** A disk of its own under a folder, which only root on Linux can have. */
export class RealDisk {
  readonly dir: string
  readonly #image: string | null
  readonly #filler: string

  /** `kind`: `tmpfs` lies in memory, `ext4` in a file beside the folder. Throws where it cannot be mounted. */
  constructor(kind: 'tmpfs' | 'ext4', dir: string) {
    this.dir = dir
    this.#filler = join(dir, 'something else')
    this.#image = kind === 'ext4' ? `${dir}.image` : null
    mkdirSync(dir, { recursive: true })
    if (this.#image !== null) {
      const file = openSync(this.#image, 'w')
      ftruncateSync(file, IMAGE_SIZE)
      closeSync(file)
      if (!run('mkfs.ext4', '-q', this.#image)) throw new Error('mkfs.ext4')
    }
    this.mount()
  }

  mount(): void {
    const args = this.#image === null ? ['-t', 'tmpfs', '-o', `size=${SIZE}`, 'none'] : ['-o', 'loop', this.#image]
    if (!run('mount', ...args, this.dir)) throw new Error(`mount ${args.join(' ')}`)
  }

  unmount(): void {
    if (!run('umount', this.dir)) throw new Error(`umount ${this.dir}`)
  }

  /** Something else fills the disk but for so many bytes. */
  fill(left: number): void {
    const { bavail, bsize } = statfsSync(this.dir)
    const file = openSync(this.#filler, 'w')
    try {
      for (let rest = bavail * bsize - left; rest > 0; rest -= 1 << 16)
        writeSync(file, Buffer.alloc(Math.min(rest, 1 << 16)))
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
    } finally {
      closeSync(file)
    }
  }

  /** What filled it is gone. */
  free(): void {
    rmSync(this.#filler, { force: true })
  }

  /** The system takes the disk for broken and lets nobody write to it any more, as it does after an error. Ext4 alone. */
  breakDown(): void {
    if (!run('mount', '-o', 'remount,abort', this.dir)) throw new Error('remount,abort')
  }

  remove(): void {
    run('umount', '-l', this.dir)
    if (this.#image !== null) rmSync(this.#image, { force: true })
  }
}

/** Why no such disk can be had here; null when it can. */
export function whyNoDisk(kind: 'tmpfs' | 'ext4'): string | null {
  if (process.platform !== 'linux') return 'Linux alone'
  if (process.getuid?.() !== 0) return 'root alone'
  const aside = mkdtempSync(join(tmpdir(), 'kurs-disk-'))
  try {
    new RealDisk(kind, join(aside, 'disk')).remove()
    return null
  } catch (error) {
    return `not allowed here: ${(error as Error).message}`
  } finally {
    rmSync(aside, { recursive: true, force: true })
  }
}
