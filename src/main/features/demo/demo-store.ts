import { startPlan } from '#main/features/plan/plan-start-store.ts'
import { saveSettings } from '#main/features/workspace/settings-store.ts'
import { commit } from '#main/store/engine/commit.ts'
import { type Store, tellListeners } from '#main/store/engine/database.ts'
import { DEMO_KEY } from '#main/store/engine/own-settings.ts'
import { isEmptyWorkspace } from '#main/store/engine/rows.ts'
import { saveSetting } from '#main/store/engine/setting.ts'
import { runSql } from '#main/store/engine/statements.ts'
import { createRandom, hashText } from '#shared/domain/chance/random.ts'
import type { Day, Language } from '#shared/model/common.ts'
import { refuse } from '#shared/model/failure.ts'
import { EVERYTHING } from '#shared/model/subject.ts'
import { orderActions } from './demo-actions.ts'
import { layOut } from './demo-calendar.ts'
import { DemoRefs } from './demo-fields.ts'
import { readDemoStory } from './demo-story.ts'
import { expandThreads } from './demo-threads.ts'
import { eveningOf } from './evening.ts'
import { playAction, type Scene } from './play-action.ts'
import { createUidMaker } from './uid-maker.ts'

/** Minutes a week that the person of the demo means to give. */
const PACE = 5 * 60

/**
 * Fills an empty workspace with the demo: three years of one person's work that end today, in one language. The story
 * is played day by day through the same functions the app itself uses, at the instants of the story, so that gates,
 * reviews and history are what they would have been. Either all of it is written or nothing. The same day gives the
 * same workspace, uids included. The demo itself cannot be undone: the first undo belongs to the person who looks
 * around. Throws REFUSED `workspace-not-empty`.
 */
export function fillDemo(store: Store, language: Language, today: Day): void {
  if (!isEmptyWorkspace(store)) refuse('workspace-not-empty')
  const { story, threads, weeks } = readDemoStory()
  const calendar = layOut(today)
  const actions = orderActions({ story, weeks }, expandThreads(threads, calendar, story.quiet), calendar)
  const refs = new DemoRefs()
  const now = store.clock()
  const newUid = createUidMaker(createRandom(hashText(`${calendar.start} ${today}`)))
  let minute = 0
  const at = (offset: number): Scene => {
    minute += 1
    const instant = Math.min(eveningOf(calendar.day(offset)) + (minute % 120) * 60_000, now)
    return { store: { ...store, clock: () => instant, newUid, listeners: new Set() }, language, calendar, refs }
  }
  commit(store, () => {
    const { horizonYears, vision, companyNote } = story.plan
    const plan = { horizonYears, vision: vision[language], companyNote: companyNote[language] }
    startPlan(at(0).store, { ...plan, startDay: calendar.start })
    refs.addPlan(store)
    for (const { on, action } of actions) playAction(at(on), action)
    runSql(store, 'UPDATE batch SET undoable = 0', [])
    saveSetting(store, DEMO_KEY, true)
  })
  saveSettings(store, { language, weekMinutes: PACE })
  tellListeners(store, EVERYTHING)
}
