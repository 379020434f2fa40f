import { asc } from 'drizzle-orm'
import { updateItems } from '#main/store/engine/bulk.ts'
import { askedFields, create } from '#main/store/engine/creation.ts'
import type { Store } from '#main/store/engine/database.ts'
import { type Change, getItem, listItems, type Saved, type View } from '#main/store/engine/items.ts'
import { nextPosition, placeAt, writeOrder } from '#main/store/engine/order.ts'
import { reconcile } from '#main/store/engine/reconcile.ts'
import { type Writer, write } from '#main/store/engine/writer.ts'
import type { Patch } from '#main/store/entities/entity.ts'
import { stageEntity } from '#main/store/entities/plan.ts'
import { skillEntity } from '#main/store/entities/skills.ts'
import { skill } from '#main/store/schema/skills.ts'
import { aliasForm, isAlias, tagOf } from '#shared/domain/capture/quick-add-marks.ts'
import { Failure, type FieldIssue } from '#shared/model/failure.ts'
import type { SkillFields } from '#shared/model/skill.ts'

const HEAVY = ['levels', 'meaning', 'why', 'evidenceIdeas']

const listAll = (store: Store): View<SkillFields>[] =>
  listItems(store, skillEntity, { leaveOut: HEAVY, orderBy: [asc(skill.position), asc(skill.id)] })

/**
 * Aliases as they are stored: in the form of tags, each once. Refuses aliases that quick add could not read after `#`
 * and aliases of another skill (archived skills too: they may come back).
 */
function checkAliases(aliases: readonly string[], others: readonly View<SkillFields>[]): string[] {
  const taken = new Set(others.flatMap((other) => other.aliases.map(aliasForm)))
  const kept = new Map<string, string>()
  const issues: FieldIssue[] = []
  for (const [index, alias] of aliases.map(tagOf).entries()) {
    const form = aliasForm(alias)
    const path = ['aliases', index]
    if (!isAlias(alias)) issues.push({ path, message: 'alias.invalid' })
    else if (taken.has(form)) issues.push({ path, message: 'alias.taken' })
    else if (!kept.has(form)) kept.set(form, alias)
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
  const { uid } = input
  const others = listAll(store).filter((one) => one.uid !== uid)
  const fields = checkPatch(store, input.fields, others)
  const { area = skillEntity.empty.area } = fields
  return create(store, {
    entity: skillEntity,
    label: 'skill.create',
    uid,
    asked: askedFields(skillEntity, fields, 'key', 'position', 'archived'),
    insert: (w) => w.insert(skillEntity, { ...fields, position: nextPosition(inArea(others, area)) }, uid),
    repeat: (w, same, patch) => changeSkill(store, w, { uid: same, patch }),
  })
}

function changeSkill(store: Store, w: Writer, { uid, patch, base }: Change<SkillFields>): void {
  const before = getItem(store, skillEntity, uid)
  const others = listAll(store).filter((one) => one.uid !== uid)
  // Reconciled before the rules apply: aliases added in two windows may be the same one.
  const agreed = reconcile(uid, before, { patch, base: base ?? {} })
  const { area = before.area } = agreed
  const place = area === before.area ? {} : { position: nextPosition(inArea(others, area)) }
  w.update(skillEntity, uid, { ...checkPatch(store, agreed, others), ...place })
}

/** Changes a skill; its ratings stay as they are. In another area it becomes the last one. */
export function updateSkill(store: Store, input: Change<SkillFields>): Saved {
  const { batchId } = write(store, 'skill.update', (w) => changeSkill(store, w, input))
  return { uid: input.uid, batchId }
}

/** Moves a skill to another place in its area. Skills set aside are not shown, so places are counted without them. */
export function moveSkill(store: Store, input: { uid: string; to: number }): Saved {
  const { batchId } = write(store, 'skill.move', (w) => {
    const { area, archived } = getItem(store, skillEntity, input.uid)
    const siblings = inArea(listAll(store), area)
    const order = siblings.map(({ uid }) => uid)
    const takesPlaceOf = siblings.filter((one) => one.archived === archived)[input.to]?.uid
    const to = takesPlaceOf === undefined ? order.length : order.indexOf(takesPlaceOf)
    writeOrder(w, skillEntity, siblings, placeAt(order, input.uid, to))
  })
  return { uid: input.uid, batchId }
}

const archiveLabel = (archived: boolean) => (archived ? 'skill.archive' : 'skill.unarchive')

/** Sets a skill aside, or brings it back. */
export function setSkillArchived(store: Store, input: { uid: string; archived: boolean }): Saved {
  const { batchId } = write(store, archiveLabel(input.archived), (w) =>
    w.update(skillEntity, input.uid, { archived: input.archived }),
  )
  return { uid: input.uid, batchId }
}

/** Sets several skills aside, or brings them back, as one undoable action. */
export function setSkillsArchived(store: Store, input: { uids: string[]; patch: { archived: boolean } }) {
  return updateItems(store, skillEntity, input, archiveLabel(input.patch.archived))
}
