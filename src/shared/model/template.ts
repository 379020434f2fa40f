import { z } from 'zod'
import { Level } from './common.ts'
import { TemplateCase } from './template-case.ts'
import { asksForForeign, TemplateRequirement } from './template-gate.ts'
import { Key, Name, Paragraph, Sentence, ShortName } from './template-text.ts'
import { brokenVariants, TemplateVariants } from './template-variant.ts'
import {
  ActivityKind,
  Area,
  Direction,
  LearningKind,
  PersonRole,
  RoleShiftCriterion,
  VisibilityKind,
  VisibleTo,
} from './vocabulary.ts'

/**
 * The plan template: the first run turns it into a plan, and the app offers its catalogues later. It can describe any
 * path from one role to another. The one that ships with Kurs is in `resources/plan/*.json`, one part per file, Russian
 * and English side by side so that both stay up to date. Items refer to each other by `key` (kebab-case, unique within
 * their part and never changed, because an imported template is matched by keys).
 */

/** Exercises for a skill by available time; each says how to tell that it was done. */
export const SkillPractices = z.strictObject({
  /** About 30 minutes. */
  short: Sentence,
  /** About three hours. */
  evening: Sentence,
  /** Four weeks alongside the work. */
  month: Sentence,
})

export const TemplateSkill = z.strictObject({
  key: Key,
  area: Area,
  title: Name,
  /** One sentence: what the skill is. */
  meaning: Sentence,
  /** Why the new role needs it. */
  why: Sentence,
  /** Short words for `#alias` in quick add, lower case, no spaces; unique over all skills and both languages. */
  aliases: z.strictObject({ ru: z.array(z.string()), en: z.array(z.string()) }),
  /** Index = level 0-5. The descriptor is observable behaviour; signals are what others could see. */
  levels: z
    .array(
      z.strictObject({
        descriptor: Sentence,
        signals: z.array(Sentence).max(10),
        /** Number of people led at this level, directly and through others, if the descriptor names one. */
        leads: z.int().min(1).optional(),
      }),
    )
    .length(6),
  /** Target level per stage, index = stage: as many as there are stages. */
  targets: z.array(Level),
  /** The level people usually bring from the from-role; offered at the first assessment, which the user decides. */
  baseline: Level,
  /** Possible evidence of an assessment. */
  evidenceIdeas: z.array(Sentence).max(20),
  practices: SkillPractices.optional(),
  /** Questions of a mentor to check a level: about what was done, not about definitions. */
  questions: z.array(Sentence).max(10).optional(),
})

export const TemplateMilestone = z.strictObject({
  key: Key,
  title: Name,
  /** How to tell that it is done. */
  check: Sentence,
  /** The variant of its stage that it belongs to; without it, it belongs to every variant. */
  variant: Key.optional(),
  /** Skills it develops. */
  skills: z.array(Key),
  /** Levels of skills that this milestone is evidence of; the targets of its stage must not be lower. */
  shows: z.partialRecord(Key, Level).optional(),
  /**
   * Days its check takes at least, from the start of its stage or from the planned day of an earlier milestone in it.
   */
  takes: z.strictObject({ days: z.int().min(1).max(366), after: Key.optional() }).optional(),
  /** Planned day: days after the start of the plan (first 90 days, 0-90), or a share 0-1 of its stage. */
  when: z.union([
    z.strictObject({ dayOffset: z.int().min(0).max(90) }),
    z.strictObject({ share: z.number().min(0).max(1) }),
  ]),
})

/** Stages of a template at most, and their numbers. */
export const STAGE_LIMIT = 20
const StageNumber = z
  .int()
  .min(0)
  .max(STAGE_LIMIT - 1)

export const TemplateStage = z.strictObject({
  key: Key,
  /** Place in the plan, from 0. */
  number: StageNumber,
  title: Name,
  purpose: Paragraph,
  /** What changes in the work. */
  shift: Paragraph,
  traps: z.array(Sentence).max(20),
  /** Typical share of the horizon; all shares add up to 1. */
  share: z.number().gt(0).max(1),
  /** Variants of this stage; undefined if there is no choice. */
  variants: TemplateVariants.optional(),
  /** Milestones of the first 90 days have a `dayOffset`. */
  milestones: z.array(TemplateMilestone),
  gate: z.strictObject({ meaning: Sentence, requirements: z.array(TemplateRequirement).max(100) }),
})

const TemplateExperiment = z.strictObject({
  key: Key,
  title: Name,
  hypothesis: Sentence,
  action: Sentence,
  /** Leading indicator: what is measured weekly to see early whether it works. */
  indicator: Sentence,
  /** Days until the verdict. */
  reviewAfterDays: z.int().min(7).max(180),
})

const TemplateObstacle = z.strictObject({
  key: Key,
  title: Name,
  description: Paragraph,
  experiments: z.array(TemplateExperiment).max(20),
})

export const TemplateMetric = z.strictObject({
  key: Key,
  title: Name,
  /** What it shows and how it is counted, with the source of the formula if there is one. */
  meaning: Sentence,
  unit: z.strictObject({ ru: z.string().max(20), en: z.string().max(20) }),
  direction: Direction,
  /**
   * The field of achievements that states this number too, such as people led. Such a metric counts from zero, and the
   * largest number stated by an achievement counts as well as the newest value.
   */
  statedAs: z.enum(['peopleLed']).optional(),
  /** The two metrics of which this one is the ratio: Kurs computes it if both are chosen and have values. */
  ratioOf: z.strictObject({ over: Key, under: Key }).optional(),
})
export type TemplateMetric = z.infer<typeof TemplateMetric>

export const TemplateInitiative = z.strictObject({
  key: Key,
  title: Name,
  hypothesis: Sentence,
  /** Metric it should change, and how to check that after 30/90/180 days. */
  metric: Key,
  check: Sentence,
})

export const TemplatePerson = z.strictObject({
  key: Key,
  role: PersonRole,
  title: Name,
  why: Sentence,
  howToAsk: Paragraph,
  /** Days between meetings. */
  cadenceDays: z.int().min(7).max(365),
})

export const TemplateVisibility = z.strictObject({
  key: Key,
  title: Name,
  /** The place: Habr, Reddit, a meet-up, inside the company. */
  where: Name,
  firstStep: Sentence,
  /** The visibility of its journal entry, undefined if it is none of these kinds; and who could see it. */
  kind: VisibilityKind.optional(),
  visibleTo: VisibleTo.optional(),
})
export type TemplateVisibility = z.infer<typeof TemplateVisibility>

/** Address of a source text. */
const Address = z
  .string()
  .regex(/^https?:\/\/\S+$/)
  .max(300)

const SourceDay = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .nullable()

/**
 * What is known about buying from a vendor in a country. People plan years ahead, so they should know before planning a
 * course or an exam that it cannot be paid for there. Entries of the catalogues refer to a note by its key.
 */
export const TemplateAvailability = z.strictObject({
  key: Key,
  vendor: z.string().min(1).max(80),
  /** ISO 3166-1 alpha-2. */
  country: z.enum(['RU']),
  /** Whether a company registered there can become a customer. */
  sold: z.enum(['yes', 'no']),
  /** Year, month or day since when this has been so, null = always or unknown. */
  since: z
    .string()
    .regex(/^\d{4}(-\d{2}){0,2}$/)
    .nullable(),
  note: Sentence,
  source: z.string().min(1).max(200),
  sourceUrl: Address,
  /** Day of the source text, null = undated. */
  lastVerified: SourceDay,
})
export type TemplateAvailability = z.infer<typeof TemplateAvailability>

export const LearningStarter = z.strictObject({
  key: Key,
  kind: LearningKind,
  /** Exact published title in each language; without a Russian edition both are the original title. */
  title: Name,
  /** Authors or provider. */
  by: Name,
  why: Sentence,
  skills: z.array(Key).min(1),
  /** Stage numbers in which it is most useful. */
  stages: z.array(StageNumber).min(1),
  /** Rough effort in hours, null = unknown. */
  hours: z.number().positive().nullable(),
  /**
   * Year of the first edition, or of the edition in `by`, so that its age is visible; undefined = it is continuously
   * updated.
   */
  year: z.int().min(1900).max(2100).optional(),
  /** Key of the note on availability. */
  availability: Key.optional(),
})

const RenewalCredits = z.strictObject({
  /** Credits needed in each renewal period. */
  amount: z.number().positive(),
  /** Name of the credit: PDU, SEU, CPE... */
  unit: z.string(),
  /** Minimums and maximums by category, empty if the issuer has none. */
  categories: z.array(
    z.strictObject({ name: Name, minimum: z.number().min(0).nullable(), maximum: z.number().min(0).nullable() }),
  ),
})

/** One certification as its issuer describes it. Unknown facts are null, and the app says "check with the issuer". */
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
  /** Key of the note on availability. */
  availability: Key.optional(),
  /** Day of the source text that was read, null = undated, or not verified. */
  lastVerified: SourceDay,
  /** Name of the issuer's own text, null = none was found. */
  source: z.string().max(200).nullable(),
  sourceUrl: Address.optional(),
  /** Texts by others that confirm it, for the next verification (docs/facts.md); never shown as a source. */
  alsoRead: z.array(z.string().max(200)).max(3).optional(),
})
export type CatalogueCertification = z.infer<typeof CatalogueCertification>

export const RoleShiftQuestion = z.strictObject({
  criterion: RoleShiftCriterion,
  title: Name,
  question: Sentence,
  /** The old and the new role in the comparison table. */
  from: Name,
  to: Name,
  /** Five anchored positions from the old role (1) to the new one (5), in behaviours. */
  positions: z.array(Sentence).length(5),
})

const ReviewPrompt = z.strictObject({ key: Key, prompt: Sentence, hint: Sentence })

/** Words for an activity kind in quick add: every form a person would type, lower case, ё written as е. */
export const KindWords = z.strictObject({
  kind: ActivityKind,
  ru: z.array(z.string()).min(2),
  en: z.array(z.string()).min(2),
})

export type KindWords = z.infer<typeof KindWords>

/** `resources/plan/plan.json`. */
export const PlanHead = z.strictObject({
  key: Key,
  version: z.int().positive(),
  title: Name,
  fromRole: Name,
  toRole: Name,
  /** The two roles in one or two words each, for marks and columns. */
  shortRoles: z.strictObject({ from: ShortName, to: ShortName }),
  visionHint: Sentence,
  summary: Paragraph,
})

const parts = {
  head: PlanHead,
  stages: z.array(TemplateStage).min(1).max(STAGE_LIMIT),
  skills: z.array(TemplateSkill).max(200),
  obstacles: z.array(TemplateObstacle),
  metrics: z.array(TemplateMetric),
  initiatives: z.array(TemplateInitiative),
  people: z.array(TemplatePerson),
  visibility: z.array(TemplateVisibility),
  cases: z.array(TemplateCase).max(20).optional(),
  learning: z.array(LearningStarter),
  certifications: z.array(CatalogueCertification),
  availability: z.array(TemplateAvailability).optional(),
  roleShift: z.array(RoleShiftQuestion).max(RoleShiftCriterion.options.length),
  reviewPrompts: z.array(ReviewPrompt).max(50),
}
type Parts = z.infer<z.ZodObject<typeof parts>>

/** References from one part of a template to another: path and key. */
function* namesIn({
  stages,
  metrics,
  initiatives,
}: Parts): Generator<[path: (string | number)[], part: Named, key: string]> {
  for (const [index, { milestones, gate }] of stages.entries()) {
    for (const [at, { skills, shows, takes }] of milestones.entries()) {
      const path = ['stages', index, 'milestones', at]
      for (const [place, key] of skills.entries()) yield [[...path, 'skills', place], 'skill', key]
      for (const key of Object.keys(shows ?? {})) yield [[...path, 'shows', key], 'skill', key]
      if (takes?.after !== undefined) yield [[...path, 'takes', 'after'], 'milestone', takes.after]
    }
    for (const [at, asked] of gate.requirements.entries()) {
      const path = ['stages', index, 'gate', 'requirements', at]
      if (asked.kind === 'skill') yield [[...path, 'skill'], 'skill', asked.skill]
      if (asked.kind === 'metric') yield [[...path, 'metric'], 'metric', asked.metric]
      if (asked.kind === 'milestone') yield [[...path, 'milestone'], 'milestone', asked.milestone]
    }
  }
  for (const [index, { ratioOf }] of metrics.entries())
    for (const [part, key] of Object.entries(ratioOf ?? {})) yield [['metrics', index, 'ratioOf', part], 'metric', key]
  for (const [index, { metric }] of initiatives.entries()) yield [['initiatives', index, 'metric'], 'metric', metric]
}
type Named = 'skill' | 'metric' | 'milestone'

/** Cases with a part whose key is used twice, or that refers to no entry of the learning catalogue. */
function* brokenCases({ cases = [], learning }: Parts): Generator<(string | number)[]> {
  const entries = new Set(learning.map(({ key }) => key))
  const seen = new Set<string>()
  for (const [index, { tactics }] of cases.entries())
    for (const part of tactics.flatMap(({ parts }) => parts)) {
      if (seen.has(part.key) || (part.as === 'learning' && !entries.has(part.from))) yield ['cases', index]
      seen.add(part.key)
    }
}

/**
 * A plan is made from the whole template: everything it refers to must exist, exactly once, and a skill must have a
 * target for each stage.
 */
function checkParts(template: Parts, ctx: z.RefinementCtx): void {
  const keys = {
    stage: template.stages.map(({ key }) => key),
    skill: template.skills.map(({ key }) => key),
    metric: template.metrics.map(({ key }) => key),
    milestone: template.stages.flatMap(({ milestones }) => milestones.map(({ key }) => key)),
  }
  const refuse = (path: (string | number)[]) => ctx.addIssue({ code: 'custom', path, message: 'template.invalid' })
  for (const [part, list] of Object.entries(keys)) if (new Set(list).size < list.length) refuse([`${part}s`])
  for (const [path, part, key] of namesIn(template)) if (!keys[part].includes(key)) refuse(path)
  for (const path of brokenVariants(template.stages, new Set(keys.skill))) refuse(path)
  for (const [index, { gate }] of template.stages.entries())
    for (const [at, asked] of gate.requirements.entries()) {
      if (asked.kind !== 'evidence') continue
      if (asksForForeign(asked)) refuse(['stages', index, 'gate', 'requirements', at])
    }
  for (const path of brokenCases(template)) refuse(path)
  for (const [index, { targets }] of template.skills.entries())
    if (targets.length !== template.stages.length) refuse(['skills', index, 'targets'])
}

/** The whole template, one member per file of `resources/plan/`. */
export const PlanTemplate = z.strictObject(parts).superRefine(checkParts)
export type PlanTemplate = z.infer<typeof PlanTemplate>
export type TemplateMilestone = z.infer<typeof TemplateMilestone>
