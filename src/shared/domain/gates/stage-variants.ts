import type { PlanTemplate } from '#shared/model/template.ts'

/** The chosen variant by the stage's key; a stage without an entry gets its first variant. */
export type ChosenVariants = Readonly<Record<string, string>>

type Stage = PlanTemplate['stages'][number]

/** The chosen variant of a stage; undefined if the stage has no variants, or not the chosen one. */
function variantOf({ key, variants = [] }: Stage, chosen: ChosenVariants = {}) {
  const asked = Object.hasOwn(chosen, key) ? chosen[key] : undefined
  return asked === undefined ? variants[0] : variants.find((variant) => variant.key === asked)
}

/** True if every stage with an entry has the chosen variant. */
export function knowsVariants({ stages }: PlanTemplate, chosen: ChosenVariants): boolean {
  return Object.keys(chosen).every((key) => {
    const stage = stages.find((one) => one.key === key)
    return stage !== undefined && variantOf(stage, chosen) !== undefined
  })
}

/** The stage with one variant: parts of other variants are left out. */
function stageIn(stage: Stage, chosen: ChosenVariants): Stage {
  const { variants: _variants, ...rest } = stage
  const own = variantOf(stage, chosen)?.key
  const belongs = ({ variant }: { variant?: string | undefined }) => variant === undefined || variant === own
  const requirements = stage.gate.requirements.filter(belongs)
  return { ...rest, milestones: stage.milestones.filter(belongs), gate: { ...stage.gate, requirements } }
}

/** The template with these variants chosen and no choices left: the input for creating a plan. */
export function inVariants(template: PlanTemplate, chosen: ChosenVariants = {}): PlanTemplate {
  const own = template.stages.flatMap((stage) => Object.entries(variantOf(stage, chosen)?.targets ?? {}))
  const targets = new Map(own.flatMap(([skill, levels]) => (levels === undefined ? [] : [[skill, levels]])))
  return {
    ...template,
    stages: template.stages.map((stage) => stageIn(stage, chosen)),
    skills: template.skills.map((skill) => ({ ...skill, targets: targets.get(skill.key) ?? skill.targets })),
  }
}
