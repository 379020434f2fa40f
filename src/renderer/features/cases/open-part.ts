import type { CasePart, TemplateCase } from '#shared/model/template-case.ts'

export interface OpenPart {
  address: string
  of: TemplateCase
  part: CasePart
}

/** The address of the form of a part: its case, its tactic and its place there. */
export const partAddress = (of: string, tactic: string, index: number): string => `${of}.${tactic}.${index}`

/** The part whose form the address opens; null where it opens none. */
export function findOpenPart(cases: readonly TemplateCase[], item: string | null): OpenPart | null {
  for (const of of cases)
    for (const { key, parts } of of.tactics)
      for (const [index, part] of parts.entries()) {
        const address = partAddress(of.key, key, index)
        if (address === item) return { address, of, part }
      }
  return null
}
