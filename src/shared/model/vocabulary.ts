import { z } from 'zod'

/** The three areas of the source text that skills belong to. */
export const Area = z.enum(['technical', 'management', 'soft'])
export type Area = z.infer<typeof Area>

/** Kinds of a journal entry. */
export const ActivityKind = z.enum([
  'study',
  'reading',
  'practice',
  'petProject',
  'workProject',
  'leadership',
  'mentoringGiven',
  'mentoringReceived',
  'meeting',
  'networking',
  'visibility',
  'certification',
  'reflection',
])
export type ActivityKind = z.infer<typeof ActivityKind>

/** What a journal entry of kind visibility was: a comment under somebody else's text is not a publication. */
export const VisibilityKind = z.enum(['post', 'talk', 'comment'])
export type VisibilityKind = z.infer<typeof VisibilityKind>

/** Who could see it: colleagues, or people outside the company. */
export const VisibleTo = z.enum(['inside', 'outside'])
export type VisibleTo = z.infer<typeof VisibleTo>

export const LearningKind = z.enum(['course', 'degree', 'book', 'caseStudy', 'article', 'workshop'])
export type LearningKind = z.infer<typeof LearningKind>
export const LearningStatus = z.enum(['planned', 'inProgress', 'done', 'dropped'])
export type LearningStatus = z.infer<typeof LearningStatus>

export const CertificationStatus = z.enum(['planned', 'preparing', 'booked', 'earned', 'expired', 'failed'])
export type CertificationStatus = z.infer<typeof CertificationStatus>

export const ProjectKind = z.enum(['pet', 'work'])
export type ProjectKind = z.infer<typeof ProjectKind>
export const ProjectStatus = z.enum(['idea', 'active', 'paused', 'done', 'dropped'])
export type ProjectStatus = z.infer<typeof ProjectStatus>

/** Scope of influence of an achievement, from narrow to wide. */
export const Scope = z.enum(['task', 'project', 'programme', 'businessUnit', 'company'])
export type Scope = z.infer<typeof Scope>

/** Who saw or felt a leadership result. */
export const Audience = z.enum(['team', 'peers', 'sponsors', 'cLevel', 'investors', 'customers', 'market'])
export type Audience = z.infer<typeof Audience>

/** The four criteria that distinguish the from-role and the to-role. */
export const RoleShiftCriterion = z.enum(['focus', 'scale', 'metrics', 'stakeholders'])
export type RoleShiftCriterion = z.infer<typeof RoleShiftCriterion>

export const PersonRole = z.enum(['mentor', 'mentee', 'stakeholder', 'peer', 'contact'])
export type PersonRole = z.infer<typeof PersonRole>

export const ObstacleStatus = z.enum(['open', 'easing', 'overcome'])
export type ObstacleStatus = z.infer<typeof ObstacleStatus>
export const Verdict = z.enum(['worked', 'failed', 'inconclusive'])
export type Verdict = z.infer<typeof Verdict>

/** The direction in which a metric should change. */
export const Direction = z.enum(['up', 'down'])
export type Direction = z.infer<typeof Direction>

export const RequirementKind = z.enum(['skill', 'evidence', 'certification', 'metric', 'milestone'])
export type RequirementKind = z.infer<typeof RequirementKind>

/** Kinds of items a gate can count as evidence. */
/** From when on items count for a requirement: any day, the first day of the plan, or the beginning of its stage. */
export const CountedSince = z.enum(['always', 'plan', 'stage'])
export type CountedSince = z.infer<typeof CountedSince>

export const EvidenceKind = z.enum(['learning', 'project', 'achievement', 'certification', 'activity'])
export type EvidenceKind = z.infer<typeof EvidenceKind>
