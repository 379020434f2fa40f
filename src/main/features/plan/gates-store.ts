import type { Store } from '#main/store/engine/database.ts'
import { refuseFutureDay } from '#main/store/engine/days.ts'
import { getItem, type Saved, type View } from '#main/store/engine/items.ts'
import { write } from '#main/store/engine/writer.ts'
import { requirementEntity, stageEntity } from '#main/store/entities/plan.ts'
import type { CountedItems } from '#shared/contract/plan.ts'
import type { Day } from '#shared/model/common.ts'
import { Failure, refuse } from '#shared/model/failure.ts'
import type { StageFields } from '#shared/model/plan.ts'
import { listCountedItems } from './counted-items.ts'
import { countedFromOf, gatherGateFacts } from './gate-facts.ts'
import { listRequirements, listStages, readGate } from './plan-store.ts'

interface Neighbours {
  stage: View<StageFields>
  earlier: StageFields[]
  later: StageFields[]
}

function findStage(store: Store, uid: string): Neighbours {
  const stages = listStages(store)
  const index = stages.findIndex((stage) => stage.uid === uid)
  const stage = stages[index]
  if (stage === undefined) throw new Failure('NOT_FOUND', { uid })
  return { stage, earlier: stages.slice(0, index), later: stages.slice(index + 1) }
}

/** Passes a gate on a day and records how ready it was; see the contract for what is refused. */
export function passGate(store: Store, input: { stageUid: string; day: Day; note: string }): Saved {
  refuseFutureDay(store, 'day', input.day)
  const { batchId } = write(store, 'gate.pass', (w) => {
    const { stage, earlier } = findStage(store, input.stageUid)
    if (stage.passedOn !== null) refuse('gate-passed')
    if (earlier.some(({ passedOn }) => passedOn === null)) refuse('gate-order')
    const previous = earlier.at(-1)?.passedOn ?? null
    if (previous !== null && input.day < previous)
      throw new Failure('VALIDATION', { issues: [{ path: ['day'], message: 'day.beforeEarlierGate' }] })
    const asked = listRequirements(store).filter(({ stageUid }) => stageUid === stage.uid)
    const { readiness } = readGate(asked, gatherGateFacts(store))
    w.update(stageEntity, stage.uid, { passedOn: input.day, passNote: input.note, passReadiness: readiness })
  })
  return { uid: input.stageUid, batchId }
}

/** Opens a passed gate again and removes its note. */
export function reopenGate(store: Store, input: { stageUid: string }): Saved {
  const { batchId } = write(store, 'gate.reopen', (w) => {
    const { later } = findStage(store, input.stageUid)
    if (later.some(({ passedOn }) => passedOn !== null)) refuse('gate-order')
    w.update(stageEntity, input.stageUid, { passedOn: null, passNote: '', passReadiness: null })
  })
  return { uid: input.stageUid, batchId }
}

/** The items a requirement counts, and the items left out. */
export function listCounted(store: Store, input: { requirementUid: string }): CountedItems {
  const asked = getItem(store, requirementEntity, input.requirementUid)
  return listCountedItems(store, asked, countedFromOf(store, asked))
}
