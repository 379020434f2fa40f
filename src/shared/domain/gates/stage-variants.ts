import type { PlanTemplate } from '#shared/model/template.ts'

/** The variant chosen for a stage, by the stage's key; a stage that is not named takes its first. */
export type ChosenVariants = Readonly<Record<string, string>>

type Stage = PlanTemplate['stages'][number]

/** The variant of a stage that is chosen; undefined where the stage has none, or does not know the one asked for. */
function variantOf({ key, variants = [] }: Stage, chosen: ChosenVariants = {}) {
  const asked = Object.hasOwn(chosen, key) ? chosen[key] : undefined
  return asked === undefined ? variants[0] : variants.find((variant) => variant.key === asked)
}

/** True where every stage that is named has the variant asked for. */
export function knowsVariants({ stages }: PlanTemplate, chosen: ChosenVariants): boolean {
  return Object.keys(chosen).every((key) => {
    const stage = stages.find((one) => one.key === key)
    return stage !== undefined && variantOf(stage, chosen) !== undefined
  })
}

/** The stage as one variant has it: what belongs to another is left out. */
function stageIn(stage: Stage, chosen: ChosenVariants): Stage {
  const { variants: _variants, ...rest } = stage
  const own = variantOf(stage, chosen)?.key
  const belongs = ({ variant }: { variant?: string | undefined }) => variant === undefined || variant === own
  const requirements = stage.gate.requirements.filter(belongs)
  return { ...rest, milestones: stage.milestones.filter(belongs), gate: { ...stage.gate, requirements } }
}

/** The template as it is with these variants chosen, with nothing left to choose: what a plan is made of. */
export function inVariants(template: PlanTemplate, chosen: ChosenVariants = {}): PlanTemplate {
  const own = template.stages.flatMap((stage) => Object.entries(variantOf(stage, chosen)?.targets ?? {}))
  const targets = new Map(own.flatMap(([skill, levels]) => (levels === undefined ? [] : [[skill, levels]])))
  return {
    ...template,
    stages: template.stages.map((stage) => stageIn(stage, chosen)),
    skills: template.skills.map((skill) => ({ ...skill, targets: targets.get(skill.key) ?? skill.targets })),
  }
}
