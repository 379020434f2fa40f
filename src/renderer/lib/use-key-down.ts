import { useEffect, useEffectEvent } from 'react'

/** Handles keys wherever the focus is, after all handlers that may consume them; null = off. */
export function useKeyDown(onKeyDown: ((event: KeyboardEvent) => void) | null): void {
  const isHeard = onKeyDown !== null
  const hear = useEffectEvent((event: KeyboardEvent) => onKeyDown?.(event))
  useEffect(() => {
    if (!isHeard) return
    const root = document.documentElement
    root.addEventListener('keydown', hear)
    return () => root.removeEventListener('keydown', hear)
  }, [isHeard])
}
