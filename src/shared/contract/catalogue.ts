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

/** A skill a catalogue entry names: the workspace's own (with its present title), or the template's when there is none. */
const SkillRef = z.strictObject({ key: z.string(), uid: Uid.nullable(), title: LocalText })

const catalogueShape = {
  skills: z.array(SkillRef),
  /** The item made from this entry, null = not chosen yet. */
  chosenUid: Uid.nullable(),
  /** Where it is or is not sold, null = nothing is known. */
  availability: TemplateAvailability.nullable(),
}

export const LearningEntry = z.strictObject({ ...LearningStarter.shape, ...catalogueShape })
export type LearningEntry = z.infer<typeof LearningEntry>

/** Where something is null it is unknown: "check with the issuer". */
export const CertificationEntry = z.strictObject({ ...CatalogueCertification.shape, ...catalogueShape })
export type CertificationEntry = z.infer<typeof CertificationEntry>

export const MetricEntry = z.strictObject({ ...TemplateMetric.shape, chosenUid: Uid.nullable() })
export type MetricEntry = z.infer<typeof MetricEntry>

export type RoleQuestion = z.infer<typeof RoleShiftQuestion>

export type InitiativeEntry = z.infer<typeof TemplateInitiative>

/** What quick add knows: the context of its parser, beside today and the first day of the week. */
export const CaptureVocabulary = z.strictObject({
  words: z.array(KindWords),
  /** Skills that are not archived; `alsoCalled` counts where no alias of any skill says otherwise. */
  skills: z.array(
    z.strictObject({ uid: Uid, title: LocalText, aliases: z.array(z.string()), alsoCalled: z.array(z.string()) }),
  ),
  /** `position` and `company` tell people of one name apart. */
  people: z.array(
    z.strictObject({ uid: Uid, name: z.string(), role: PersonRole, position: z.string(), company: z.string() }),
  ),
  /** What else a line can name; `isOpen`: still to be worked on. Newest first. */
  items: z.array(z.strictObject({ uid: Uid, type: ItemType, title: LocalText, isOpen: z.boolean() })),
})
export type CaptureVocabulary = z.infer<typeof CaptureVocabulary>

/** What to do for a skill and what to be asked about it. */
export const SkillPractice = z.strictObject({
  practices: SkillPractices,
  questions: TemplateSkill.shape.questions.unwrap(),
})
export type SkillPractice = z.infer<typeof SkillPractice>

const Choice = z.strictObject({ uid: NewUid, key: z.string().max(100), language: Language })

/** What the template offers. Entries stay a catalogue until chosen; an unknown key is NOT_FOUND. */
export const catalogue = {
  /** What the first run shows before there is a plan. */
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
          /** To choose from, the first unless said otherwise; none = there is one way. */
          variants: z.array(TemplateVariant.omit({ targets: true })),
          /** How many the first variant has. */
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
  /** People to look for, with how to ask. */
  people: procedure.input(Nothing).output(z.array(TemplatePerson)),
  /** Where and how to become seen. */
  visibility: procedure.input(Nothing).output(z.array(TemplateVisibility)),
  /** Kinds of moves like this one, with what can be taken from them. */
  cases: procedure.input(Nothing).output(z.array(TemplateCase)),
  /** The comparison of the two roles of the plan: four criteria with their anchored positions. */
  roleComparison: procedure.input(Nothing).output(z.array(RoleShiftQuestion)),
  /** The two roles of the plan in a word or two each, as marks name them. */
  roles: procedure.input(Nothing).output(PlanHead.shape.shortRoles),
  /** By the key of a skill; null where the template knows nothing, as of a skill of one's own. */
  practice: procedure.input(z.strictObject({ key: z.string().max(100) })).output(SkillPractice.nullable()),
  vocabulary: procedure.input(Nothing).output(CaptureVocabulary),
  /** Makes a planned learning item in the user's language, linked to its skills; `fields` are what the person made of it first. REFUSED `already-exists`. */
  chooseLearning: procedure
    .input(Choice.extend({ fields: z.strictObject(learningShape).partial().optional() }))
    .output(Saved),
  /** Makes a planned certification with its renewal rule in words. REFUSED `already-exists`. */
  chooseCertification: procedure.input(Choice).output(Saved),
  /** Makes a metric, in both languages. REFUSED `already-exists`. */
  chooseMetric: procedure.input(Choice.omit({ language: true })).output(Saved),
  /** Adds a person found for one of the roles to look for, with its rhythm; `name` is the person's own. */
  choosePerson: procedure.input(Choice.extend({ name: Title })).output(Saved),
}
