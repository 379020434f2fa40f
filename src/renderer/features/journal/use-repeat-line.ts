import { today } from '#renderer/lib/today.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import type { LastLine } from '#shared/contract/journal.ts'
import { emptyLine, type LineDraft, repeatLine } from './quick-add-line.ts'
import type { useQuickAddLine } from './use-quick-add-line.ts'

/**
 * A line that repeats an earlier entry as of today, with the links of the box; null if it would be understood
 * differently.
 */
export function useRepeatLine(read: ReturnType<typeof useQuickAddLine>['read']) {
  const { minutes: minutesText } = useFormat()
  return (last: LastLine, about: LineDraft['about']): LineDraft | null =>
    repeatLine(last, { ...emptyLine(today()), about }, { read: (line) => read(line, line.typedOn), minutesText })
}
