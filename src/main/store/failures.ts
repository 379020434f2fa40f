import { Failure, type StorageReason } from '#shared/model/failure.ts'

/** What each class of driver or system error means to the user; the longest matching prefix wins. */
const REASONS: [prefix: string, reason: StorageReason][] = [
  ['SQLITE_FULL', 'full'],
  ['ENOSPC', 'full'],
  ['EDQUOT', 'full'],
  ['SQLITE_READONLY', 'readonly'],
  ['SQLITE_CANTOPEN', 'readonly'],
  ['SQLITE_PERM', 'readonly'],
  ['EROFS', 'readonly'],
  ['EACCES', 'readonly'],
  ['EPERM', 'readonly'],
  ['SQLITE_IOERR', 'io'],
  ['EIO', 'io'],
  ['SQLITE_CORRUPT', 'corrupt'],
  ['SQLITE_NOTADB', 'corrupt'],
  ['SQLITE_BUSY', 'busy'],
  ['SQLITE_LOCKED', 'busy'],
  ['EBUSY', 'busy'],
]

/** The code of a SQLite or system error, null for anything else. */
export function errorCode(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error)) return null
  return typeof error.code === 'string' ? error.code : null
}

/** What kept the store from saving, null when the error is none of its own: a defect. */
export function storageReason(error: unknown): StorageReason | null {
  const code = errorCode(error)
  if (code === null) return null
  return REASONS.find(([prefix]) => code.startsWith(prefix))?.[1] ?? null
}

/** Any error as a failure the user can be told about; null for a defect, which has no words. */
export function toFailure(error: unknown): Failure | null {
  if (error instanceof Failure) return error
  const reason = storageReason(error)
  return reason === null ? null : new Failure('STORAGE', { reason })
}

/** True for errors that mean the file's content is wrong, not that it could not be reached. */
export function isDamage(error: unknown): boolean {
  return storageReason(error) === 'corrupt'
}
