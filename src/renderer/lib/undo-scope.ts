import { createContext, useContext, useEffect, useEffectEvent, useState } from 'react'

export type UndoStep = 'undo' | 'redo'

/** Something open in front of the page, such as a form, that handles undo and redo while it claims them. */
export interface UndoScope {
  claims(step: UndoStep): boolean
  /** Performs the step; false if there is nothing to undo or redo, `saving` if that is not known yet. */
  step(step: UndoStep): boolean | 'saving'
}

/** The scopes that handle undo and redo before the workspace does; the last opened one that claims a step gets it. */
export class UndoScopes {
  readonly #open = new Set<UndoScope>()

  /** The returned function removes the scope. */
  add(scope: UndoScope): () => void {
    this.#open.add(scope)
    return () => void this.#open.delete(scope)
  }

  /** null = undo belongs to the workspace. */
  claiming(step: UndoStep): UndoScope | null {
    return [...this.#open].findLast((scope) => scope.claims(step)) ?? null
  }
}

export const UndoScopesContext = createContext<UndoScopes | null>(null)

/** Handles undo and redo in the calling component: always while it is mounted, or when `claims` says so. */
export function useUndoScope(
  step: (step: UndoStep) => boolean | 'saving',
  claims: (step: UndoStep) => boolean = () => true,
): void {
  const scopes = useContext(UndoScopesContext)
  const onStep = useEffectEvent(step)
  const onClaims = useEffectEvent(claims)
  useEffect(() => scopes?.add({ claims: (one) => onClaims(one), step: (one) => onStep(one) }), [scopes])
}

/** The scopes of the app, for its root component. */
export function useUndoScopes(): UndoScopes {
  const [scopes] = useState(() => new UndoScopes())
  return scopes
}
