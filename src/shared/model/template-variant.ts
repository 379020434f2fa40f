import { z } from 'zod'
import { Level } from './common.ts'
import type { TemplateRequirement } from './template-gate.ts'
import { Key, Name, Sentence } from './template-text.ts'

/**
 * One of several ways through a stage, such as tech lead or systems analyst. Milestones and requirements of the stage that name it
 * belong to it alone; those that name none stand in every variant. The first of a stage is the one for whoever does not choose.
 */
export const TemplateVariant = z.strictObject({
  key: Key,
  title: Name,
  /** One sentence by which one chooses. */
  meaning: Sentence,
  /** By skill, where it aims at other levels than the skill says; index = stage. */
  targets: z.partialRecord(Key, z.array(Level)).optional(),
})
export type TemplateVariant = z.infer<typeof TemplateVariant>

/** The variants of a stage: at least two, else there is nothing to choose. */
export const TemplateVariants = z.array(TemplateVariant).min(2).max(5)

/** What of a stage its variants are checked with. */
interface StageOfVariants {
  variants?: TemplateVariant[] | undefined
  milestones: { key: string; variant?: string | undefined; takes?: { after?: string | undefined } | undefined }[]
  gate: { requirements: TemplateRequirement[] }
}

type Path = (string | number)[]

/** The variant that alone has a milestone, and the number of its stage. */
interface Home {
  stage: number
  variant: string
}

/** True where a milestone stands whatever variant is chosen, or whenever this one is. */
const isThere = (home: Home | undefined, stage: number, variant: string | undefined) =>
  home === undefined || (home.stage === stage && home.variant === variant)

/** Where something names a variant its stage does not have, or needs a milestone that its own variant may be without. */
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

/** True where no other stage has said what the skill aims at. */
function isAlone(aimedAt: Map<string, number>, skill: string, stage: number): boolean {
  const first = aimedAt.get(skill) ?? stage
  aimedAt.set(skill, first)
  return first === stage
}

/** Where the variants of a template are wrong: keys used twice, levels for no skill or too few stages, items that stray. */
export function* brokenVariants(stages: readonly StageOfVariants[], skills: ReadonlySet<string>): Generator<Path> {
  const homes = homesOf(stages)
  /** Of two stages that say what a skill aims at, neither could be told from the other. */
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
