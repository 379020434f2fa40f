import type { Store } from '#main/store/engine/database.ts'
import { buildOnce, findRow } from '#main/store/engine/statements.ts'
import skillNames from '#resources/capture/skill-names.json' with { type: 'json' }
import availability from '#resources/plan/availability.json' with { type: 'json' }
import cases from '#resources/plan/cases.json' with { type: 'json' }
import certifications from '#resources/plan/certifications.json' with { type: 'json' }
import initiatives from '#resources/plan/initiatives.json' with { type: 'json' }
import learning from '#resources/plan/learning.json' with { type: 'json' }
import metrics from '#resources/plan/metrics.json' with { type: 'json' }
import obstacles from '#resources/plan/obstacles.json' with { type: 'json' }
import people from '#resources/plan/people.json' with { type: 'json' }
import head from '#resources/plan/plan.json' with { type: 'json' }
import quickAdd from '#resources/plan/quick-add.json' with { type: 'json' }
import reviewPrompts from '#resources/plan/review-prompts.json' with { type: 'json' }
import roleShift from '#resources/plan/role-shift.json' with { type: 'json' }
import management from '#resources/plan/skills.management.json' with { type: 'json' }
import soft from '#resources/plan/skills.soft.json' with { type: 'json' }
import technical from '#resources/plan/skills.technical.json' with { type: 'json' }
import stages from '#resources/plan/stages.json' with { type: 'json' }
import visibility from '#resources/plan/visibility.json' with { type: 'json' }
import type { MetricFields } from '#shared/model/metric.ts'
import { KindWords, PlanTemplate, type TemplateMetric } from '#shared/model/template.ts'
import { openTemplate, TemplateContent, type TemplateDoc } from '#shared/model/template-doc.ts'

/** The fields of a metric of the template; how it is counted stays with the template. */
export const metricFields = ({ key, title, meaning, unit, direction }: TemplateMetric): Partial<MetricFields> => ({
  key,
  title,
  meaning,
  unit,
  direction,
})

/** The parts of `resources/plan/` put together, not checked yet. */
export function assembleTemplate(): unknown {
  return {
    head,
    stages,
    skills: [...technical, ...management, ...soft],
    obstacles,
    metrics,
    initiatives,
    people,
    visibility,
    cases,
    learning,
    certifications,
    availability,
    roleShift,
    reviewPrompts,
  }
}

const readTemplate = (): PlanTemplate => PlanTemplate.parse(assembleTemplate())

/** The template shipped with this build. Checked at its first use and kept with the store, as statements are. */
export function bundledTemplate(store: Store): PlanTemplate {
  return buildOnce(store, readTemplate, null)
}

const readQuickAdd = (): KindWords[] => KindWords.array().parse(quickAdd)

/**
 * Words by which quick add recognises kinds. They belong to the language and not to a path, so every workspace has
 * those of the build.
 */
export function quickAddWords(store: Store): KindWords[] {
  return buildOnce(store, readQuickAdd, null)
}

/** The uid of the template kept in this workspace. */
const installedUid = (store: Store): string | null =>
  findRow<{ uid: string }>(store, 'SELECT uid FROM plan_template CROSS JOIN item USING (id) ORDER BY id LIMIT 1', [])
    ?.uid ?? null

/** True when the workspace keeps the template of its plan. */
export const hasTemplate = (store: Store): boolean => installedUid(store) !== null

interface TemplateRow {
  shape: number
  content: TemplateDoc['content']
}

function openInstalled(store: Store, uid: string): PlanTemplate {
  const row = findRow<TemplateRow>(
    store,
    'SELECT shape, content FROM item CROSS JOIN plan_template USING (id) WHERE uid = ?',
    [uid],
    { content: TemplateContent },
  )
  if (row === null) throw new Error(`The template ${uid} is gone`)
  return openTemplate(row)
}

/**
 * The template the plan was started from; null before there is a plan, and for a plan started by a Kurs that kept no
 * templates.
 */
function installedTemplate(store: Store): PlanTemplate | null {
  const uid = installedUid(store)
  // A template is never changed, so its uid identifies the cached one. Its row id would not do: a rollback makes the id
  // free for another item.
  return uid === null ? null : buildOnce(store, openInstalled, uid)
}

/**
 * The parts of a template that are only offers until they are chosen. They describe the world (how a certificate is
 * renewed, which book is still sold), so a build that ships the same template, in the same or a newer version, offers
 * what it knows today.
 */
function newestOffers(installed: PlanTemplate, shipped: PlanTemplate): Partial<PlanTemplate> {
  if (shipped.head.key !== installed.head.key || shipped.head.version < installed.head.version) return {}
  const { metrics, initiatives, people, visibility, cases, learning, certifications, availability, reviewPrompts } =
    shipped
  return { metrics, initiatives, people, visibility, cases, learning, certifications, availability, reviewPrompts }
}

/**
 * The template of this workspace: the one its plan was started from, with the newest offers; before there is a plan, the one
 * shipped with this build.
 */
export function planTemplate(store: Store): PlanTemplate {
  const shipped = bundledTemplate(store)
  const installed = installedTemplate(store)
  return installed === null ? shipped : { ...installed, ...newestOffers(installed, shipped) }
}

/**
 * The template whose variants the stages of this plan may take: its own, or the newest of the same path when its own
 * was kept before stages had variants. Variants are an offer until one is chosen.
 */
export function variantTemplate(store: Store): PlanTemplate {
  const own = planTemplate(store)
  const shipped = bundledTemplate(store)
  const hasVariants = own.stages.some(({ variants }) => variants !== undefined)
  const isNewer = shipped.head.key === own.head.key && shipped.head.version >= own.head.version
  return !hasVariants && isNewer ? shipped : own
}

/**
 * Common names of the template's skills, by key. They come in addition to the aliases, which are the user's own to
 * change.
 */
export const COMMON_SKILL_NAMES: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(skillNames))
