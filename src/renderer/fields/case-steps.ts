import { createContext } from 'react'
import type { LazyPart } from '#renderer/ui/lazy-part.tsx'
import type { CaseStep } from '#shared/model/template-case.ts'

type StepOf<As extends CaseStep['as']> = Extract<CaseStep, { as: As }>

/** What the form of a step needs: it is filled with the step, and saves nothing until it is told to. */
export interface StepFormProps<As extends CaseStep['as']> {
  step: StepOf<As>
  /** Names the draft, so that each step has its own. */
  draftKey: string
  onSaved(uid: string): void
  onCancel(): void
}

/** A form for each sort of step; the feature whose items it makes contributes it. */
export type StepForms = { readonly [As in CaseStep['as']]: LazyPart<StepFormProps<As>> }

/** The forms of all features; the app puts them together. */
export const StepFormsContext = createContext<StepForms | null>(null)
