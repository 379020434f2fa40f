import { createContext } from 'react'
import type { LazyPart } from '#renderer/ui/lazy-part.tsx'
import type { CasePart } from '#shared/model/template-case.ts'

type PartOf<As extends CasePart['as']> = Extract<CasePart, { as: As }>

/** Properties of the form of a case part: it is filled in from the part, and saves only when asked to. */
export interface PartFormProps<As extends CasePart['as']> {
  part: PartOf<As>
  /** Key of the draft; each part has its own. */
  draftKey: string
  onSaved(uid: string): void
  onCancel(): void
}

/** A form for each sort of case part, contributed by the feature whose items it creates. */
export type PartForms = { readonly [As in CasePart['as']]: LazyPart<PartFormProps<As>> }

/** The forms of all features, gathered by the app. */
export const PartFormsContext = createContext<PartForms | null>(null)
