import type { Tone } from '#renderer/ui/status-badge.tsx'
import type { RetroDecision } from '#shared/model/initiative.ts'

/** A stopped bet taught something, so it is not shown as an alarm. */
export const DECISION_TONES: Record<RetroDecision, Tone> = { keep: 'good', change: 'active', stop: 'neutral' }
