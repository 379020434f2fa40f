import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { afterKill } from './lib/after-kill.ts'
import { noteFigures } from './lib/figures.ts'
import { IS_FULL, makeRandom, TIMEOUT } from './lib/random.ts'
import { Scene, uidsOf } from './lib/scene.ts'
import { buildChild } from './lib/start-child.ts'
import type { Host } from './lib/start-host.ts'

/** Items that are saved twice: 50, and 1,000 in the full run. */
const COUNT = IS_FULL ? 1000 : 50
/** Every so many of them the app dies with the answer. */
const KILL_EVERY = 10

const random = makeRandom(20_261_130)
let child: Awaited<ReturnType<typeof buildChild>>

beforeAll(async () => {
  child = await buildChild()
}, 60_000)

afterAll(() => child.remove())

const DAY = '2026-11-01'

/** What can be added; each under the uid its form has made. */
const MAKES: ((host: Host, uid: string, owner: string) => Promise<unknown>)[] = [
  ({ client }, uid) => client.journal.create({ uid, fields: { title: 'line', day: DAY, minutes: 30 } }),
  ({ client }, uid, owner) =>
    client.journal.capture({ uid, fields: { title: 'quick', day: DAY, links: [owner] }, newPeople: [] }),
  ({ client }, uid) => client.people.create({ uid, fields: { name: 'Anna' } }),
  ({ client }, uid) => client.learning.create({ uid, fields: { title: 'book' } }),
  ({ client }, uid) => client.projects.create({ uid, fields: { title: 'project' } }),
  ({ client }, uid) => client.achievements.create({ uid, fields: { title: 'result', day: DAY } }),
  ({ client }, uid) => client.obstacles.create({ uid, fields: { title: 'obstacle' } }),
  async (host, uid, owner) => {
    const answer = await host.upload(owner, uid, Buffer.from(uid))
    expect(answer.status).toBe(201)
  },
]

describe('a save whose answer is lost, and that is made again', { timeout: TIMEOUT }, () => {
  it('makes one item: after a lost answer, twice at once, and after the app died with the answer', async () => {
    const scene = new Scene(child.host)
    await scene.start()
    const owner = await scene.keepLine()
    for (let index = 0; index < COUNT; index++) {
      const make = random.pick(MAKES)
      const uid = uuidv7()
      const again = () => make(scene.host, uid, owner)
      if (index % KILL_EVERY === 0) {
        void again().catch(() => {})
        await new Promise((wake) => setTimeout(wake, random.below(20)))
        await scene.kill()
        await scene.start()
      } else if (index % 2 === 0) void again()
      else await again()
      await again()
      scene.kept.add(uid)
    }
    expect(scene.host.defects).toEqual([])
    await scene.kill()
    await afterKill(scene.dir, (workspace) => {
      scene.expectSound(workspace)
      // Every item that is there was asked for: none came a second time under another name.
      expect([...uidsOf(workspace)].filter((uid) => !scene.kept.has(uid))).toEqual([])
    })
    await scene.close()
    noteFigures('answer lost after the commit, or two saves at once', COUNT, 'one item each')
  })
})
