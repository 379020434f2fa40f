import type { CaseStep, TemplateCase } from '#shared/model/template-case.ts'

export interface OpenStep {
  address: string
  of: TemplateCase
  step: CaseStep
}

/** The address of the form of a step: its case, its tactic and its place there. */
export const stepAddress = (of: string, tactic: string, index: number): string => `${of}.${tactic}.${index}`

/** The step whose form the address opens; null where it opens none. */
export function findOpenStep(cases: readonly TemplateCase[], item: string | null): OpenStep | null {
  for (const of of cases)
    for (const { key, steps } of of.tactics)
      for (const [index, step] of steps.entries()) {
        const address = stepAddress(of.key, key, index)
        if (address === item) return { address, of, step }
      }
  return null
}
