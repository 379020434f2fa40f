import { useMemo, useSyncExternalStore } from 'react'
import { useToday } from '#renderer/lib/today.ts'
import type { SkillLine } from '#shared/contract/skills.ts'
import { skillQueue } from '#shared/domain/states/skill-queue.ts'

/**
 * Skills that were skipped, until Kurs is opened again. They outlive the page, so that looking at a piece of evidence
 * and coming back does not ask about them again.
 */
let skipped: readonly string[] = []
const listeners = new Set<() => void>()

function setSkipped(next: readonly string[]): void {
  skipped = next
  for (const tell of listeners) tell()
}

const subscribe = (onChange: () => void) => {
  listeners.add(onChange)
  return () => void listeners.delete(onChange)
}

export const skipSkill = (uid: string): void => setSkipped([...skipped, uid])
export const askSkippedAgain = (): void => setSkipped([])

/** The skills to look at today, the most important first, without those that were skipped. */
export function useQueue(skills: readonly SkillLine[]) {
  const today = useToday()
  const left = useSyncExternalStore(subscribe, () => skipped)
  const all = useMemo(() => skillQueue(skills, today), [skills, today])
  const queue = all.filter(({ skill }) => !left.includes(skill.uid))
  return { queue, skippedCount: all.length - queue.length }
}

export type Queued = ReturnType<typeof useQueue>['queue'][number]
