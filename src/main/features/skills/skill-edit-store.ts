import { asc } from 'drizzle-orm'
import type { Store } from '#main/store/database.ts'
import { stageEntity } from '#main/store/entities/plan.ts'
import { skillEntity } from '#main/store/entities/skills.ts'
import type { Patch } from '#main/store/entity.ts'
import { getItem, listItems, type Saved, type View } from '#main/store/items.ts'
import { nextPosition, placeAt, writeOrder } from '#main/store/order.ts'
import { skill } from '#main/store/schema/skills.ts'
import { write } from '#main/store/writer.ts'
import { aliasForm, isAlias } from '#shared/domain/quick-add-marks.ts'
import { Failure, type FieldIssue } from '#shared/model/failure.ts'
import type { SkillFields } from '#shared/model/skill.ts'

const HEAVY = ['levels', 'meaning', 'why', 'evidenceIdeas']

const listAll = (store: Store): View<SkillFields>[] =>
  listItems(store, skillEntity, { leaveOut: HEAVY, orderBy: [asc(skill.position), asc(skill.id)] })

/**
 * Aliases as they are kept: lower case, each once. Refuses what quick add could not read after `#`, and what means
 * another skill already (archived ones too: they may come back).
 */
function checkAliases(aliases: readonly string[], others: readonly View<SkillFields>[]): string[] {
  const taken = new Set(others.flatMap((other) => other.aliases.map(aliasForm)))
  const kept = new Map<string, string>()
  const issues: FieldIssue[] = []
  for (const [index, alias] of aliases.entries()) {
    const form = aliasForm(alias)
    const path = ['aliases', index]
    if (!isAlias(alias)) issues.push({ path, message: 'alias.invalid' })
    else if (taken.has(form)) issues.push({ path, message: 'alias.taken' })
    else if (!kept.has(form)) kept.set(form, alias.toLowerCase())
  }
  if (issues.length > 0) throw new Failure('VALIDATION', { issues })
  return [...kept.values()]
}

/** Checks what the entity's own rules cannot see: aliases of other skills, and that targets are set for stages. */
function checkPatch(store: Store, patch: Patch<SkillFields>, others: readonly View<SkillFields>[]): Patch<SkillFields> {
  for (const stageUid of Object.keys(patch.targets ?? {})) getItem(store, stageEntity, stageUid)
  return patch.aliases === undefined ? patch : { ...patch, aliases: checkAliases(patch.aliases, others) }
}

const inArea = (skills: readonly View<SkillFields>[], area: SkillFields['area']): View<SkillFields>[] =>
  skills.filter((one) => one.area === area)

/** Adds a skill as the last of its area. */
export function createSkill(store: Store, input: { uid?: string | undefined; fields: Patch<SkillFields> }): Saved {
  const { result, batchId } = write(store, 'skill.create', (w) => {
    const others = listAll(store)
    const { area = skillEntity.empty.area } = input.fields
    const fields = checkPatch(store, input.fields, others)
    return w.insert(skillEntity, { ...fields, position: nextPosition(inArea(others, area)) }, input.uid)
  })
  return { uid: result, batchId }
}

/** Changes a skill; its ratings stay as they are. In another area it becomes the last one. */
export function updateSkill(store: Store, input: { uid: string; patch: Patch<SkillFields> }): Saved {
  const { batchId } = write(store, 'skill.update', (w) => {
    const before = getItem(store, skillEntity, input.uid)
    const others = listAll(store).filter(({ uid }) => uid !== input.uid)
    const { area = before.area } = input.patch
    const place = area === before.area ? {} : { position: nextPosition(inArea(others, area)) }
    w.update(skillEntity, input.uid, { ...checkPatch(store, input.patch, others), ...place })
  })
  return { uid: input.uid, batchId }
}

/** Puts a skill at another place among those of its area that are not archived. */
export function moveSkill(store: Store, input: { uid: string; to: number }): Saved {
  const { batchId } = write(store, 'skill.move', (w) => {
    const { area } = getItem(store, skillEntity, input.uid)
    const siblings = inArea(listAll(store), area).filter(({ archived, uid }) => !archived || uid === input.uid)
    const order = siblings.map(({ uid }) => uid)
    writeOrder(w, skillEntity, siblings, placeAt(order, input.uid, input.to))
  })
  return { uid: input.uid, batchId }
}

/** Puts a skill aside, or takes it back. */
export function setSkillArchived(store: Store, input: { uid: string; archived: boolean }): Saved {
  const { batchId } = write(store, input.archived ? 'skill.archive' : 'skill.unarchive', (w) =>
    w.update(skillEntity, input.uid, { archived: input.archived }),
  )
  return { uid: input.uid, batchId }
}
