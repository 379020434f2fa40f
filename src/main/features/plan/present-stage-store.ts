import { asc, eq, sql } from 'drizzle-orm'
import { prepared, type Store } from '#main/store/database.ts'
import { requirementEntity } from '#main/store/entities/plan.ts'
import type { Entity } from '#main/store/entity.ts'
import { toViews, type View } from '#main/store/items.ts'
import { type Row, selectRows } from '#main/store/rows.ts'
import { requirement } from '#main/store/schema/plan.ts'
import type { RequirementView } from '#shared/contract/plan.ts'
import { presentStage } from '#shared/domain/readiness.ts'
import type { Day, LocalText } from '#shared/model/common.ts'
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
  title: string
  gateMeaning: string
  plannedStart: Day
  plannedEnd: Day
  passedOn: Day | null
}

function stageRows(store: Store): StageRow[] {
  return prepared(store, 'plan.stage-rows', () =>
    store.sqlite.prepare<[], StageRow>(
      `SELECT stage.id, item.uid, stage.title, gate_meaning AS gateMeaning, planned_start AS plannedStart,
         planned_end AS plannedEnd, passed_on AS passedOn
       FROM stage CROSS JOIN item USING (id) ORDER BY stage.position, stage.id`,
    ),
  ).all()
}

function requirementsOf(store: Store, stageId: number): View<RequirementFields>[] {
  const rows = prepared(store, 'plan.requirements-of', () =>
    selectRows(store, requirementEntity as unknown as Entity)
      .where(eq(requirement.stageId, sql.placeholder('stageId')))
      .orderBy(asc(requirement.position), asc(requirement.id))
      .prepare(),
  ).all({ stageId }) as Row[]
  return toViews(store, requirementEntity, rows)
}

function metricUnits(store: Store): Map<string, LocalText> {
  const rows = prepared(store, 'plan.metric-units', () =>
    store.sqlite.prepare<[], { uid: string; unit: string }>(
      'SELECT item.uid, metric.unit FROM metric CROSS JOIN item USING (id)',
    ),
  ).all()
  return new Map(rows.map(({ uid, unit }) => [uid, JSON.parse(unit) as LocalText]))
}

function toStatus(view: RequirementView, units: Map<string, LocalText>): RequirementStatus {
  const { uid, kind, evidenceKind, activityKind, minScope, note, weight, value, contribution, current, target } = view
  const named = [view.skillUid, view.metricUid, view.milestoneUid]
  const subject = view.refs.find((ref) => named.includes(ref.uid))?.title ?? null
  const unit = kind === 'metric' ? (units.get(view.metricUid ?? '') ?? null) : null
  const known = { uid, kind, subject, unit, evidenceKind, activityKind, minScope, note, weight }
  return { ...known, value, contribution, current, target }
}

/** The first stage whose gate is not passed, with how ready its gate is today; null without a plan or with all passed. */
export function readPresentStage(store: Store): PresentStage | null {
  const stages = stageRows(store)
  const present = presentStage(stages)
  if (present === null) return null
  const { id, title, gateMeaning, passedOn: _passedOn, ...stage } = present
  const { requirements, readiness, totalWeight } = readGate(requirementsOf(store, id), gatherGateFacts(store))
  const units = metricUnits(store)
  return {
    ...stage,
    title: JSON.parse(title) as LocalText,
    gateMeaning: JSON.parse(gateMeaning) as LocalText,
    number: stages.indexOf(present) + 1,
    count: stages.length,
    gate: { value: readiness, totalWeight, requirements: requirements.map((view) => toStatus(view, units)) },
  }
}
