import { doneBy } from './done.ts'

/** Ids of the certificates that are valid on the day `:today`: earned by then, and not run out. */
export const VALID_CERTIFICATES = `SELECT id FROM certification
  WHERE ${doneBy('certification', ':today')} AND (expiry_day IS NULL OR expiry_day >= :today)`
