import { z } from 'zod'
import { Language, LocalText, NewUid, Title, Uid } from '#shared/model/common.ts'
import { ItemType } from '#shared/model/entities.ts'
import { learningShape } from '#shared/model/learning.ts'
import {
  CatalogueCertification,
  KindWords,
  LearningStarter,
  PlanHead,
  RoleShiftQuestion,
  SkillPractices,
  TemplateAvailability,
  TemplateInitiative,
  TemplateMetric,
  TemplatePerson,
  TemplateSkill,
  TemplateStage,
  TemplateVisibility,
} from '#shared/model/template.ts'
import { TemplateCase } from '#shared/model/template-case.ts'
import { TemplateVariant } from '#shared/model/template-variant.ts'
import { PersonRole } from '#shared/model/vocabulary.ts'
import { Nothing, procedure, Saved } from './base.ts'

/**
 * A skill named by a catalogue entry: the workspace's own (with its present title), or the template's if the workspace
 * has none.
 */
const SkillRef = z.strictObject({ key: z.string(), uid: Uid.nullable(), title: LocalText })

const catalogueShape = {
  skills: z.array(SkillRef),
  /** The item made from this entry, null = not chosen yet. */
  chosenUid: Uid.nullable(),
  /** Where it is or is not sold, null = unknown. */
  availability: TemplateAvailability.nullable(),
}

export const LearningEntry = z.strictObject({ ...LearningStarter.shape, ...catalogueShape })
export type LearningEntry = z.infer<typeof LearningEntry>

/** A null field is unknown: "check with the issuer". */
export const CertificationEntry = z.strictObject({ ...CatalogueCertification.shape, ...catalogueShape })
export type CertificationEntry = z.infer<typeof CertificationEntry>

export const MetricEntry = z.strictObject({ ...TemplateMetric.shape, chosenUid: Uid.nullable() })
export type MetricEntry = z.infer<typeof MetricEntry>

export type RoleQuestion = z.infer<typeof RoleShiftQuestion>

export type InitiativeEntry = z.infer<typeof TemplateInitiative>

/** The context of quick add's parser, apart from today and the first day of the week. */
export const CaptureVocabulary = z.strictObject({
  words: z.array(KindWords),
  /** Skills that are not set aside; `alsoCalled` counts only if no skill has the same alias. */
  skills: z.array(
    z.strictObject({ uid: Uid, title: LocalText, aliases: z.array(z.string()), alsoCalled: z.array(z.string()) }),
  ),
  /** `position` and `company` distinguish people with the same name. */
  people: z.array(
    z.strictObject({ uid: Uid, name: z.string(), role: PersonRole, position: z.string(), company: z.string() }),
  ),
  /** Other items that a line can name; `isOpen`: not finished yet. Newest first. */
  items: z.array(z.strictObject({ uid: Uid, type: ItemType, title: LocalText, isOpen: z.boolean() })),
})
export type CaptureVocabulary = z.infer<typeof CaptureVocabulary>

/** Exercises for a skill and questions about it. */
export const SkillPractice = z.strictObject({
  practices: SkillPractices,
  questions: TemplateSkill.shape.questions.unwrap(),
})
export type SkillPractice = z.infer<typeof SkillPractice>

const Choice = z.strictObject({ uid: NewUid, key: z.string().max(100), language: Language })

/** The catalogues of the template. Entries become items only when chosen; an unknown key is NOT_FOUND. */
export const catalogue = {
  /** The content of the first run, before there is a plan. */
  plan: procedure.input(Nothing).output(
    z.strictObject({
      head: PlanHead,
      stages: z.array(
        z.strictObject({
          key: TemplateStage.shape.key,
          number: TemplateStage.shape.number,
          title: TemplateStage.shape.title,
          purpose: TemplateStage.shape.purpose,
          share: TemplateStage.shape.share,
          /** The variants, the first by default; empty = the stage has no variants. */
          variants: z.array(TemplateVariant.omit({ targets: true })),
          /** Number of milestones with the first variant. */
          milestones: z.int(),
          requirements: z.int(),
        }),
      ),
      skills: z.int(),
    }),
  ),
  learning: procedure.input(Nothing).output(z.array(LearningEntry)),
  certifications: procedure.input(Nothing).output(z.array(CertificationEntry)),
  metrics: procedure.input(Nothing).output(z.array(MetricEntry)),
  /** Hypotheses to start from. */
  initiatives: procedure.input(Nothing).output(z.array(TemplateInitiative)),
  /** Kinds of people to look for, and how to ask them. */
  people: procedure.input(Nothing).output(z.array(TemplatePerson)),
  /** Ideas for becoming visible. */
  visibility: procedure.input(Nothing).output(z.array(TemplateVisibility)),
  /** Cases of moves like this one, with parts that can be taken over. */
  cases: procedure.input(Nothing).output(z.array(TemplateCase)),
  /** The comparison of the two roles of the plan: four criteria with their anchored positions. */
  roleComparison: procedure.input(Nothing).output(z.array(RoleShiftQuestion)),
  /** The plan's two roles in one or two words each, for marks. */
  roles: procedure.input(Nothing).output(PlanHead.shape.shortRoles),
  /** By the key of a skill; null if it is not in the template, such as a skill the user added. */
  practice: procedure.input(z.strictObject({ key: z.string().max(100) })).output(SkillPractice.nullable()),
  vocabulary: procedure.input(Nothing).output(CaptureVocabulary),
  /**
   * Creates a planned learning item in the user's language, linked to its skills; `fields` are the person's changes of
   * it. REFUSED `already-exists`.
   */
  chooseLearning: procedure
    .input(Choice.extend({ fields: z.strictObject(learningShape).partial().optional() }))
    .output(Saved),
  /** Creates a planned certification with its renewal rule in words. REFUSED `already-exists`. */
  chooseCertification: procedure.input(Choice).output(Saved),
  /** Creates a metric, in both languages. REFUSED `already-exists`. */
  chooseMetric: procedure.input(Choice.omit({ language: true })).output(Saved),
  /** Adds a person found for one of the roles to look for, with the suggested cadence; `name` is the person's own. */
  choosePerson: procedure.input(Choice.extend({ name: Title })).output(Saved),
}
