import type { Store } from '#main/store/engine/database.ts'
import type { Saved, View } from '#main/store/engine/items.ts'
import { type Writer, write } from '#main/store/engine/writer.ts'
import type { StageVariant } from '#shared/contract/plan.ts'
import { type ChosenVariants, knowsVariants } from '#shared/domain/gates/stage-variants.ts'
import { Failure, refuse } from '#shared/model/failure.ts'
import type { StageFields } from '#shared/model/plan.ts'
import type { PlanTemplate } from '#shared/model/template.ts'
import { listStages } from './plan-store.ts'
import { applyChange } from './variant-apply.ts'
import { changeFrom, findChange, readScene, sizeOf, type VariantScene } from './variant-change.ts'
import { describeChange } from './variant-words.ts'

/** Throws VALIDATION for a variant that the template does not offer. */
export function checkVariants(template: PlanTemplate, chosen: ChosenVariants): void {
  if (knowsVariants(template, chosen)) return
  throw new Failure('VALIDATION', { issues: [{ path: ['variants'], message: 'template.invalid' }] })
}

/** Every variant of a stage with what it would change, and the one the stage is in. */
function compareVariants(scene: VariantScene) {
  const all = (scene.offer.variants ?? []).map((variant) => ({ variant, change: findChange(scene, variant.key) }))
  const least = Math.min(...all.map(({ change }) => sizeOf(change)))
  const present = all.find(({ change }) => sizeOf(change) === least)?.variant.key ?? ''
  return { present, all: all.map((one) => ({ ...one, change: changeFrom(scene, present, one.change) })) }
}

function requireStage(store: Store, uid: string): View<StageFields> {
  const stage = listStages(store).find((one) => one.uid === uid)
  if (stage === undefined) throw new Failure('NOT_FOUND', { uid })
  return stage
}

/**
 * The variants of a stage, each with what choosing it would change; none where the stage offers none or its gate is
 * passed.
 */
export function listVariants(store: Store, input: { stageUid: string }): StageVariant[] {
  const stage = requireStage(store, input.stageUid)
  const scene = stage.passedOn === null ? readScene(store, stage) : null
  if (scene === null) return []
  const { all, present } = compareVariants(scene)
  return all.map(({ variant: { key, title, meaning }, change }) => ({
    ...{ key, title, meaning },
    chosen: key === present,
    change: describeChange(change, scene),
  }))
}

/** Changes a stage to a variant within an action; a stage that already has it stays as it is. */
function bringToVariant(store: Store, w: Writer, stage: View<StageFields>, variant: string): void {
  const scene = readScene(store, stage)
  const { all, present } = scene === null ? { all: [], present: undefined } : compareVariants(scene)
  const asked = all.find((one) => one.variant.key === variant)
  if (scene === null || asked === undefined) throw new Failure('NOT_FOUND', { uid: variant })
  if (variant !== present) applyChange(w, scene, variant, asked.change)
}

/** Changes a stage to a variant as one undoable action; see the contract for what is refused. */
export function changeVariant(store: Store, input: { stageUid: string; variant: string }): Saved {
  const { batchId } = write(store, 'stage.vary', (w) => {
    const stage = requireStage(store, input.stageUid)
    if (stage.passedOn !== null) refuse('gate-passed')
    bringToVariant(store, w, stage, input.variant)
  })
  return { uid: input.stageUid, batchId }
}

/**
 * Used when the start of a plan is asked for again: changes its stages to the variants chosen now, within that action.
 */
export function askVariants(store: Store, w: Writer, chosen: ChosenVariants): void {
  for (const stage of listStages(store)) {
    const variant = chosen[stage.key ?? '']
    if (variant !== undefined && stage.passedOn === null) bringToVariant(store, w, stage, variant)
  }
}
