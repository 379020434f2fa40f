import { createRouterClient } from '@orpc/server'
import { router } from '#main/app/router.ts'
import type { Workspace } from '#main/store/open-workspace.ts'
import { canonicalJson } from '#shared/domain/keeping/canonical-json.ts'

/** The procedures of the contract, called without a host between. */
export function connect(workspace: Workspace) {
  const { store } = workspace
  const options = { workspace, rendererDir: '', clock: store.clock, version: '0', powers: {}, host: 'browser' as const }
  return createRouterClient(router, { context: { workspace, store, options } })
}

type Client = ReturnType<typeof connect>
type Lines = Awaited<ReturnType<Client['journal']['page']>>['lines']

/** Lines of one request. */
const AT_ONCE = 200

async function readJournal({ journal }: Client): Promise<Lines> {
  const read: Lines = []
  for (;;) {
    const { lines } = await journal.page({ filter: {}, skip: read.length, limit: AT_ONCE })
    read.push(...lines)
    if (lines.length < AT_ONCE) return read
  }
}

/** Ratings that were taken back stay in the history on purpose: undo leaves them there. */
async function readSkills({ skills }: Client): Promise<unknown[]> {
  const lines = await skills.list({})
  const views = await Promise.all(lines.map(({ uid }) => skills.get({ uid })))
  return views.map((view) => ({ ...view, assessments: view.assessments.filter((one) => one.retractedAt === null) }))
}

/** All values of a metric, page by page. */
async function readPoints(client: Client, metricUid: string) {
  const read = []
  for (;;) {
    const { points, total } = await client.metricPoints.list({ metricUid, skip: read.length, limit: 500 })
    read.push(...points)
    if (read.length >= total) return read
  }
}

/** Everything a person sees in lists, in the order they see it in. `owners` are the items whose files are read. */
export async function readLists(client: Client, owners: readonly string[]): Promise<Record<string, string>> {
  const metrics = await client.metrics.list({})
  const lists = {
    achievements: client.achievements.list({}),
    attachments: Promise.all(owners.map((ownerUid) => client.attachments.list({ ownerUid }))),
    certifications: client.certifications.list({}),
    experiments: client.experiments.list({}),
    found: client.search.find({ text: 'alpha', order: 'named', limit: 100 }),
    initiatives: client.initiatives.list({}),
    journal: readJournal(client),
    load: client.load.list({}),
    learning: client.learning.list({}),
    metrics,
    metricPoints: Promise.all(metrics.map(({ uid }) => readPoints(client, uid))),
    obstacles: client.obstacles.list({}),
    people: client.people.list({}),
    plan: client.plan.get({}),
    projects: client.projects.list({}),
    reviews: client.reviews.list({}),
    savedViews: client.savedViews.list({}),
    skills: readSkills(client),
    steps: client.steps.list({}),
    vocabulary: client.catalogue.vocabulary({}),
  }
  const texts = await Promise.all(
    Object.entries(lists).map(async ([name, list]) => [name, canonicalJson(await list)] as const),
  )
  return Object.fromEntries(texts)
}
