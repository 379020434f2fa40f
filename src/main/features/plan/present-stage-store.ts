import { asc, eq, sql } from 'drizzle-orm'
import type { Store } from '#main/store/engine/database.ts'
import { toViews, type View } from '#main/store/engine/items.ts'
import { type Row, selectRows } from '#main/store/engine/rows.ts'
import { buildOnce, readRows } from '#main/store/engine/statements.ts'
import type { Entity } from '#main/store/entities/entity.ts'
import { requirementEntity } from '#main/store/entities/plan.ts'
import { requirement } from '#main/store/schema/plan.ts'
import type { RequirementView } from '#shared/contract/plan.ts'
import { presentStage } from '#shared/domain/gates/readiness.ts'
import { type Day, LocalText } from '#shared/model/common.ts'
import type { GateStatus, RequirementStatus } from '#shared/model/gate.ts'
import type { RequirementFields } from '#shared/model/plan.ts'
import { gatherGateFacts } from './gate-facts.ts'
import { readGate } from './plan-store.ts'

/** The stage the person is in, with its gate; `number` 1 is the first of `count`. */
export interface PresentStage {
  uid: string
  title: LocalText
  gateMeaning: LocalText
  plannedStart: Day
  plannedEnd: Day
  number: number
  count: number
  gate: GateStatus
}

interface StageRow {
  id: number
  uid: string
  key: string | null
  title: LocalText
  gateMeaning: LocalText
  plannedStart: Day
  plannedEnd: Day
  passedOn: Day | null
}

function stageRows(store: Store): StageRow[] {
  return readRows<StageRow>(
    store,
    `SELECT stage.id, item.uid, stage.key, stage.title, gate_meaning AS gateMeaning, planned_start AS plannedStart,
         planned_end AS plannedEnd, passed_on AS passedOn
       FROM stage CROSS JOIN item USING (id) ORDER BY stage.position, stage.id`,
    [],
    { title: LocalText, gateMeaning: LocalText },
  )
}

const selectRequirements = (store: Store) =>
  selectRows(store, requirementEntity as unknown as Entity)
    .where(eq(requirement.stageId, sql.placeholder('stageId')))
    .orderBy(asc(requirement.position), asc(requirement.id))
    .prepare()

function requirementsOf(store: Store, stageId: number): View<RequirementFields>[] {
  const rows = buildOnce(store, selectRequirements, null).all({ stageId })
  return toViews(store, requirementEntity, rows as Row[])
}

/** Units of all metrics by uid. */
export function metricUnits(store: Store): Map<string, LocalText> {
  const rows = readRows<{ uid: string; unit: LocalText }>(
    store,
    'SELECT item.uid, metric.unit FROM metric CROSS JOIN item USING (id)',
    [],
    { unit: LocalText },
  )
  return new Map(rows.map(({ uid, unit }) => [uid, unit]))
}

/** A requirement with all that is needed to put it into words. */
export function toStatus(view: RequirementView, units: Map<string, LocalText>): RequirementStatus {
  const { uid, kind, evidenceKind, activityKind, minScope, note, weight, value, contribution, current, target } = view
  const { since, visibilityKinds, minOutside, outside } = view
  const named = [view.skillUid, view.metricUid, view.milestoneUid]
  const subject = view.refs.find((ref) => named.includes(ref.uid))?.title ?? null
  const unit = kind === 'metric' ? (units.get(view.metricUid ?? '') ?? null) : null
  const known = { uid, kind, subject, unit, evidenceKind, activityKind, minScope, note, weight }
  const filters = { since, visibilityKinds, minOutside, outside }
  return { ...known, ...filters, value, contribution, current, target }
}

/** The first stage whose gate is not passed, with its gate as it stands today; null without a plan or with all passed. */
export function findPresentGate(store: Store) {
  const stages = stageRows(store)
  const stage = presentStage(stages)
  if (stage === null) return null
  const place = { number: stages.indexOf(stage) + 1, count: stages.length }
  return { stage, place, ...readGate(requirementsOf(store, stage.id), gatherGateFacts(store)) }
}

/** The present gate in the form that the overview and a review show. */
export function readPresentStage(store: Store): PresentStage | null {
  const present = findPresentGate(store)
  if (present === null) return null
  const { stage: row, place, requirements, readiness, totalWeight } = present
  const { id: _id, key: _key, passedOn: _passedOn, ...stage } = row
  const units = metricUnits(store)
  return {
    ...stage,
    ...place,
    gate: { value: readiness, totalWeight, requirements: requirements.map((view) => toStatus(view, units)) },
  }
}
