import { z } from 'zod'
import { Level } from './common.ts'
import type { TemplateRequirement } from './template-gate.ts'
import { Key, Name, Sentence } from './template-text.ts'

/**
 * One of several ways through a stage, such as tech lead or systems analyst. Milestones and requirements of the stage
 * that name it belong only to it; those that name none belong to every variant. The first variant of a stage is the
 * default.
 */
export const TemplateVariant = z.strictObject({
  key: Key,
  title: Name,
  /** One sentence that helps to choose. */
  meaning: Sentence,
  /** Target levels by skill, if they differ from those of the skill; index = stage. */
  targets: z.partialRecord(Key, z.array(Level)).optional(),
})
export type TemplateVariant = z.infer<typeof TemplateVariant>

/** The variants of a stage: at least two, because one leaves no choice. */
export const TemplateVariants = z.array(TemplateVariant).min(2).max(5)

/** The part of a stage that its variants are checked against. */
interface StageOfVariants {
  variants?: TemplateVariant[] | undefined
  milestones: { key: string; variant?: string | undefined; takes?: { after?: string | undefined } | undefined }[]
  gate: { requirements: TemplateRequirement[] }
}

type Path = (string | number)[]

/** The variant that a milestone belongs to, and the number of its stage. */
interface Home {
  stage: number
  variant: string
}

/** True if a milestone exists in every variant, or in this one. */
const isThere = (home: Home | undefined, stage: number, variant: string | undefined) =>
  home === undefined || (home.stage === stage && home.variant === variant)

/** Items that name a variant their stage does not have, or need a milestone that may be missing from their variant. */
function* strayItems(
  { variants = [], milestones, gate }: StageOfVariants,
  stage: number,
  homes: Map<string, Home>,
): Generator<Path> {
  const isKnown = (variant: string | undefined) => variant === undefined || variants.some(({ key }) => key === variant)
  for (const [at, { variant, takes }] of milestones.entries())
    if (!isKnown(variant) || !isThere(homes.get(takes?.after ?? ''), stage, variant))
      yield ['milestones', at, 'variant']
  for (const [at, asked] of gate.requirements.entries()) {
    const milestone = asked.kind === 'milestone' ? asked.milestone : ''
    if (!isKnown(asked.variant) || !isThere(homes.get(milestone), stage, asked.variant))
      yield ['gate', 'requirements', at, 'variant']
  }
}

const homesOf = (stages: readonly StageOfVariants[]): Map<string, Home> =>
  new Map(
    stages.flatMap(({ milestones }, stage) =>
      milestones.flatMap(({ key, variant }) => (variant === undefined ? [] : [[key, { stage, variant }] as const])),
    ),
  )

/** True if no other stage sets targets for the skill. */
function isAlone(aimedAt: Map<string, number>, skill: string, stage: number): boolean {
  const first = aimedAt.get(skill) ?? stage
  aimedAt.set(skill, first)
  return first === stage
}

/**
 * Faults in the variants of a template: duplicate keys, levels for an unknown skill or too few stages, items with a
 * missing variant.
 */
export function* brokenVariants(stages: readonly StageOfVariants[], skills: ReadonlySet<string>): Generator<Path> {
  const homes = homesOf(stages)
  /** Targets of one skill from the variants of two stages could contradict each other. */
  const aimedAt = new Map<string, number>()
  for (const [index, stage] of stages.entries()) {
    const { variants = [] } = stage
    if (new Set(variants.map(({ key }) => key)).size < variants.length) yield ['stages', index, 'variants']
    for (const [at, { targets = {} }] of variants.entries())
      for (const [skill, levels] of Object.entries(targets))
        if (!skills.has(skill) || levels?.length !== stages.length || !isAlone(aimedAt, skill, index))
          yield ['stages', index, 'variants', at, 'targets', skill]
    for (const path of strayItems(stage, index, homes)) yield ['stages', index, ...path]
  }
}
