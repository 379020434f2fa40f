import type { Store } from '#main/store/engine/database.ts'
import { findRow } from '#main/store/engine/statements.ts'
import { type Day, LocalText } from '#shared/model/common.ts'

/** The plan's own fields, without its stages. */
export interface PlanHead {
  uid: string
  title: LocalText
  fromRole: LocalText
  toRole: LocalText
  startDay: Day
  horizonYears: number
  vision: string
}

/** The head of the one plan; null before there is a plan. */
export function readPlanHead(store: Store): PlanHead | null {
  return findRow<PlanHead>(
    store,
    `SELECT item.uid, plan.title, from_role AS fromRole, to_role AS toRole, start_day AS startDay,
         horizon_years AS horizonYears, vision
       FROM plan CROSS JOIN item USING (id) ORDER BY plan.id LIMIT 1`,
    [],
    { title: LocalText, fromRole: LocalText, toRole: LocalText },
  )
}
