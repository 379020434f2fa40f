import { createContext } from 'react'
import type { LazyPart } from '#renderer/ui/lazy-part.tsx'
import type { CasePart } from '#shared/model/template-case.ts'

type PartOf<As extends CasePart['as']> = Extract<CasePart, { as: As }>

/** What the form of a part needs: it is filled with the part, and saves nothing until it is told to. */
export interface PartFormProps<As extends CasePart['as']> {
  part: PartOf<As>
  /** Names the draft, so that each part has its own. */
  draftKey: string
  onSaved(uid: string): void
  onCancel(): void
}

/** A form for each sort of part; the feature whose items it makes contributes it. */
export type PartForms = { readonly [As in CasePart['as']]: LazyPart<PartFormProps<As>> }

/** The forms of all features; the app puts them together. */
export const PartFormsContext = createContext<PartForms | null>(null)
