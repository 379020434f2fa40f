import { createContext, useContext, useEffect, useEffectEvent, useState } from 'react'

export type UndoStep = 'undo' | 'redo'

/** Something open in front of the page, such as a form, to which undo and redo belong as long as it claims them. */
export interface UndoScope {
  claims(step: UndoStep): boolean
  /** Takes the step; false when there is nothing to take back or to do again, `saving` when that is not known yet. */
  step(step: UndoStep): boolean | 'saving'
}

/** Who answers to undo and redo before the workspace does: what was opened last and claims them. */
export class UndoScopes {
  readonly #open = new Set<UndoScope>()

  /** The returned function closes it. */
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

/** Gives undo and redo to what uses it: always while it is open, or where `claims` says so. */
export function useUndoScope(
  step: (step: UndoStep) => boolean | 'saving',
  claims: (step: UndoStep) => boolean = () => true,
): void {
  const scopes = useContext(UndoScopesContext)
  const onStep = useEffectEvent(step)
  const onClaims = useEffectEvent(claims)
  useEffect(() => scopes?.add({ claims: (one) => onClaims(one), step: (one) => onStep(one) }), [scopes])
}

/** The scopes of the app; for its root. */
export function useUndoScopes(): UndoScopes {
  const [scopes] = useState(() => new UndoScopes())
  return scopes
}
