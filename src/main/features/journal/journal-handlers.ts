import { implement } from '@orpc/server'
import { crudHandlers } from '#main/features/crud-handlers.ts'
import type { StoreContext } from '#main/store/engine/database.ts'
import { activityEntity } from '#main/store/entities/journal.ts'
import { journal } from '#shared/contract/journal.ts'
import { listOwnKinds } from './journal-kinds-store.ts'
import { listLastLines, listUsedTags, listUsualLines } from './journal-last-store.ts'
import {
  countWaiting,
  findAmong,
  listDays,
  listUids,
  pageActivities,
  sumKinds,
  totalActivities,
} from './journal-pages-store.ts'
import { captureActivity } from './journal-store.ts'
import { listTags } from './journal-tags-store.ts'
import { beginTimer, changeTimer, endTimer, readTimer, returnTimer } from './timer-store.ts'

const os = implement(journal).$context<StoreContext>()

export const journalHandlers = {
  ...crudHandlers(journal, activityEntity),
  page: os.page.handler(({ context, input }) => pageActivities(context.store, input)),
  days: os.days.handler(({ context, input }) => listDays(context.store, input)),
  waiting: os.waiting.handler(({ context }) => countWaiting(context.store)),
  totals: os.totals.handler(({ context, input }) => totalActivities(context.store, input)),
  kinds: os.kinds.handler(({ context, input }) => sumKinds(context.store, input)),
  tags: os.tags.handler(({ context, input }) => listTags(context.store, input)),
  uids: os.uids.handler(({ context, input }) => listUids(context.store, input)),
  found: os.found.handler(({ context, input }) => findAmong(context.store, input)),
  ownKinds: os.ownKinds.handler(({ context }) => listOwnKinds(context.store)),
  lastLines: os.lastLines.handler(({ context }) => listLastLines(context.store)),
  usualLines: os.usualLines.handler(({ context }) => listUsualLines(context.store)),
  usedTags: os.usedTags.handler(({ context }) => listUsedTags(context.store)),
  capture: os.capture.handler(({ context, input }) => captureActivity(context.store, input)),
  timer: os.timer.handler(({ context }) => readTimer(context.store)),
  beginTimer: os.beginTimer.handler(({ context, input }) => beginTimer(context.store, input)),
  changeTimer: os.changeTimer.handler(({ context, input }) => changeTimer(context.store, input)),
  endTimer: os.endTimer.handler(({ context, input }) => {
    endTimer(context.store, input.uid)
    return null
  }),
  returnTimer: os.returnTimer.handler(({ context, input }) => {
    returnTimer(context.store, input.uid)
    return null
  }),
}
