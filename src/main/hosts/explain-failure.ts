import { storageReasonOf } from '#main/app/errors.ts'
import { describeError, type Launch, REASON_TEXTS } from './launch.ts'

/**
 * Text for the terminal that says why the app ended: one line for a full or missing disk, with the stack for a defect.
 */
export function explainFailure(error: unknown, { dir, t }: Pick<Launch, 'dir' | 't'>): string {
  const reason = storageReasonOf(error, dir)
  if (reason === null) return t('failed', { reason: describeError(error) })
  const detail = error instanceof Error ? error.message : String(error)
  return t('unavailable', { dir, reason: t(REASON_TEXTS[reason]), detail })
}
