import { createContext, useContext, useEffect, useEffectEvent } from 'react'
import type { Letter } from './keys.ts'

/** The key that asks where to go; a letter after it says where. */
export const GO_KEY = 'G'

/** Somewhere to go by two keys, one after the other. */
export interface GoTarget {
  key: Letter
  label: string
  run(): void
}

/** Where the page that is open can be gone to within itself, beside the pages of the app. */
export class GoTargets {
  readonly #open = new Set<GoTarget>()

  /** The returned function takes it away. */
  add(target: GoTarget): () => void {
    this.#open.add(target)
    return () => void this.#open.delete(target)
  }

  all(): readonly GoTarget[] {
    return [...this.#open]
  }
}

export const GoTargetsContext = createContext<GoTargets | null>(null)

/** Offers a place within the present page while what uses this is shown. */
export function useGoTarget({ key, label, run }: GoTarget): void {
  const targets = useContext(GoTargetsContext)
  const onRun = useEffectEvent(run)
  useEffect(() => targets?.add({ key, label, run: () => onRun() }), [key, label, targets])
}
