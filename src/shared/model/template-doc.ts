import { z } from 'zod'
import { Uid } from './common.ts'
import { declareModel } from './declare.ts'
import { liftDoc, type Upgrade } from './shape.ts'
import { PlanTemplate } from './template.ts'

/** Characters of JSON a template may take as a whole; the one that ships with Kurs takes a sixth of it. */
export const TEMPLATE_LIMIT = 2_000_000

/**
 * The chain of a template's shapes: what is in a workspace or a file was written by the Kurs of its day. A new one is also a new
 * version of the item that keeps it, so that an older Kurs refuses its archive by name.
 */
export const templateUpgrades: readonly Upgrade[] = [
  // 2: requirements may say since when they count and which visibility; what says nothing counts as before.
  (doc) => doc,
  // 3: a stage may have variants, and a template cases; what has none is one way, and offers none.
  (doc) => doc,
]

/** Version of the shape templates have today: the place in the chain, which a test compares. */
const TEMPLATE_SHAPE = 3

/** A template as it was given, of any shape; it is read by `openTemplate` and nothing else. */
export const TemplateContent = z
  .record(z.string().max(50), z.json())
  .refine((content) => JSON.stringify(content).length <= TEMPLATE_LIMIT, 'template.tooLong')

const docShape = {
  /** Version of the shape of `content`. */
  shape: z.int().min(1).max(10_000),
  content: TemplateContent,
}

interface Doc {
  shape: number
  content: Record<string, unknown>
}

/** Refuses what cannot be read as a template of today, with the place of what is wrong. */
function checkContent({ shape, content }: Doc, ctx: z.RefinementCtx): void {
  if (shape > TEMPLATE_SHAPE) {
    ctx.addIssue({ code: 'custom', path: ['shape'], message: 'template.newer' })
    return
  }
  const parsed = PlanTemplate.safeParse(liftDoc('template', templateUpgrades, shape, content))
  for (const { path, message } of parsed.error?.issues ?? [])
    ctx.addIssue({ code: 'custom', path: ['content', ...path], message })
}

/** A template outside of the code: in a file, a request, a workspace. */
export const TemplateDoc = z.strictObject(docShape).superRefine(checkContent)
export type TemplateDoc = z.infer<typeof TemplateDoc>

/** A stored template as one of today's. Throws what `liftDoc` throws, or `ZodError` for what is no template. */
export function openTemplate({ shape, content }: Doc): PlanTemplate {
  return PlanTemplate.parse(liftDoc('template', templateUpgrades, shape, content))
}

/** A template of today as it is stored. */
export function toTemplateDoc(template: PlanTemplate): TemplateDoc {
  return { shape: TEMPLATE_SHAPE, content: JSON.parse(JSON.stringify(template)) as TemplateDoc['content'] }
}

/** The template a plan was started from, kept with it: the workspace goes on offering what it offers. */
const templateShape = { planUid: Uid, ...docShape }
const TemplateFields = z.strictObject(templateShape).superRefine(checkContent)
type TemplateFields = z.infer<typeof TemplateFields>
const emptyTemplate: TemplateFields = { planUid: '', shape: TEMPLATE_SHAPE, content: {} }

export const templateModel = declareModel({
  type: 'template',
  shape: templateShape,
  fields: TemplateFields,
  empty: emptyTemplate,
  // What is stored keeps its shape, and its number beside it.
  upgrades: templateUpgrades.map(() => (doc) => doc),
})
