import { z } from 'zod'
import { Uid } from './common.ts'
import { declareModel } from './declare.ts'
import { liftDoc, type Upgrade } from './shape.ts'
import { PlanTemplate } from './template.ts'

/** Characters of JSON per template; the one that ships with Kurs takes a sixth of it. */
export const TEMPLATE_LIMIT = 2_000_000

/**
 * The upgrades of a template's shape: templates in workspaces and files were written by older versions of Kurs. Each
 * new one is also a new version of the item that keeps the template, so that an older Kurs refuses its archive and
 * names the type.
 */
export const templateUpgrades: readonly Upgrade[] = [
  // 2: requirements may state since when they count and which visibility; without that they count as before.
  (doc) => doc,
  // 3: a stage may have variants, and a template cases; both are optional.
  (doc) => doc,
]

/** Version of the present shape of templates: the number of shapes in the chain, checked by a test. */
const TEMPLATE_SHAPE = 3

/** A template as it was given, of any shape; only `openTemplate` may read it. */
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

/** Refuses content that cannot be read as a present template, with the place of the problem. */
function checkContent({ shape, content }: Doc, ctx: z.RefinementCtx): void {
  if (shape > TEMPLATE_SHAPE) {
    ctx.addIssue({ code: 'custom', path: ['shape'], message: 'template.newer' })
    return
  }
  const parsed = PlanTemplate.safeParse(liftDoc('template', templateUpgrades, shape, content))
  for (const { path, message } of parsed.error?.issues ?? [])
    ctx.addIssue({ code: 'custom', path: ['content', ...path], message })
}

/** A template outside of the code: in a file, a request or a workspace. */
export const TemplateDoc = z.strictObject(docShape).superRefine(checkContent)
export type TemplateDoc = z.infer<typeof TemplateDoc>

/**
 * Converts a stored template to the present shape. Throws what `liftDoc` throws, or `ZodError` if it is not a template.
 */
export function openTemplate({ shape, content }: Doc): PlanTemplate {
  return PlanTemplate.parse(liftDoc('template', templateUpgrades, shape, content))
}

/** A present template in its stored form. */
export function toTemplateDoc(template: PlanTemplate): TemplateDoc {
  return { shape: TEMPLATE_SHAPE, content: JSON.parse(JSON.stringify(template)) as TemplateDoc['content'] }
}

/** The template a plan was started from, kept with the plan: the workspace continues to use its catalogues. */
const templateShape = { planUid: Uid, ...docShape }
const TemplateFields = z.strictObject(templateShape).superRefine(checkContent)
type TemplateFields = z.infer<typeof TemplateFields>
const emptyTemplate: TemplateFields = { planUid: '', shape: TEMPLATE_SHAPE, content: {} }

export const templateModel = declareModel({
  type: 'template',
  shape: templateShape,
  fields: TemplateFields,
  empty: emptyTemplate,
  // Stored content keeps its shape, with the version beside it.
  upgrades: templateUpgrades.map(() => (doc) => doc),
})
