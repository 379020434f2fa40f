import { nextPosition, type Placed, writeOrder } from '#main/store/engine/order.ts'
import type { Writer } from '#main/store/engine/writer.ts'
import { metricEntity } from '#main/store/entities/metrics.ts'
import { milestoneEntity, requirementEntity } from '#main/store/entities/plan.ts'
import { skillEntity } from '#main/store/entities/skills.ts'
import { metricFields } from '#main/store/facts/plan-template.ts'
import { inVariants } from '#shared/domain/gates/stage-variants.ts'
import { milestoneFields, requirementFields, type TemplateStage } from './template-items.ts'
import { dayInStage, isAboutSame, type VariantChange, type VariantScene } from './variant-change.ts'

/**
 * Orders siblings of which some are new. Each new one comes after the nearest sibling that precedes it in the template;
 * the others keep their order.
 *
 * @param sequence uids of the existing items in the order of the template
 */
function placeAdded(siblings: readonly Placed[], added: readonly Placed[], sequence: readonly string[]): string[] {
  const order = siblings.map(({ uid }) => uid)
  for (const [index, uid] of sequence.entries()) {
    if (!added.some((one) => one.uid === uid)) continue
    const before = sequence.slice(0, index).findLast((other) => order.includes(other))
    order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, uid)
  }
  return order
}

const without = <Item extends Placed>(items: readonly Item[], gone: readonly Placed[]): Item[] =>
  items.filter(({ uid }) => !gone.some((one) => one.uid === uid))

function addMilestones(w: Writer, scene: VariantScene, { added, removed }: VariantChange, wanted: TemplateStage): void {
  const { stage, made } = scene
  const siblings = without(scene.milestones, removed.milestones)
  const places = added.milestones.map((milestone, index) => {
    const position = nextPosition(siblings) + index
    const fields = { ...milestoneFields(milestone, made), stageUid: stage.uid, position }
    const uid = w.insert(milestoneEntity, { ...fields, plannedDay: dayInStage(milestone, scene) })
    made.milestone.set(milestone.key, uid)
    return { uid, position }
  })
  const sequence = wanted.milestones.flatMap(({ key }) => made.milestone.get(key) ?? [])
  writeOrder(w, milestoneEntity, [...siblings, ...places], placeAdded(siblings, places, sequence))
}

/** Adds metrics that a new requirement names and nobody has chosen yet. */
function addMetrics(w: Writer, { template, made }: VariantScene, { added }: VariantChange): void {
  for (const asked of added.requirements) {
    if (asked.kind !== 'metric' || made.metric.has(asked.metric)) continue
    const metric = template.metrics.find(({ key }) => key === asked.metric)
    if (metric !== undefined) made.metric.set(asked.metric, w.insert(metricEntity, metricFields(metric)))
  }
}

function addRequirements(
  w: Writer,
  scene: VariantScene,
  { added, removed }: VariantChange,
  wanted: TemplateStage,
): void {
  const { stage, made } = scene
  const siblings = without(scene.requirements, removed.requirements)
  const places: Placed[] = []
  const sequence = wanted.gate.requirements.flatMap((asked) => {
    const isAdded = added.requirements.some(({ key }) => key === asked.key)
    if (!isAdded) return siblings.find((stored) => isAboutSame(stored, asked, made))?.uid ?? []
    const position = nextPosition(siblings) + places.length
    const uid = w.insert(requirementEntity, { ...requirementFields(asked, made), stageUid: stage.uid, position })
    places.push({ uid, position })
    return uid
  })
  writeOrder(w, requirementEntity, [...siblings, ...places], placeAdded(siblings, places, sequence))
}

/** Changes a stage to a variant within an action. */
export function applyChange(w: Writer, scene: VariantScene, variant: string, change: VariantChange): void {
  const { offer, template } = scene
  const wanted = inVariants(template, { [offer.key]: variant }).stages.find(({ key }) => key === offer.key)
  for (const { uid } of change.removed.requirements) w.remove(requirementEntity, uid)
  for (const { uid } of change.removed.milestones) w.remove(milestoneEntity, uid)
  if (wanted === undefined) throw new Error(`The template has no stage ${offer.key}`)
  addMilestones(w, scene, change, wanted)
  addMetrics(w, scene, change)
  addRequirements(w, scene, change, wanted)
  const targets = Map.groupBy(change.targets, ({ skill }) => skill)
  for (const [skill, changes] of targets) {
    const levels = Object.fromEntries(changes.map(({ stage, to }) => [stage.uid, to]))
    w.update(skillEntity, skill.uid, { targets: { ...skill.targets, ...levels } })
  }
}
