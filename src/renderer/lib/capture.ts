import { createContext, useCallback, useContext, useEffect } from 'react'
import type { ItemRef } from '#shared/model/entities.ts'

/** The key that opens quick add outside of text fields. */
export const CAPTURE_KEY = 'N'

/** The key that opens the timer outside of text fields. */
export const TIMER_KEY = 'T'

/** An item that a line can be linked to from the start. */
export type CaptureTarget = Pick<ItemRef, 'uid' | 'type' | 'title'>

/** Opens quick add from anywhere; without a target it is linked to the item whose panel is open, if any. */
export const CaptureContext = createContext<(about?: CaptureTarget) => void>(() => {})

export function useCapture(): () => void {
  const capture = useContext(CaptureContext)
  return useCallback(() => capture(), [capture])
}

/** Opens quick add linked to an item. */
export function useCaptureAbout(): (about: CaptureTarget) => void {
  return useContext(CaptureContext)
}

/** The items whose panels are open; a line is linked to the last of them. */
export class CaptureTargets {
  readonly #open = new Set<CaptureTarget>()

  /** The returned function removes the target. */
  add(target: CaptureTarget): () => void {
    this.#open.add(target)
    return () => void this.#open.delete(target)
  }

  get current(): CaptureTarget | undefined {
    return [...this.#open].at(-1)
  }
}

export const CaptureTargetsContext = createContext<CaptureTargets | null>(null)

/** Makes quick add open linked to this item while the item is shown. */
export function useCaptureTarget(target: CaptureTarget): void {
  const targets = useContext(CaptureTargetsContext)
  useEffect(() => targets?.add(target), [targets, target])
}
