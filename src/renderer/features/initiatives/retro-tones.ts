import type { Tone } from '#renderer/ui/status-badge.tsx'
import type { RetroDecision } from '#shared/model/initiative.ts'

/** A bet that is stopped taught something: no alarm. */
export const DECISION_TONES: Record<RetroDecision, Tone> = { keep: 'good', change: 'active', stop: 'neutral' }
