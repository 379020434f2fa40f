import { getSystemErrorName } from 'node:util'
import { CalendarError } from '#shared/domain/calendar/calendar.ts'
import { Failure, type StorageReason } from '#shared/model/failure.ts'
import { askFolder } from './ask-folder.ts'

/** What each class of driver or system error means to the user; the first matching prefix counts. */
const REASONS: [prefix: string, reason: StorageReason][] = [
  ['SQLITE_FULL', 'full'],
  ['SQLITE_READONLY', 'readonly'],
  ['SQLITE_CANTOPEN', 'readonly'],
  ['SQLITE_PERM', 'readonly'],
  ['SQLITE_IOERR_NOMEM', 'limit'],
  ['SQLITE_NOMEM', 'limit'],
  ['SQLITE_IOERR', 'io'],
  ['SQLITE_CORRUPT', 'corrupt'],
  ['SQLITE_NOTADB', 'corrupt'],
  ['SQLITE_FORMAT', 'corrupt'],
  ['SQLITE_BUSY', 'busy'],
  ['SQLITE_LOCKED', 'busy'],
  ['SQLITE_PROTOCOL', 'busy'],
  ['ENOSPC', 'full'],
  ['EDQUOT', 'full'],
  ['EFBIG', 'full'],
  ['EROFS', 'readonly'],
  ['EACCES', 'readonly'],
  ['EPERM', 'readonly'],
  ['EBUSY', 'busy'],
  ['ETXTBSY', 'busy'],
  ['EAGAIN', 'busy'],
  ['EDEADLK', 'busy'],
  ['EIO', 'io'],
  ['EFTYPE', 'blocked'],
]

/** The same for errors that certainly come from the system; any other such error is `io`. */
const SYSTEM_REASONS: Readonly<Record<string, StorageReason>> = {
  EMFILE: 'limit',
  ENFILE: 'limit',
  ENOMEM: 'limit',
  ENOENT: 'gone',
  ENODEV: 'gone',
  ENXIO: 'gone',
  ESTALE: 'gone',
  ENOTDIR: 'blocked',
  EEXIST: 'blocked',
  EISDIR: 'blocked',
  ENOTEMPTY: 'blocked',
  ELOOP: 'blocked',
  ENAMETOOLONG: 'blocked',
}

/** Codes of a wrong statement, not of a bad file: a bug in Kurs, as is any error without a code. */
const OUR_MISTAKES = /^SQLITE_(ERROR|CONSTRAINT|MISMATCH|MISUSE|RANGE|AUTH|TOOBIG)/

/** System calls unrelated to files, and errors of connections: the other side went away. */
const OTHER_CALLS = /^(spawn|connect|listen|bind|accept|kill|getaddrinfo|shutdown)/
const CONNECTION = /^(ECONN|EPIPE|EADDR|ENOTFOUND|EAI_|ENET|EHOST|ENOTCONN|EPROTO)/

/** Codes behind which SQLite hides the system's own reason. */
const VAGUE = /^SQLITE_(IOERR(?!_NOMEM)|CANTOPEN|READONLY)/

/** What an error of the system or the driver carries beside its message; it can be sent between threads. */
export interface ErrorFacts {
  code: string | null
  errno: number | null
  syscall: string | null
}

export function errorFacts(error: unknown): ErrorFacts {
  const { code, errno, syscall } = (error instanceof Error ? error : {}) as NodeJS.ErrnoException
  return {
    code: typeof code === 'string' ? code : null,
    errno: typeof errno === 'number' ? errno : null,
    syscall: typeof syscall === 'string' ? syscall : null,
  }
}

/** The name of a SQLite or system error (`SQLITE_FULL`, `ENOSPC`), null for anything else. */
export function errorCode(error: unknown): string | null {
  const { code, errno, syscall } = errorFacts(error)
  if (code) return code.replace(/^ERR_FS_(?=E)/, '')
  // Some of Node's calls that are written in C++ set no code.
  return errno !== null && errno < 0 && syscall !== null ? getSystemErrorName(errno) : null
}

function reasonOf(error: unknown, code: string): StorageReason | null {
  const known = REASONS.find(([prefix]) => code.startsWith(prefix))
  if (known !== undefined) return known[1]
  if (code.startsWith('SQLITE_')) return OUR_MISTAKES.test(code) ? null : 'io'
  const { syscall } = errorFacts(error)
  if (syscall === null || OTHER_CALLS.test(syscall) || CONNECTION.test(code)) return null
  return SYSTEM_REASONS[code] ?? 'io'
}

/**
 * What kept the store from saving; null for any other error, which is a defect. With the folder of the workspace, an
 * error that SQLite only calls an I/O error is examined: a full disk and a disk that became read-only are named.
 */
export function storageReason(error: unknown, dir?: string): StorageReason | null {
  const code = errorCode(error)
  if (code === null) return null
  const reason = reasonOf(error, code)
  if (dir === undefined || !VAGUE.test(code)) return reason
  const found = askFolder(dir)
  return found === null ? reason : (reasonOf(found, errorCode(found) ?? '') ?? reason)
}

/** Any error as a failure the user can be told about; null for a defect, for which there is no text. */
export function toFailure(error: unknown, dir?: string): Failure | null {
  if (error instanceof Failure) return error
  // The day is well formed, but counting on from it leads out of the calendar.
  if (error instanceof CalendarError)
    return new Failure('VALIDATION', { issues: [{ path: [], message: 'day.invalid' }] })
  const reason = storageReason(error, dir)
  return reason === null ? null : new Failure('STORAGE', { reason })
}

/** The reason of a failure to reach or keep data, null for any other error. */
export function reasonOfFailure(error: unknown, dir?: string): StorageReason | null {
  const failure = toFailure(error, dir)
  return failure?.code === 'STORAGE' ? (failure as Failure<'STORAGE'>).data.reason : null
}

/** True for errors that mean the file's content is wrong, not that it could not be reached. */
export function isDamage(error: unknown): boolean {
  return storageReason(error) === 'corrupt'
}

/** True for errors that say nothing about the content: it could not be read or written, or the disk is full. */
export function isUnreachable(error: unknown): boolean {
  return storageReason(error) !== null && !isDamage(error)
}
