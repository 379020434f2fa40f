import type { CasePart, TemplateCase } from '#shared/model/template-case.ts'

export interface OpenPart {
  address: string
  of: TemplateCase
  part: CasePart
}

/**
 * The address of the form of a part: the key of its case and its own key, so that it stays valid if a later build moves
 * the part.
 */
export const partAddress = (of: string, part: string): string => `${of}.${part}`

/** The part whose form the address opens; null if it opens none. */
export function findOpenPart(cases: readonly TemplateCase[], item: string | null): OpenPart | null {
  for (const of of cases)
    for (const part of of.tactics.flatMap(({ parts }) => parts)) {
      const address = partAddress(of.key, part.key)
      if (address === item) return { address, of, part }
    }
  return null
}
