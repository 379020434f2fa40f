import { createContext, useCallback, useContext, useEffect } from 'react'
import type { ItemRef } from '#shared/model/entities.ts'

/** The key that opens quick add where no text is being typed. */
export const CAPTURE_KEY = 'N'

/** The key that opens the timer there. */
export const TIMER_KEY = 'T'

/** An item that a line can be about from the start. */
export type CaptureTarget = Pick<ItemRef, 'uid' | 'type' | 'title'>

/** Opens the quick-add box, from anywhere; without a target for the item whose panel is open, if there is one. */
export const CaptureContext = createContext<(about?: CaptureTarget) => void>(() => {})

export function useCapture(): () => void {
  const capture = useContext(CaptureContext)
  return useCallback(() => capture(), [capture])
}

/** Opens it for an item. */
export function useCaptureAbout(): (about: CaptureTarget) => void {
  return useContext(CaptureContext)
}

/** The items whose panels are open: the last of them is what a line is about. */
export class CaptureTargets {
  readonly #open = new Set<CaptureTarget>()

  /** The returned function takes it away again. */
  add(target: CaptureTarget): () => void {
    this.#open.add(target)
    return () => void this.#open.delete(target)
  }

  get current(): CaptureTarget | undefined {
    return [...this.#open].at(-1)
  }
}

export const CaptureTargetsContext = createContext<CaptureTargets | null>(null)

/** Makes an item, as long as it is shown, the one that quick add is opened for. */
export function useCaptureTarget(target: CaptureTarget): void {
  const targets = useContext(CaptureTargetsContext)
  useEffect(() => targets?.add(target), [targets, target])
}
