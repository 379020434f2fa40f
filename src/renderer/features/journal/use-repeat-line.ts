import { today } from '#renderer/lib/today.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import type { LastLine } from '#shared/contract/journal.ts'
import { emptyLine, type LineDraft, repeatLine } from './quick-add-line.ts'
import type { useQuickAddLine } from './use-quick-add-line.ts'

/** Says an earlier line again as of today, about what the box is about; null where it would be understood otherwise. */
export function useRepeatLine(read: ReturnType<typeof useQuickAddLine>['read']) {
  const { minutes: minutesText } = useFormat()
  return (last: LastLine, about: LineDraft['about']): LineDraft | null =>
    repeatLine(last, { ...emptyLine(today()), about }, { read: (line) => read(line, line.typedOn), minutesText })
}
