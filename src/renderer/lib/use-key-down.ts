import { useEffect, useEffectEvent } from 'react'

/** Hears keys wherever the focus is, behind everything that has taken one for itself; null = not now. */
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
