import type { CasePart, TemplateCase } from '#shared/model/template-case.ts'

export interface OpenPart {
  address: string
  of: TemplateCase
  part: CasePart
}

/** The address of the form of a part: its case and its key, wherever a later build puts it. */
export const partAddress = (of: string, part: string): string => `${of}.${part}`

/** The part whose form the address opens; null where it opens none. */
export function findOpenPart(cases: readonly TemplateCase[], item: string | null): OpenPart | null {
  for (const of of cases)
    for (const part of of.tactics.flatMap(({ parts }) => parts)) {
      const address = partAddress(of.key, part.key)
      if (address === item) return { address, of, part }
    }
  return null
}
