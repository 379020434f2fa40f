import { z } from 'zod'
import { Backup, BackupName, SafetyState } from '#shared/model/backup.ts'
import { Nothing, procedure } from './base.ts'

const ByName = z.strictObject({ name: BackupName })

export const backups = {
  /** Newest first, in the order they were made. */
  list: procedure.input(Nothing).output(z.strictObject({ backups: z.array(Backup), state: SafetyState })),
  /** Makes a verified backup that retention never removes. */
  make: procedure.input(Nothing).output(Backup),
  /**
   * Replaces all data by a backup's. A backup of the present data is made first: restoring `undoName` reverts this
   * (null = the present data was damaged and is kept in the folder `damaged`).
   */
  restore: procedure.input(ByName).output(z.strictObject({ undoName: BackupName.nullable() })),
  /** Removes a backup; removing the newest verified one is refused (`backup-newest`). */
  remove: procedure.input(ByName).output(z.null()),
}
