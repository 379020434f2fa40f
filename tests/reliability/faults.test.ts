import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { afterKill } from './lib/after-kill.ts'
import { buildTool } from './lib/c-tools.ts'
import { SCENARIOS, type Scenario, tryScenario } from './lib/fault-scenarios.ts'
import { type Call, ERRORS, type Fault } from './lib/faults.ts'
import { noteFigures } from './lib/figures.ts'
import { IS_FULL, makeRandom, TIMEOUT } from './lib/random.ts'
import { Scene } from './lib/scene.ts'
import { buildChild } from './lib/start-child.ts'

/** Faults by scenario, in `npm test` and in the full run. */
const COUNTS: Record<string, [short: number, full: number]> = {
  saves: [42, 600],
  uploads: [14, 200],
  backups: [14, 140],
  restores: [7, 140],
  imports: [4, 70],
  starts: [6, 120],
}

const tool = buildTool('faults')
const random = makeRandom(20_261_127)
let child: Awaited<ReturnType<typeof buildChild>>

beforeAll(async () => {
  child = await buildChild()
}, 60_000)

afterAll(() => {
  child.remove()
  tool?.remove()
})

async function newScene(): Promise<Scene> {
  const scene = new Scene(child.host, tool)
  await scene.start()
  await scene.keepLine()
  return scene
}

type Counts = Map<Call, number>

/** How many calls of each kind an attempt makes when nothing fails, for each of the attempts that differ. */
async function countCalls(scenario: Scenario): Promise<Counts[]> {
  const scene = await newScene()
  const counts: Counts[] = []
  for (let turn = 0; turn < (scenario.turns ?? 1); turn++) {
    const given = await scenario.prepare(scene)
    scene.faults.count()
    await scenario.act(scene, given)
    counts.push(scene.faults.disarm().seen)
    await scenario.settle?.(scene, 'done', given)
  }
  await scene.close()
  return counts
}

/** One attempt with one fault. Answers whether the fault was met. */
async function attempt(scene: Scene, scenario: Scenario, fault: Fault): Promise<boolean> {
  const trouble = { begin: () => scene.faults.arm(fault), end: () => scene.faults.disarm().failed > 0 }
  return (await tryScenario(scene, scenario, trouble)).isMet
}

function shuffle<T>(list: T[]): T[] {
  for (let at = list.length - 1; at > 0; at--) {
    const other = random.below(at + 1)
    ;[list[at], list[other]] = [list[other] as T, list[at] as T]
  }
  return list
}

/** All faults there are, each call in its turn, so that those made often leave room for the others. */
function* planFaults(counts: Counts): Generator<Fault> {
  const once = [false, true]
  const plans = [...counts]
    .filter(([, times]) => times > 0)
    .map(([call, times]) =>
      Array.from({ length: times }, (_, index) => index + 1).flatMap((at) =>
        once.flatMap((forEver) => ERRORS.map((error) => ({ call, error, at, forEver }))),
      ),
    )
    .map(shuffle)
  for (let round = 0; ; round++) for (const plan of plans) yield plan[round % plan.length] as Fault
}

const describeFault = ({ call, error, at, forEver }: Fault) => `${call} ${at}${forEver ? '+' : ''} ${error}`

describe.skipIf(tool === null)('one system call that fails', { timeout: TIMEOUT }, () => {
  it.each(Object.keys(SCENARIOS))('during %s: a typed error or none, nothing lost, nothing half done', async (name) => {
    const scenario = SCENARIOS[name] as Scenario
    const total = COUNTS[name]?.[IS_FULL ? 1 : 0] ?? 0
    const plans = (await countCalls(scenario)).map(planFaults)
    const problems: string[] = []
    let met = 0
    let scene = await newScene()
    for (let index = 0; index < total; index++) {
      const fault = plans[scene.turn % plans.length]?.next().value as Fault
      try {
        if (await attempt(scene, scenario, fault)) met += 1
      } catch (error) {
        problems.push(`${describeFault(fault)}: ${String(error).slice(0, 600)}`)
        await scene.close()
        scene = await newScene()
      }
    }
    await scene.kill()
    await afterKill(scene.dir, (workspace) => scene.expectSound(workspace))
    await scene.close()
    expect(problems).toEqual([])
    expect(met).toBeGreaterThan(total / 2)
    noteFigures(`one call that fails during ${name}`, met, '0 lost, 0 without a typed answer')
  })
})
