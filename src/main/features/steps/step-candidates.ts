import type { RequirementView } from '#shared/contract/plan.ts'
import type { SuggestionKind } from '#shared/contract/steps.ts'
import {
  CERTIFICATE_HOURS,
  ENTRY_MINUTES,
  LEARNING_HOURS,
  MILESTONE_HOURS,
  PRACTICE_MINUTES,
  PROJECT_HOURS,
  RATING_MINUTES,
  USUAL_ENTRY_MINUTES,
} from '#shared/domain/steps/effort.ts'
import { type Candidate, type StepTime, skillGain } from '#shared/domain/steps/next-steps.ts'
import type { LocalText } from '#shared/model/common.ts'
import type { PlanTemplate } from '#shared/model/template.ts'
import type { ActivityKind, EvidenceKind, LearningKind } from '#shared/model/vocabulary.ts'

/** A candidate with all that is told of it. */
export interface StepCandidate extends Candidate {
  kind: SuggestionKind
  subject: LocalText | null
  activityKind: ActivityKind | null
  how: LocalText | null
  links: string[]
}

/** An item of one's own that is not over. */
export interface OpenItem {
  uid: string
  title: LocalText
  links: string[]
}

/** What candidates are made from. */
export interface StepFacts {
  /** Requirements of the present gate that are not met. */
  open: RequirementView[]
  totalWeight: number
  /** Number of the present stage in the template, null = it is not from there. */
  stageNumber: number | null
  template: Pick<PlanTemplate, 'skills' | 'learning' | 'certifications'>
  skills: { uid: string; key: string | null; title: LocalText }[]
  learning: (OpenItem & { kind: LearningKind; progress: number; plannedHours: number | null })[]
  /** Catalogue keys of all learning items and certifications, also of those that are over. */
  chosenKeys: ReadonlySet<string>
  projects: OpenItem[]
  certifications: (OpenItem & { catalogueKey: string | null })[]
  /** Milestones of the present stage. */
  milestones: (OpenItem & { check: LocalText })[]
}

interface Gap {
  requirement: RequirementView
  share: number
  level: number
  target: number
}

const shareOf = ({ totalWeight }: StepFacts, { weight }: RequirementView) => weight / totalWeight

/** Required skills that are rated below their target, by uid. */
function skillGaps(facts: StepFacts): Map<string, Gap> {
  const gaps = facts.open.flatMap((requirement): [string, Gap][] => {
    const { skillUid, current, level } = requirement
    if (requirement.kind !== 'skill' || skillUid === null || current === null || level === null) return []
    return [[skillUid, { requirement, share: shareOf(facts, requirement), level: current, target: level }]]
  })
  return new Map(gaps)
}

/** The skills among what an item names. */
const skillsOf = ({ skills }: StepFacts, links: readonly string[]) =>
  links.filter((link) => skills.some(({ uid }) => uid === link))

/** What work on several skills brings, its time shared by all of them, also by those that lack nothing. */
function gainsOfSkills(gaps: Map<string, Gap>, skillUids: readonly string[], minutes: number): Candidate['gains'] {
  const each = minutes / Math.max(1, skillUids.length)
  return skillUids.flatMap((uid) => {
    const gap = gaps.get(uid)
    if (gap === undefined) return []
    return [{ requirementUid: gap.requirement.uid, gain: gap.share * skillGain(gap.level, gap.target, each) }]
  })
}

/** What one more item brings to the requirements that count such items and lack some. */
function gainsOfItem(facts: StepFacts, isAsked: (requirement: RequirementView) => boolean): Candidate['gains'] {
  return facts.open.filter(isAsked).flatMap((requirement) => {
    const { uid, count, waitsForStage } = requirement
    return waitsForStage ? [] : [{ requirementUid: uid, gain: shareOf(facts, requirement) / (count ?? 1) }]
  })
}

const counts = (kind: EvidenceKind) => (requirement: RequirementView) =>
  requirement.kind === 'evidence' && requirement.evidenceKind === kind

const NOTHING = { subject: null, activityKind: null, how: null, links: [], isDivisible: false }

/**
 * Rating comes first: a skill that was never rated counts as nothing, whatever one can do. Only the skill that weighs most is
 * named, or there would be nothing but ratings at first.
 */
function rating(facts: StepFacts): StepCandidate[] {
  const all = facts.open.flatMap((requirement) => {
    const skill = facts.skills.find(({ uid }) => uid === requirement.skillUid)
    const { level, current } = requirement
    if (skill === undefined || level === null || current !== null) return []
    // Where nothing is known of what people bring, half of the target stands for it: the rating is worth its five minutes.
    const usual = facts.template.skills.find(({ key }) => key === skill.key)?.baseline || level / 2
    const gain = shareOf(facts, requirement) * Math.min(1, usual / level)
    const gains = [{ requirementUid: requirement.uid, gain }]
    const about = { subject: skill.title, links: [skill.uid], minutes: RATING_MINUTES, gains }
    return [{ ...NOTHING, ...about, key: `rate/${skill.uid}`, kind: 'rate' as const }]
  })
  return all.toSorted((one, other) => (other.gains[0]?.gain ?? 0) - (one.gains[0]?.gain ?? 0)).slice(0, 1)
}

function practices(facts: StepFacts, gaps: Map<string, Gap>, time: StepTime): StepCandidate[] {
  return facts.skills.flatMap(({ uid, key, title }) => {
    const practice = facts.template.skills.find((skill) => skill.key === key)?.practices
    if (practice === undefined || !gaps.has(uid)) return []
    const minutes = PRACTICE_MINUTES[time]
    const about = {
      subject: title,
      how: practice[time],
      links: [uid],
      minutes,
      gains: gainsOfSkills(gaps, [uid], minutes),
    }
    return [{ ...NOTHING, ...about, key: `practice/${key}/${time}`, kind: 'practice' as const }]
  })
}

function ownLearning(facts: StepFacts, gaps: Map<string, Gap>): StepCandidate[] {
  return facts.learning.map(({ uid, title, kind, links, plannedHours, progress }) => {
    const hours = (plannedHours || LEARNING_HOURS[kind]) * (1 - progress / 100)
    // What is nearly read still wants its end written down.
    const minutes = Math.max(30, Math.round(hours * 60))
    const skills = skillsOf(facts, links)
    const gains = [...gainsOfItem(facts, counts('learning')), ...gainsOfSkills(gaps, skills, minutes)]
    const about = { subject: title, links: [uid, ...skills], minutes, isDivisible: true, gains }
    return { ...NOTHING, ...about, key: `learning/${uid}`, kind: 'learning' as const }
  })
}

/** What the template offers for this stage and was not chosen yet. */
function starters(facts: StepFacts, gaps: Map<string, Gap>): StepCandidate[] {
  const { template, stageNumber, chosenKeys } = facts
  if (stageNumber === null) return []
  const offered = template.learning.filter(({ key, stages }) => stages.includes(stageNumber) && !chosenKeys.has(key))
  return offered.map(({ key, kind, title, why, hours, skills }) => {
    const minutes = Math.round((hours ?? LEARNING_HOURS[kind]) * 60)
    const own = skills.map((one) => facts.skills.find((skill) => skill.key === one)?.uid ?? one)
    const gains = [...gainsOfItem(facts, counts('learning')), ...gainsOfSkills(gaps, own, minutes)]
    const links = skillsOf(facts, own)
    const about = { subject: title, how: why, links, minutes, isDivisible: true, gains }
    return { ...NOTHING, ...about, key: `starter/${key}`, kind: 'starter' as const }
  })
}

function projects(facts: StepFacts, gaps: Map<string, Gap>): StepCandidate[] {
  return facts.projects.map(({ uid, title, links }) => {
    const minutes = PROJECT_HOURS * 60
    const skills = skillsOf(facts, links)
    const gains = [...gainsOfItem(facts, counts('project')), ...gainsOfSkills(gaps, skills, minutes)]
    const about = { subject: title, links: [uid, ...skills], minutes, isDivisible: true, gains }
    return { ...NOTHING, ...about, key: `project/${uid}`, kind: 'project' as const }
  })
}

/** One's own certifications on their way, and those of the catalogue that a requirement names. */
function certifications(facts: StepFacts): StepCandidate[] {
  const fits = (catalogueKey: string | null) => (requirement: RequirementView) => {
    const { kind, catalogueKeys } = requirement
    if (counts('certification')(requirement)) return true
    return kind === 'certification' && (catalogueKeys.length === 0 || catalogueKeys.includes(catalogueKey ?? ''))
  }
  const usual = { ...NOTHING, kind: 'certification' as const, minutes: CERTIFICATE_HOURS * 60, isDivisible: true }
  const own = facts.certifications.map(({ uid, title, catalogueKey }) => {
    const gains = gainsOfItem(facts, fits(catalogueKey))
    return { ...usual, key: `certification/${uid}`, subject: title, links: [uid], gains }
  })
  const named = new Set(
    facts.open.flatMap(({ kind, catalogueKeys }) => (kind === 'certification' ? catalogueKeys : [])),
  )
  const offered = facts.template.certifications.filter(({ key }) => named.has(key) && !facts.chosenKeys.has(key))
  return [
    ...own,
    ...offered.map(({ key, title }) => {
      const gains = gainsOfItem(facts, fits(key))
      return { ...usual, key: `certification/${key}`, subject: title, gains }
    }),
  ]
}

function milestones(facts: StepFacts, gaps: Map<string, Gap>): StepCandidate[] {
  return facts.milestones.map(({ uid, title, check, links }) => {
    const minutes = MILESTONE_HOURS * 60
    const skills = skillsOf(facts, links)
    const gains = [
      ...gainsOfItem(facts, ({ milestoneUid }) => milestoneUid === uid),
      ...gainsOfSkills(gaps, skills, minutes),
    ]
    const about = { subject: title, how: check, links: [uid, ...skills], minutes, isDivisible: true, gains }
    return { ...NOTHING, ...about, key: `milestone/${uid}`, kind: 'milestone' as const }
  })
}

/** One more entry of the kind that a gate counts: a meeting with a mentor, something published. */
function entries(facts: StepFacts): StepCandidate[] {
  return facts.open.flatMap((requirement) => {
    const { uid, activityKind } = requirement
    if (!counts('activity')(requirement) || activityKind === null) return []
    const minutes = ENTRY_MINUTES[activityKind] ?? USUAL_ENTRY_MINUTES
    const gains = gainsOfItem(facts, (other) => other.uid === uid)
    return [{ ...NOTHING, key: `activity/${uid}`, kind: 'activity' as const, activityKind, minutes, gains }]
  })
}

/** Everything that could be done for the present gate, and what each would bring it. */
export function stepCandidates(facts: StepFacts, time: StepTime): StepCandidate[] {
  if (facts.totalWeight === 0) return []
  const gaps = skillGaps(facts)
  return [
    ...rating(facts),
    ...practices(facts, gaps, time),
    ...ownLearning(facts, gaps),
    ...starters(facts, gaps),
    ...projects(facts, gaps),
    ...certifications(facts),
    ...milestones(facts, gaps),
    ...entries(facts),
  ]
}
