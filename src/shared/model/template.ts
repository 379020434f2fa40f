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
 * The plan template: what the first run turns into a plan, and the catalogues the app offers later. Any path from one role to
 * another can be told by it; the one that ships with Kurs lives in `resources/plan/*.json`, one part a file, Russian and English
 * side by side so that neither can lag. Items refer to each other by `key` (kebab-case, unique within their part and stable
 * for ever: an imported template is matched by it).
 */

/** Something to do for a skill that fits the time there is; each says by what one sees that it was done. */
export const SkillPractices = z.strictObject({
  /** About 30 minutes. */
  short: Sentence,
  /** About three hours. */
  evening: Sentence,
  /** Four weeks beside the work. */
  month: Sentence,
})

export const TemplateSkill = z.strictObject({
  key: Key,
  area: Area,
  title: Name,
  /** One sentence: what the skill is. */
  meaning: Sentence,
  /** Why the way to the new role needs it. */
  why: Sentence,
  /** Short words for `#alias` in quick add, lower case, no spaces; unique over all skills and both languages. */
  aliases: z.strictObject({ ru: z.array(z.string()), en: z.array(z.string()) }),
  /** Index = level 0-5. The descriptor is observable behaviour; signals are what others could see. */
  levels: z
    .array(
      z.strictObject({
        descriptor: Sentence,
        signals: z.array(Sentence).max(10),
        /** People one leads who works at this level, directly and through others, where the descriptor names a number. */
        leads: z.int().min(1).optional(),
      }),
    )
    .length(6),
  /** Target level per stage, index = stage: as many as there are stages. */
  targets: z.array(Level),
  /** The level people usually bring from the role they come from; the first rating offers it, the user rates. */
  baseline: Level,
  /** What can back a rating. */
  evidenceIdeas: z.array(Sentence).max(20),
  practices: SkillPractices.optional(),
  /** What a mentor may ask to check a level: questions about what was done, not about definitions. */
  questions: z.array(Sentence).max(10).optional(),
})

export const TemplateMilestone = z.strictObject({
  key: Key,
  title: Name,
  /** How one knows it is done. */
  check: Sentence,
  /** The variant of its stage it belongs to; left out: every one has it. */
  variant: Key.optional(),
  /** Skills it grows. */
  skills: z.array(Key),
  /** Levels of skills this is a signal of; a stage that holds it asks no less of them. */
  shows: z.partialRecord(Key, Level).optional(),
  /** Days its check takes at least, from the start of its stage or from the planned day of an earlier milestone of it. */
  takes: z.strictObject({ days: z.int().min(1).max(366), after: Key.optional() }).optional(),
  /** Planned day: days after the start of the plan (first 90 days, 0-90), or a share 0-1 of its stage. */
  when: z.union([
    z.strictObject({ dayOffset: z.int().min(0).max(90) }),
    z.strictObject({ share: z.number().min(0).max(1) }),
  ]),
})

/** Stages a template may have, and their numbers. */
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
  /** Typical share of the horizon; all of them add up to 1. */
  share: z.number().gt(0).max(1),
  /** Ways through this stage to choose from; left out: there is one. */
  variants: TemplateVariants.optional(),
  /** Those of the first 90 days have a `dayOffset`. */
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
  /** What it shows and how it is counted; the source of the formula where there is one. */
  meaning: Sentence,
  unit: z.strictObject({ ru: z.string().max(20), en: z.string().max(20) }),
  direction: Direction,
  /**
   * The field of achievements that states this number too, such as people led: it counts from zero, and the largest number an
   * achievement states counts as well as the newest value.
   */
  statedAs: z.enum(['peopleLed']).optional(),
  /** Two other metrics of which this one is the ratio: Kurs computes it where both are chosen and have values. */
  ratioOf: z.strictObject({ over: Key, under: Key }).optional(),
})
export type TemplateMetric = z.infer<typeof TemplateMetric>

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
  /** What a journal line of it would be, left out where it is none of these; and who could see it. */
  kind: VisibilityKind.optional(),
  visibleTo: VisibleTo.optional(),
})
export type TemplateVisibility = z.infer<typeof TemplateVisibility>

/** Where a source text stands. */
const Address = z
  .string()
  .regex(/^https?:\/\/\S+$/)
  .max(300)

const SourceDay = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .nullable()

/**
 * What is known about buying from a vendor in a country. A person plans years ahead: a course or an exam that cannot be
 * paid for there is better known before it stands in the plan. Entries of the catalogues name a note by its key.
 */
export const TemplateAvailability = z.strictObject({
  key: Key,
  vendor: z.string().min(1).max(80),
  /** ISO 3166-1 alpha-2. */
  country: z.enum(['RU']),
  /** Whether a company registered there can become a customer. */
  sold: z.enum(['yes', 'no']),
  /** Year, month or day it began, null = always or unknown. */
  since: z
    .string()
    .regex(/^\d{4}(-\d{2}){0,2}$/)
    .nullable(),
  note: Sentence,
  source: z.string().min(1).max(200),
  sourceUrl: Address,
  /** Day of the source text, null = it has none. */
  lastVerified: SourceDay,
})
export type TemplateAvailability = z.infer<typeof TemplateAvailability>

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
  stages: z.array(StageNumber).min(1),
  /** Rough effort in hours, null = unknown. */
  hours: z.number().positive().nullable(),
  /** Year of the first edition, or of the one `by` names, so that one sees how old it is; none = it goes on changing. */
  year: z.int().min(1900).max(2100).optional(),
  /** Key of the note on where it is sold. */
  availability: Key.optional(),
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
  /** Key of the note on where it is sold. */
  availability: Key.optional(),
  /** Day of the source text that was read, null = it has none, or not verified. */
  lastVerified: SourceDay,
  /** Name of the issuer's own text, null = none was found. */
  source: z.string().max(200).nullable(),
  sourceUrl: Address.optional(),
  /** Texts of others that say the same, for whoever verifies it next (docs/facts.md); never shown as a source. */
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

/** Words that name an activity kind in quick add: every form a person would type, lower case, ё written as е. */
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
  /** The two roles in a word or two, as marks and columns name them. */
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

/** What one part of a template names in another: where, and the key. */
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

/** Cases with a part whose key another has, or that names no entry of the learning catalogue. */
function* brokenCases({ cases = [], learning }: Parts): Generator<(string | number)[]> {
  const entries = new Set(learning.map(({ key }) => key))
  const seen = new Set<string>()
  for (const [index, { tactics }] of cases.entries())
    for (const part of tactics.flatMap(({ parts }) => parts)) {
      if (seen.has(part.key) || (part.as === 'learning' && !entries.has(part.from))) yield ['cases', index]
      seen.add(part.key)
    }
}

/** A plan is made of the template as a whole: what it names must be in it, once, and a skill must have a target for each stage. */
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
