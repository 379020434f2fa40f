import { z } from 'zod'
import { Level } from './common.ts'
import {
  ActivityKind,
  Area,
  Direction,
  EvidenceKind,
  LearningKind,
  PersonRole,
  RoleShiftCriterion,
  Scope,
} from './vocabulary.ts'

/**
 * The plan template: what the first run turns into a plan, and the catalogues the app offers later. It lives in
 * `resources/plan/*.json`, one part a file, Russian and English side by side so that neither can lag. Items refer to
 * each other by `key` (kebab-case, unique within their part and stable for ever: an imported template is matched by it).
 */
const Key = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)

const text = (limit: number) =>
  z.strictObject({ ru: z.string().trim().min(1).max(limit), en: z.string().trim().min(1).max(limit) })

/** A line that becomes a title: at most 120 characters per language. */
const Name = text(120)
/** One or two sentences: at most 400 characters per language. */
const Sentence = text(400)
/** A paragraph: at most 1,200 characters per language. */
const Paragraph = text(1200)

export const TemplateSkill = z.strictObject({
  key: Key,
  area: Area,
  title: Name,
  /** One sentence: what the skill is. */
  meaning: Sentence,
  /** Why a CTO needs it. */
  why: Sentence,
  /** Short words for `#alias` in quick add, lower case, no spaces; unique over all skills and both languages. */
  aliases: z.strictObject({ ru: z.array(z.string()).min(1), en: z.array(z.string()).min(1) }),
  /** Index = level 0-5. The descriptor is observable behaviour; signals are what others could see. */
  levels: z.array(z.strictObject({ descriptor: Sentence, signals: z.array(Sentence).min(2).max(3) })).length(6),
  /** Target level per stage, index = stage; never falls. */
  targets: z.array(Level).length(4),
  /** The level a working PMO lead usually brings; the first run offers it, the user rates. */
  baseline: Level,
  /** What can back a rating. */
  evidenceIdeas: z.array(Sentence).min(2).max(5),
})

const requirement = <Kind extends string, Shape extends z.ZodRawShape>(kind: Kind, shape: Shape) =>
  z.strictObject({
    key: Key,
    kind: z.literal(kind),
    /** Relative weight in the gate's readiness, 1-10. */
    weight: z.int().min(1).max(10),
    ...shape,
  })

/** One typed requirement of a gate. Titles are made from the kind; `note` says why it stands here. */
export const TemplateRequirement = z.discriminatedUnion('kind', [
  requirement('skill', { skill: Key, level: Level, note: Sentence.optional() }),
  requirement('evidence', {
    of: EvidenceKind,
    /** Only activities of this kind count (with `of: activity`). */
    activityKind: ActivityKind.optional(),
    /** Only achievements of at least this scope count (with `of: achievement`). */
    minScope: Scope.optional(),
    count: z.int().min(1).max(100),
    note: Sentence,
  }),
  /** Earned certifications; `anyOf` are catalogue keys, empty = any. */
  requirement('certification', { anyOf: z.array(Key), count: z.int().min(1).max(5), note: Sentence.optional() }),
  requirement('metric', { metric: Key, value: z.number(), note: Sentence.optional() }),
  requirement('milestone', { milestone: Key, note: Sentence.optional() }),
])

export const TemplateMilestone = z.strictObject({
  key: Key,
  title: Name,
  /** How one knows it is done. */
  check: Sentence,
  /** Skills it grows. */
  skills: z.array(Key),
  /** Planned day: days after the start of the plan (first 90 days, 0-90), or a share 0-1 of its stage. */
  when: z.union([
    z.strictObject({ dayOffset: z.int().min(0).max(90) }),
    z.strictObject({ share: z.number().min(0).max(1) }),
  ]),
})

export const TemplateStage = z.strictObject({
  key: Key,
  /** 0-3. */
  number: z.int().min(0).max(3),
  title: Name,
  purpose: Paragraph,
  /** What changes in the work. */
  shift: Paragraph,
  traps: z.array(Sentence).min(2).max(5),
  /** Typical share of the horizon; the four add up to 1. */
  share: z.number().gt(0).lt(1),
  /** 8-12 per stage; stage 0 also holds the first 90 days (10-12 more, with `dayOffset`). */
  milestones: z.array(TemplateMilestone).min(1),
  gate: z.strictObject({ meaning: Sentence, requirements: z.array(TemplateRequirement).min(3).max(12) }),
})

export const TemplateExperiment = z.strictObject({
  key: Key,
  title: Name,
  hypothesis: Sentence,
  action: Sentence,
  /** Leading indicator: what is measured weekly to see early whether it works. */
  indicator: Sentence,
  /** Days until the verdict. */
  reviewAfterDays: z.int().min(7).max(180),
})

export const TemplateObstacle = z.strictObject({
  key: Key,
  title: Name,
  description: Paragraph,
  experiments: z.array(TemplateExperiment).min(3).max(4),
})

export const TemplateMetric = z.strictObject({
  key: Key,
  title: Name,
  /** What it shows and how it is counted; the source of the formula where there is one. */
  meaning: Sentence,
  unit: z.strictObject({ ru: z.string().max(20), en: z.string().max(20) }),
  direction: Direction,
})

export const TemplateInitiative = z.strictObject({
  key: Key,
  title: Name,
  hypothesis: Sentence,
  /** Metric it should move, and how one checks after 30/90/180 days. */
  metric: Key,
  check: Sentence,
})

export const TemplatePerson = z.strictObject({
  key: Key,
  role: PersonRole,
  title: Name,
  why: Sentence,
  howToAsk: Paragraph,
  /** Days between meetings that keep the tie warm. */
  cadenceDays: z.int().min(7).max(365),
})

export const TemplateVisibility = z.strictObject({
  key: Key,
  title: Name,
  /** Where: Habr, Reddit, a meet-up, inside the company. */
  where: Name,
  firstStep: Sentence,
})

export const LearningStarter = z.strictObject({
  key: Key,
  kind: LearningKind,
  /** Exact published title in each language; where there is no Russian edition both are the original title. */
  title: Name,
  /** Authors or provider. */
  by: Name,
  why: Sentence,
  skills: z.array(Key).min(1),
  /** Stage numbers in which it pays off most. */
  stages: z.array(z.int().min(0).max(3)).min(1),
  /** Rough effort in hours, null = unknown. */
  hours: z.number().positive().nullable(),
})

const RenewalCredits = z.strictObject({
  /** Credits needed in each renewal period. */
  amount: z.number().positive(),
  /** Name of the credit: PDU, SEU, CPE... */
  unit: z.string(),
  /** Minimums and maximums by category, empty where the issuer has none. */
  categories: z.array(
    z.strictObject({ name: Name, minimum: z.number().min(0).nullable(), maximum: z.number().min(0).nullable() }),
  ),
})

/** One certificate as its issuer describes it. Unknown stays null, and the app says "check with the issuer". */
export const CatalogueCertification = z.strictObject({
  key: Key,
  /** Official name and code, not translated. */
  title: z.string().min(1).max(120),
  code: z.string().max(20).nullable(),
  issuer: z.string().min(1).max(80),
  level: z.enum(['foundation', 'associate', 'professional', 'expert']),
  prerequisites: Sentence.nullable(),
  /** Months it stays valid; `never` = does not expire; null = unknown. */
  validity: z.union([z.strictObject({ months: z.int().positive() }), z.literal('never'), z.null()]),
  renewal: z
    .strictObject({
      how: Sentence,
      periodMonths: z.int().positive().nullable(),
      credits: RenewalCredits.nullable(),
      /** Days before expiry in which renewal is free or possible, null = unknown or none. */
      windowDays: z.int().positive().nullable(),
      free: z.boolean().nullable(),
    })
    .nullable(),
  skills: z.array(Key).min(1),
  /** Day of the source text that was read, null = not verified. */
  lastVerified: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .nullable(),
  /** Name of the source text, null = not verified. */
  source: z.string().max(200).nullable(),
})
export type CatalogueCertification = z.infer<typeof CatalogueCertification>

export const RoleShiftQuestion = z.strictObject({
  criterion: RoleShiftCriterion,
  title: Name,
  question: Sentence,
  /** The PMO and the CTO side of the comparison table. */
  pmo: Name,
  cto: Name,
  /** Five anchored positions from PMO (1) to CTO (5), in behaviours. */
  positions: z.array(Sentence).length(5),
})

export const ReviewPrompt = z.strictObject({ key: Key, prompt: Sentence, hint: Sentence })

/** Words that name an activity kind in quick add: every form a person would type, lower case, ё written as е. */
export const KindWords = z.strictObject({
  kind: ActivityKind,
  ru: z.array(z.string()).min(2),
  en: z.array(z.string()).min(2),
})

/** `resources/plan/plan.json`. */
export const PlanHead = z.strictObject({
  key: Key,
  version: z.int().positive(),
  title: Name,
  fromRole: Name,
  toRole: Name,
  visionHint: Sentence,
  summary: Paragraph,
})

/** The whole template, one member per file of `resources/plan/`. */
export const PlanTemplate = z.strictObject({
  head: PlanHead,
  stages: z.array(TemplateStage).length(4),
  skills: z.array(TemplateSkill).min(24).max(30),
  obstacles: z.array(TemplateObstacle).min(1),
  metrics: z.array(TemplateMetric),
  initiatives: z.array(TemplateInitiative),
  people: z.array(TemplatePerson),
  visibility: z.array(TemplateVisibility),
  learning: z.array(LearningStarter),
  certifications: z.array(CatalogueCertification),
  roleShift: z.array(RoleShiftQuestion).length(4),
  reviewPrompts: z.array(ReviewPrompt).min(5),
  quickAdd: z.array(KindWords),
})
export type PlanTemplate = z.infer<typeof PlanTemplate>
export type TemplateRequirement = z.infer<typeof TemplateRequirement>
export type TemplateMilestone = z.infer<typeof TemplateMilestone>
