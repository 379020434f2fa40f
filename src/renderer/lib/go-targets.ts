import { createContext, useContext, useEffect, useEffectEvent } from 'react'
import type { Letter } from './keys.ts'

/** The go-to key; the letter after it names the target. */
export const GO_KEY = 'G'

/** A place that is reached by two keys, one after the other. */
export interface GoTarget {
  key: Letter
  label: string
  run(): void
}

/** Places within the open page, in addition to the pages of the app. */
export class GoTargets {
  readonly #open = new Set<GoTarget>()

  /** The returned function removes the target. */
  add(target: GoTarget): () => void {
    this.#open.add(target)
    return () => void this.#open.delete(target)
  }

  all(): readonly GoTarget[] {
    return [...this.#open]
  }
}

export const GoTargetsContext = createContext<GoTargets | null>(null)

/** Offers a place within the present page while the calling component is shown. */
export function useGoTarget({ key, label, run }: GoTarget): void {
  const targets = useContext(GoTargetsContext)
  const onRun = useEffectEvent(run)
  useEffect(() => targets?.add({ key, label, run: () => onRun() }), [key, label, targets])
}
