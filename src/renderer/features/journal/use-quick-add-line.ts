import { useMemo } from 'react'
import type { CaptureTarget } from '#renderer/lib/capture.ts'
import { today } from '#renderer/lib/today.ts'
import type { EarlyLine } from './early-line.ts'
import { type TypedText, typeLine } from './quick-add-line.ts'
import { useReading } from './use-reading.ts'
import { useUnsavedLines } from './use-unsaved-lines.ts'

/** The line as typed and as understood; kept over restarts until it is saved. */
export function useQuickAddLine(about: CaptureTarget | null, typed: EarlyLine | null) {
  const reading = useReading()
  const { understand, dayWords } = reading
  const lines = useUnsavedLines({ about, typed, dayWords })
  const { line, latest, change } = lines
  const parsed = useMemo(() => understand(line), [line, understand])
  return {
    ...lines,
    ...reading,
    parsed,
    type: (typed: TypedText) => change(typeLine(latest.current, typed, today(), dayWords), true),
  }
}
