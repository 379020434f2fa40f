import { isDeepStrictEqual } from 'node:util'
import type { Store } from '#main/store/engine/database.ts'
import { today } from '#main/store/engine/days.ts'
import { listItems, type View } from '#main/store/engine/items.ts'
import { readRows } from '#main/store/engine/statements.ts'
import { metricEntity } from '#main/store/entities/metrics.ts'
import { skillEntity } from '#main/store/entities/skills.ts'
import { variantTemplate } from '#main/store/facts/plan-template.ts'
import { addDays, differenceInDays } from '#shared/domain/calendar/calendar.ts'
import { scheduleMilestone } from '#shared/domain/gates/stage-schedule.ts'
import { inVariants } from '#shared/domain/gates/stage-variants.ts'
import type { Day, LocalText } from '#shared/model/common.ts'
import type { MetricFields } from '#shared/model/metric.ts'
import type { MilestoneFields, RequirementFields, StageFields } from '#shared/model/plan.ts'
import type { SkillFields } from '#shared/model/skill.ts'
import type { PlanTemplate, TemplateMilestone } from '#shared/model/template.ts'
import type { TemplateRequirement } from '#shared/model/template-gate.ts'
import { listMilestones, listRequirements, listStages, requirePlan } from './plan-store.ts'
import { type Made, milestoneFields, namedIn, requirementFields, type TemplateStage } from './template-items.ts'

/** A stage whose template offers variants, with everything that decides what choosing one would change. */
export interface VariantScene {
  template: PlanTemplate
  offer: TemplateStage
  stage: View<StageFields>
  stages: View<StageFields>[]
  milestones: View<MilestoneFields>[]
  requirements: View<RequirementFields>[]
  /** Requirements of the gates of all stages. */
  allRequirements: View<RequirementFields>[]
  skills: View<SkillFields>[]
  metrics: View<MetricFields>[]
  /** Milestones that something else depends on: a link to it, a file, a requirement of another gate. */
  held: Set<string>
  made: Made
  startDay: Day
  today: Day
  /** The day of an instant on the user's calendar. */
  dayOf(at: number): Day
}

/** What one variant would change; see `VariantChange` of the contract. */
export interface VariantChange {
  added: { milestones: TemplateMilestone[]; requirements: TemplateRequirement[] }
  removed: { milestones: View<MilestoneFields>[]; requirements: View<RequirementFields>[] }
  kept: { milestones: View<MilestoneFields>[]; requirements: View<RequirementFields>[] }
  targets: { skill: View<SkillFields>; stage: View<StageFields>; from: number; to: number }[]
}

const byKey = (items: { uid: string; key: string | null }[]): Map<string, string> =>
  new Map(items.flatMap(({ uid, key }) => (key === null ? [] : [[key, uid] as const])))

function heldMilestones(store: Store, others: readonly RequirementFields[]): Set<string> {
  const rows = readRows<{ uid: string }>(
    store,
    `SELECT item.uid FROM milestone CROSS JOIN item USING (id)
       WHERE EXISTS (SELECT 1 FROM link WHERE target_id = item.id)
          OR EXISTS (SELECT 1 FROM attachment WHERE owner_id = item.id)`,
    [],
  )
  return new Set([...rows.map(({ uid }) => uid), ...others.flatMap(({ milestoneUid }) => milestoneUid ?? [])])
}

/** The scene of a stage; null where its template offers no variants. */
export function readScene(store: Store, stage: View<StageFields>): VariantScene | null {
  const template = variantTemplate(store)
  const plan = requirePlan(store)
  const offer = template.stages.find(({ key }) => key === stage.key)
  if (plan.templateKey !== template.head.key || offer?.variants === undefined) return null
  const stages = listStages(store)
  const milestones = listMilestones(store)
  const allRequirements = listRequirements(store)
  const skills = listItems(store, skillEntity, { leaveOut: ['levels', 'meaning', 'why', 'evidenceIdeas'] })
  const metrics = listItems(store, metricEntity)
  return {
    ...{ template, offer, stage, stages, allRequirements, skills, metrics },
    milestones: milestones.filter(({ stageUid }) => stageUid === stage.uid),
    requirements: allRequirements.filter(({ stageUid }) => stageUid === stage.uid),
    held: heldMilestones(
      store,
      allRequirements.filter(({ stageUid }) => stageUid !== stage.uid),
    ),
    made: { stage: byKey(stages), skill: byKey(skills), metric: byKey(metrics), milestone: byKey(milestones) },
    startDay: plan.startDay,
    today: today(store),
    dayOf: (at) => store.zone().dayOf(at),
  }
}

/** Editing a text of the template replaces both languages, so a text that still has both is the template's. */
const isOfTemplate = (text: LocalText) => typeof text !== 'string' || text === ''

/** True for a requirement that equals what the template asks, apart from its wording and its place. */
function isSame(stored: RequirementFields, asked: TemplateRequirement, made: Made): boolean {
  const named = namedIn(asked)
  if (named !== null && !made[named[0]].has(named[1])) return false
  const { stageUid, position, note } = stored
  const wanted = { ...requirementFields(asked, made), stageUid, position, note }
  return (Object.keys(wanted) as (keyof RequirementFields)[]).every((name) =>
    isDeepStrictEqual(stored[name], wanted[name]),
  )
}

/** True for a requirement about the same thing, whether it asks for less or more. */
export function isAboutSame(stored: RequirementFields, asked: TemplateRequirement, made: Made): boolean {
  const named = namedIn(asked)
  if (named !== null && !made[named[0]].has(named[1])) return false
  const wanted = requirementFields(asked, made)
  const subject = ['kind', 'skillUid', 'metricUid', 'milestoneUid', 'evidenceKind', 'activityKind'] as const
  return (
    subject.every((name) => stored[name] === wanted[name]) &&
    isDeepStrictEqual(stored.catalogueKeys, wanted.catalogueKeys)
  )
}

/** Days by which a milestone may be off after its stage was moved, because lengths of stages are rounded to days. */
const ROUNDING = 2

/**
 * Planned day of a milestone that is added later: where the template puts it in its stage or, when that day is over,
 * within what is left of the stage.
 */
export function dayInStage({ when, takes }: TemplateMilestone, { stage, startDay, today: now }: Scheduled): Day {
  const planned = scheduleMilestone(when, stage, startDay)
  if (planned >= now) return planned
  const left = Math.max(0, differenceInDays(stage.plannedEnd, now))
  const share = 'share' in when ? when.share : 0
  return addDays(now, Math.max(takes?.days ?? 1, Math.round(share * left)))
}
type Scheduled = Pick<VariantScene, 'stage' | 'startDay' | 'today'>

/**
 * True for a milestone that is still planned for the day Kurs chose: when the plan was started, whose start day may
 * have been long past, or later, when the variant was chosen.
 */
function isWherePlanned(
  { plannedDay, createdAt }: View<MilestoneFields>,
  step: TemplateMilestone,
  scene: VariantScene,
) {
  const withPlan = scheduleMilestone(step.when, scene.stage, scene.startDay)
  const late = dayInStage(step, { ...scene, today: scene.dayOf(createdAt) })
  return [withPlan, late].some((made) => Math.abs(differenceInDays(plannedDay, made)) <= ROUNDING)
}

/** True for a milestone that is unchanged from the template and that nothing else depends on. */
function isUntouched(milestone: View<MilestoneFields>, scene: VariantScene): boolean {
  const { held, made, offer } = scene
  const { uid, doneDay, notes, title, check, links, key, first90 } = milestone
  const step = offer.milestones.find((one) => one.key === key)
  if (step === undefined || doneDay !== null || notes !== '' || held.has(uid)) return false
  const wanted = milestoneFields(step, made)
  const isLinkedAlike = links.length === wanted.links.length && wanted.links.every((link) => links.includes(link))
  const isWorded = typeof title !== 'string' && typeof check !== 'string'
  return isWorded && isLinkedAlike && first90 === wanted.first90 && isWherePlanned(milestone, step, scene)
}

/**
 * Splits what belongs to other variants into what may be removed and what stays because the person has made it their
 * own.
 */
function findForeign(scene: VariantScene, variant: string): Pick<VariantChange, 'removed' | 'kept'> {
  const { offer, made, milestones, requirements } = scene
  const isForeign = (one: { variant?: string | undefined }) => one.variant !== undefined && one.variant !== variant
  const askedElsewhere = offer.gate.requirements.filter(isForeign)
  const askedHere = offer.gate.requirements.filter((one) => !isForeign(one))
  const isForHere = (stored: RequirementFields) => askedHere.some((asked) => isAboutSame(stored, asked, made))
  const foreign = requirements.filter((stored) => askedElsewhere.some((asked) => isSame(stored, asked, made)))
  const changed = requirements.filter(
    (stored) =>
      !foreign.includes(stored) &&
      !isForHere(stored) &&
      askedElsewhere.some((asked) => isAboutSame(stored, asked, made)),
  )
  const removed = foreign.filter(({ note }) => isOfTemplate(note))
  const gone = new Set(removed.map(({ uid }) => uid))
  const named = new Set(requirements.flatMap(({ uid, milestoneUid }) => (gone.has(uid) ? [] : (milestoneUid ?? []))))
  const keys = new Set(offer.milestones.filter(isForeign).map(({ key }) => key))
  const steps = milestones.filter(({ key }) => key !== null && keys.has(key))
  const mayGo = (step: View<MilestoneFields>) => isUntouched(step, scene) && !named.has(step.uid)
  return {
    removed: { requirements: removed, milestones: steps.filter(mayGo) },
    kept: {
      requirements: [...foreign.filter(({ uid }) => !gone.has(uid)), ...changed],
      milestones: steps.filter((step) => !mayGo(step)),
    },
  }
}

/** Level of a skill at a stage in each variant of the scene, by the key of the variant. */
function levelsOf({ template, offer }: VariantScene, skill: string, stageKey: string | null): Map<string, number> {
  const index = template.stages.findIndex(({ key }) => key === stageKey)
  const usual = template.skills.find(({ key }) => key === skill)?.targets ?? []
  const levels = (offer.variants ?? []).map(({ key, targets = {} }) => [key, (targets[skill] ?? usual)[index]] as const)
  return new Map(levels.flatMap(([key, level]) => (level === undefined ? [] : [[key, level]])))
}

/** Target levels that come from another variant, for stages that are not passed. */
function findTargets(scene: VariantScene, variant: string): VariantChange['targets'] {
  const { offer, stages, skills } = scene
  const keys = new Set((offer.variants ?? []).flatMap(({ targets = {} }) => Object.keys(targets)))
  return skills
    .filter(({ key }) => key !== null && keys.has(key))
    .flatMap((skill) =>
      stages.flatMap((stage) => {
        const levels = levelsOf(scene, skill.key ?? '', stage.key)
        const [to, from] = [levels.get(variant), skill.targets[stage.uid]]
        if (stage.passedOn !== null || to === undefined || from === undefined || from === to) return []
        return [...levels.values()].includes(from) ? [{ skill, stage, from, to }] : []
      }),
    )
}

/**
 * The change as it is made from the variant the stage has now. A target that differs from this variant's was set by the
 * person and stays, and no target is lowered below what the gate of its stage still asks for.
 */
export function changeFrom(scene: VariantScene, present: string, change: VariantChange): VariantChange {
  const gone = new Set(change.removed.requirements.map(({ uid }) => uid))
  const asked = scene.allRequirements.filter(({ uid }) => !gone.has(uid))
  const isAskedMore = ({ skill, stage, to }: VariantChange['targets'][number]) =>
    asked.some(
      ({ stageUid, skillUid, level }) =>
        stageUid === stage.uid && skillUid === skill.uid && level !== null && level > to,
    )
  const targets = change.targets.filter((target) => {
    const { skill, stage, from } = target
    return levelsOf(scene, skill.key ?? '', stage.key).get(present) === from && !isAskedMore(target)
  })
  return { ...change, targets }
}

/** What changes in the present plan when the stage takes a variant. */
export function findChange(scene: VariantScene, variant: string): VariantChange {
  const { template, offer, made, requirements } = scene
  const foreign = findForeign(scene, variant)
  const gone = new Set(foreign.removed.requirements.map(({ uid }) => uid))
  const staying = requirements.filter(({ uid }) => !gone.has(uid))
  const wanted = inVariants(template, { [offer.key]: variant }).stages.find(({ key }) => key === offer.key)
  const isOwn = (one: { variant?: string | undefined }) => one.variant === variant
  const steps = (wanted?.milestones ?? []).filter(isOwn)
  const added = steps.filter(({ key }) => !made.milestone.has(key))
  const canBeAsked = (asked: TemplateRequirement) => {
    const named = namedIn(asked)
    if (named === null || named[0] === 'metric') return true
    return made[named[0]].has(named[1]) || added.some(({ key }) => key === named[1])
  }
  return {
    ...foreign,
    added: {
      milestones: added,
      requirements: (wanted?.gate.requirements ?? [])
        .filter(isOwn)
        .filter((asked) => canBeAsked(asked) && !staying.some((stored) => isAboutSame(stored, asked, made))),
    },
    targets: findTargets(scene, variant),
  }
}

/** How much a variant would change; the stage counts as being in the variant that changes least. */
export function sizeOf({ added, removed, targets }: VariantChange): number {
  const items = [added.milestones, added.requirements, removed.milestones, removed.requirements, targets]
  return items.reduce<number>((sum, list) => sum + list.length, 0)
}
