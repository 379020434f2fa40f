import type { Day, Level } from '#shared/model/common.ts'
import { addDays, addMonths } from '../calendar/calendar.ts'

/** Evidence older than this says little about today. */
export const STALE_MONTHS = 18

/** A rating is looked at again after a year, as the yearly review does. */
const RATING_MONTHS = 12

/** For so long a skill below its gate is not asked about again: a level does not change within weeks. */
const GATE_REST_DAYS = 90

/** How many skills are asked about at a time. */
export const QUEUE_SIZE = 7

/** Why a skill is asked about, the most important first. */
export type QueueReason = 'gate' | 'unrated' | 'evidence' | 'rating'

/** What decides whether a skill is asked about. */
export interface QueueFacts {
  archived: boolean
  level: Level | null
  assessedOn: Day | null
  /** Target of the present stage. */
  target: Level | null
  /** The level the gate of the present stage asks for. */
  gateLevel: Level | null
  /** Day of the newest evidence that is done. */
  evidenceOn: Day | null
}

/** The first day on which evidence counts as old. */
const staleFrom = (evidenceOn: Day): Day => addDays(addMonths(evidenceOn, STALE_MONTHS), 1)

/** Whether all evidence of a skill is older than 18 months; without evidence there is nothing to grow old. */
export function isStale(evidenceOn: Day | null, today: Day): boolean {
  return evidenceOn !== null && staleFrom(evidenceOn) <= today
}

/**
 * Why a skill is asked about on a day; empty = it is not. A skill without a rating is asked about only when the present
 * stage wants it. Old evidence is a reason once: a rating made since then knew of it.
 */
export function queueReasons(skill: QueueFacts, today: Day): QueueReason[] {
  const { level, assessedOn, target, gateLevel, evidenceOn } = skill
  if (skill.archived) return []
  const isBelowGate = gateLevel !== null && (level ?? 0) < gateLevel
  if (assessedOn === null) {
    const isWanted = isBelowGate || (target ?? 0) > 0
    return isWanted ? [...(isBelowGate ? (['gate'] as const) : []), 'unrated'] : []
  }
  const reasons: QueueReason[] = []
  if (isBelowGate && addDays(assessedOn, GATE_REST_DAYS) <= today) reasons.push('gate')
  if (evidenceOn !== null && isStale(evidenceOn, today) && assessedOn < staleFrom(evidenceOn)) reasons.push('evidence')
  if (addMonths(assessedOn, RATING_MONTHS) <= today) reasons.push('rating')
  return reasons
}

const ORDER: QueueReason[] = ['gate', 'unrated', 'evidence', 'rating']

/**
 * The skills to ask about on a day: first those the present gate waits for, the widest gap first; within a reason those
 * that were rated longest ago. Skills that are equal keep their order.
 */
export function skillQueue<Skill extends QueueFacts>(
  skills: readonly Skill[],
  today: Day,
): { skill: Skill; reasons: QueueReason[] }[] {
  const gapOf = ({ gateLevel, level }: QueueFacts) => (gateLevel ?? 0) - (level ?? 0)
  const rankOf = ([first]: QueueReason[]) => (first === undefined ? ORDER.length : ORDER.indexOf(first))
  return skills
    .map((skill) => ({ skill, reasons: queueReasons(skill, today) }))
    .filter(({ reasons }) => reasons.length > 0)
    .sort((one, other) => {
      const byReason = rankOf(one.reasons) - rankOf(other.reasons)
      if (byReason !== 0) return byReason
      const byGap = one.reasons[0] === 'gate' ? gapOf(other.skill) - gapOf(one.skill) : 0
      return byGap || (one.skill.assessedOn ?? '').localeCompare(other.skill.assessedOn ?? '')
    })
}
