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
import { type Candidate, type Gain, skillGain } from '#shared/domain/steps/next-steps.ts'
import type { Day, LocalText } from '#shared/model/common.ts'
import type { StepTime } from '#shared/model/step.ts'
import type { PlanTemplate } from '#shared/model/template.ts'
import type { ActivityKind, EvidenceKind, LearningKind } from '#shared/model/vocabulary.ts'

/** A candidate with everything that is shown about it. */
export interface StepCandidate extends Candidate {
  kind: SuggestionKind
  subject: LocalText | null
  activityKind: ActivityKind | null
  how: LocalText | null
  links: string[]
}

/** An item of the person that is not finished. */
export interface OpenItem {
  uid: string
  title: LocalText
  links: string[]
}

/** What candidates are made from. */
export interface StepFacts {
  today: Day
  /** Keys of suggestions that must not be made now. */
  resting: ReadonlySet<string>
  /** Requirements of the present gate that are not met. */
  open: RequirementView[]
  totalWeight: number
  /** Number of the present stage in the template, null = it is not from there. */
  stageNumber: number | null
  template: Pick<PlanTemplate, 'skills' | 'learning' | 'certifications'>
  skills: { uid: string; key: string | null; title: LocalText }[]
  learning: (OpenItem & {
    kind: LearningKind
    progress: number
    plannedHours: number | null
    catalogueKey: string | null
  })[]
  /** Catalogue keys of all learning items, and of certifications that are valid or on their way. */
  chosenKeys: ReadonlySet<string>
  projects: OpenItem[]
  certifications: (OpenItem & { catalogueKey: string | null })[]
  /** Open milestones of the present stage, and others that its gate names. */
  milestones: (OpenItem & { check: LocalText })[]
}

interface Gap {
  requirement: RequirementView
  share: number
  level: number
  target: number
}

const shareOf = ({ totalWeight }: StepFacts, { weight }: RequirementView) => weight / totalWeight

/** Gaps of the required skills that are rated below their target: one for each requirement that asks for the skill. */
type Gaps = Map<string, Gap[]>

function skillGaps(facts: StepFacts): Gaps {
  const gaps = facts.open.flatMap((requirement): { uid: string; gap: Gap }[] => {
    const { skillUid, current, level } = requirement
    if (requirement.kind !== 'skill' || skillUid === null || current === null || level === null) return []
    return [{ uid: skillUid, gap: { requirement, share: shareOf(facts, requirement), level: current, target: level } }]
  })
  const bySkill = Map.groupBy(gaps, ({ uid }) => uid)
  return new Map([...bySkill].map(([uid, own]) => [uid, own.map(({ gap }) => gap)]))
}

/** The skills among the items that an item links to. */
const skillsOf = ({ skills }: StepFacts, links: readonly string[]) =>
  links.filter((link) => skills.some(({ uid }) => uid === link))

/** Gains from work on several skills. All of them share its time equally, including those without a gap. */
function gainsOfSkills(gaps: Gaps, skillUids: readonly string[], minutes: number): Gain[] {
  const each = minutes / Math.max(1, skillUids.length)
  return skillUids.flatMap((uid) =>
    (gaps.get(uid) ?? []).map(({ requirement, share, level, target }) => ({
      requirementUid: requirement.uid,
      gain: share * skillGain(level, target, each),
    })),
  )
}

/** Gains from one more item, for requirements that count such items and still miss some. */
function gainsOfItem(facts: StepFacts, isAsked: (requirement: RequirementView) => boolean): Gain[] {
  const doesCount = ({ waitsForStage, countsFrom }: RequirementView) =>
    !waitsForStage && (countsFrom === null || countsFrom <= facts.today)
  return facts.open
    .filter((requirement) => isAsked(requirement) && doesCount(requirement))
    .map((requirement) => ({
      requirementUid: requirement.uid,
      gain: shareOf(facts, requirement) / (requirement.count ?? 1),
    }))
}

/** Gains from a part of something that counts only as a whole, and from the work on skills in that part. */
function gainsOfPart(whole: Gain[], wholeMinutes: number, ofSkills: (minutes: number) => Gain[]) {
  return (minutes: number): Gain[] => [
    ...whole.map(({ requirementUid, gain }) => ({ requirementUid, gain: (gain * minutes) / wholeMinutes })),
    ...ofSkills(minutes),
  ]
}

const counts = (kind: EvidenceKind) => (requirement: RequirementView) =>
  requirement.kind === 'evidence' && requirement.evidenceKind === kind

const NOTHING = { subject: null, activityKind: null, how: null, links: [], isDivisible: false }

/**
 * Suggests to rate a skill. This comes first, because a skill that was never rated counts as nothing, whatever the
 * person can do. Only the skill with the highest weight is suggested, or there would be nothing but ratings at first.
 * The gain of a rating is not known before, so half of the requirement is assumed.
 */
function rating(facts: StepFacts): StepCandidate[] {
  const all = facts.open.flatMap((requirement) => {
    const skill = facts.skills.find(({ uid }) => uid === requirement.skillUid)
    if (skill === undefined || requirement.current !== null) return []
    const gains = [{ requirementUid: requirement.uid, gain: shareOf(facts, requirement) / 2 }]
    const about = { subject: skill.title, links: [skill.uid], minutes: RATING_MINUTES, gainsOf: () => gains }
    return [{ ...NOTHING, ...about, key: `rate/${skill.uid}`, kind: 'rate' as const, weight: requirement.weight }]
  })
  const offered = all.filter(({ key }) => !facts.resting.has(key))
  return offered.toSorted((one, other) => other.weight - one.weight).slice(0, 1)
}

function practices(facts: StepFacts, gaps: Gaps, time: StepTime): StepCandidate[] {
  return facts.skills.flatMap(({ uid, key, title }) => {
    const practice = facts.template.skills.find((skill) => skill.key === key)?.practices
    if (practice === undefined || !gaps.has(uid)) return []
    const minutes = PRACTICE_MINUTES[time]
    const gainsOf = (part: number) => gainsOfSkills(gaps, [uid], part)
    const about = { subject: title, how: practice[time], links: [uid], minutes, gainsOf }
    return [{ ...NOTHING, ...about, key: `practice/${key}/${time}`, kind: 'practice' as const }]
  })
}

function ownLearning(facts: StepFacts, gaps: Gaps): StepCandidate[] {
  return facts.learning.map(({ uid, title, kind, links, plannedHours, progress, catalogueKey }) => {
    const hours = (plannedHours || LEARNING_HOURS[kind]) * (1 - progress / 100)
    // Learning that is nearly finished still takes time to complete.
    const minutes = Math.max(30, Math.round(hours * 60))
    const skills = skillsOf(facts, links)
    const ofSkills = (part: number) => gainsOfSkills(gaps, skills, part)
    const gainsOf = gainsOfPart(gainsOfItem(facts, counts('learning')), minutes, ofSkills)
    const about = { subject: title, links: [uid, ...skills], minutes, isDivisible: true, gainsOf }
    return { ...NOTHING, ...about, key: `learning/${catalogueKey ?? uid}`, kind: 'learning' as const }
  })
}

/** Learning that the template offers for this stage and that was not chosen yet. */
function starters(facts: StepFacts, gaps: Gaps): StepCandidate[] {
  const { template, stageNumber, chosenKeys } = facts
  if (stageNumber === null) return []
  const offered = template.learning.filter(({ key, stages }) => stages.includes(stageNumber) && !chosenKeys.has(key))
  return offered.map(({ key, kind, title, why, hours, skills }) => {
    const minutes = Math.round((hours ?? LEARNING_HOURS[kind]) * 60)
    const own = skills.map((one) => facts.skills.find((skill) => skill.key === one)?.uid ?? one)
    const ofSkills = (part: number) => gainsOfSkills(gaps, own, part)
    const gainsOf = gainsOfPart(gainsOfItem(facts, counts('learning')), minutes, ofSkills)
    const links = skillsOf(facts, own)
    const about = { subject: title, how: why, links, minutes, isDivisible: true, gainsOf }
    return { ...NOTHING, ...about, key: `learning/${key}`, kind: 'starter' as const }
  })
}

function projects(facts: StepFacts, gaps: Gaps): StepCandidate[] {
  return facts.projects.map(({ uid, title, links }) => {
    const minutes = PROJECT_HOURS * 60
    const skills = skillsOf(facts, links)
    const ofSkills = (part: number) => gainsOfSkills(gaps, skills, part)
    const gainsOf = gainsOfPart(gainsOfItem(facts, counts('project')), minutes, ofSkills)
    const about = { subject: title, links: [uid, ...skills], minutes, isDivisible: true, gainsOf }
    return { ...NOTHING, ...about, key: `project/${uid}`, kind: 'project' as const }
  })
}

/** The person's certifications under way, and those of the catalogue that a requirement names. */
function certifications(facts: StepFacts): StepCandidate[] {
  const fits = (catalogueKey: string | null) => (requirement: RequirementView) => {
    const { kind, catalogueKeys } = requirement
    if (counts('certification')(requirement)) return true
    return kind === 'certification' && (catalogueKeys.length === 0 || catalogueKeys.includes(catalogueKey ?? ''))
  }
  const usual = { ...NOTHING, kind: 'certification' as const, minutes: CERTIFICATE_HOURS * 60, isDivisible: true }
  const own = facts.certifications.map(({ uid, title, catalogueKey }) => {
    const gainsOf = gainsOfPart(gainsOfItem(facts, fits(catalogueKey)), usual.minutes, () => [])
    return { ...usual, key: `certification/${catalogueKey ?? uid}`, subject: title, links: [uid], gainsOf }
  })
  const named = new Set(
    facts.open.flatMap(({ kind, catalogueKeys }) => (kind === 'certification' ? catalogueKeys : [])),
  )
  const offered = facts.template.certifications.filter(({ key }) => named.has(key) && !facts.chosenKeys.has(key))
  return [
    ...own,
    ...offered.map(({ key, title }) => {
      const gainsOf = gainsOfPart(gainsOfItem(facts, fits(key)), usual.minutes, () => [])
      return { ...usual, key: `certification/${key}`, subject: title, gainsOf }
    }),
  ]
}

function milestones(facts: StepFacts, gaps: Gaps): StepCandidate[] {
  return facts.milestones.map(({ uid, title, check, links }) => {
    const minutes = MILESTONE_HOURS * 60
    const skills = skillsOf(facts, links)
    const ofSkills = (part: number) => gainsOfSkills(gaps, skills, part)
    const gainsOf = gainsOfPart(
      gainsOfItem(facts, ({ milestoneUid }) => milestoneUid === uid),
      minutes,
      ofSkills,
    )
    const about = { subject: title, how: check, links: [uid, ...skills], minutes, isDivisible: true, gainsOf }
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
    const key = `activity/${activityKind}/${uid}`
    return [{ ...NOTHING, key, kind: 'activity' as const, activityKind, minutes, gainsOf: () => gains }]
  })
}

/** Everything that could be done for the present gate, with the gain of each. */
export function stepCandidates(facts: StepFacts, time: StepTime): StepCandidate[] {
  if (facts.totalWeight === 0) return []
  const gaps = skillGaps(facts)
  const all = [
    ...rating(facts),
    ...practices(facts, gaps, time),
    ...ownLearning(facts, gaps),
    ...starters(facts, gaps),
    ...projects(facts, gaps),
    ...certifications(facts),
    ...milestones(facts, gaps),
    ...entries(facts),
  ]
  return all.filter(({ key }) => !facts.resting.has(key))
}
