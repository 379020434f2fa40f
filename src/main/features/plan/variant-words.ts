import type { View } from '#main/store/engine/items.ts'
import type { VariantChange as VariantView } from '#shared/contract/plan.ts'
import type { LocalText } from '#shared/model/common.ts'
import type { RequirementFields } from '#shared/model/plan.ts'
import type { TemplateRequirement } from '#shared/model/template-gate.ts'
import { dayInStage, type VariantChange, type VariantScene } from './variant-change.ts'

type RequirementWords = VariantView['added']['requirements'][number]

/** What is needed to put a requirement of the plan into words. */
function wordsOfStored(stored: View<RequirementFields>, scene: VariantScene): RequirementWords {
  const { kind, evidenceKind, activityKind, minScope, since, visibilityKinds, minOutside } = stored
  const named = [stored.skillUid, stored.metricUid, stored.milestoneUid]
  return {
    ...{ kind, evidenceKind, activityKind, minScope, since, visibilityKinds, minOutside },
    subject: stored.refs.find(({ uid }) => named.includes(uid))?.title ?? null,
    unit: scene.metrics.find(({ uid }) => uid === stored.metricUid)?.unit ?? null,
    target: stored.level ?? stored.count ?? stored.metricValue,
    current: null,
    outside: null,
  }
}

/** Title of what a requirement of the template refers to: the plan's own title if the item exists there. */
function subjectOf(asked: TemplateRequirement, { template, offer, skills, metrics }: VariantScene): LocalText | null {
  const titleOf = (items: readonly { key: string | null; title: LocalText }[], key: string) =>
    items.find((one) => one.key === key)?.title ?? null
  switch (asked.kind) {
    case 'skill':
      return titleOf(skills, asked.skill)
    case 'metric':
      return titleOf(metrics, asked.metric) ?? titleOf(template.metrics, asked.metric)
    case 'milestone':
      return titleOf(offer.milestones, asked.milestone)
    default:
      return null
  }
}

/** The level, number or value a requirement asks for; null for a milestone, which is done or not. */
function targetOf(asked: TemplateRequirement): number | null {
  switch (asked.kind) {
    case 'skill':
      return asked.level
    case 'metric':
      return asked.value
    case 'milestone':
      return null
    default:
      return asked.count
  }
}

const NO_FILTERS = { evidenceKind: null, activityKind: null, minScope: null, visibilityKinds: [], minOutside: null }

/** Which items a requirement of the template counts. */
function filtersOf(asked: TemplateRequirement) {
  if (asked.kind !== 'evidence') return NO_FILTERS
  const { of, activityKind = null, minScope = null, visibilityKinds = [], minOutside = null } = asked
  return { evidenceKind: of, activityKind, minScope, visibilityKinds, minOutside }
}

/** What is needed to put a requirement of the template into words. */
function wordsOfAsked(asked: TemplateRequirement, scene: VariantScene): RequirementWords {
  const metric = asked.kind === 'metric' ? scene.template.metrics.find(({ key }) => key === asked.metric) : undefined
  return {
    ...filtersOf(asked),
    kind: asked.kind,
    subject: subjectOf(asked, scene),
    unit: metric?.unit ?? null,
    since: 'since' in asked ? (asked.since ?? 'always') : 'always',
    target: targetOf(asked),
    current: null,
    outside: null,
  }
}

/** A change in the form in which it is shown before it is made. */
export function describeChange(change: VariantChange, scene: VariantScene): VariantView {
  const { added, removed, kept, targets } = change
  const standing = ({ milestones, requirements }: VariantChange['removed']) => ({
    milestones: milestones.map(({ title, plannedDay }) => ({ title, plannedDay })),
    requirements: requirements.map((stored) => wordsOfStored(stored, scene)),
  })
  return {
    added: {
      milestones: added.milestones.map((one) => ({ title: one.title, plannedDay: dayInStage(one, scene) })),
      requirements: added.requirements.map((asked) => wordsOfAsked(asked, scene)),
    },
    removed: standing(removed),
    kept: standing(kept),
    targets: targets.map(({ skill, stage, from, to }) => ({ skill: skill.title, stage: stage.title, from, to })),
  }
}
