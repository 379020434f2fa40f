import type { Subject } from '#shared/model/subject.ts'
import type { contract } from './contract.ts'

/** `anything`: read again after every change. */
type Read = readonly Subject[] | 'anything'

type Contract = typeof contract
type Reads = { [Feature in keyof Contract]?: { [Name in keyof Contract[Feature]]?: Read } }

/** The subjects that affect gates. */
const GATE = [
  ...(['stage', 'requirement', 'milestone', 'skill', 'assessment', 'metric', 'metricPoint', 'title'] as const),
  ...(['learning', 'project', 'certification', 'achievement', 'activity', 'template'] as const),
]

/** The subjects that affect what backs a skill. */
const EVIDENCE = ['skill', 'assessment', 'learning', 'project', 'certification', 'achievement', 'activity'] as const

/**
 * The subjects each procedure reads, for all procedures whose answers the page caches: after a change only answers that
 * may have changed are read again. `src/main/app/reads.test.ts` compares this with the tables that a procedure's
 * statements open, and with its answers before and after changes of every type.
 */
export const READS: Reads = {
  achievements: { list: ['achievement', 'title'], get: ['achievement', 'title'] },
  attachments: { list: ['attachment', 'title'] },
  // Every change affects whether the newest backup is up to date.
  backups: { list: 'anything' },
  catalogue: {
    plan: ['template'],
    learning: ['learning', 'skill', 'template'],
    certifications: ['certification', 'skill', 'template'],
    metrics: ['metric', 'template'],
    initiatives: ['template'],
    people: ['template'],
    visibility: ['template'],
    cases: ['template'],
    roleComparison: ['template'],
    roles: ['template'],
    practice: ['template'],
    vocabulary: ['skill', 'person', 'project', 'learning', 'certification', 'initiative', 'obstacle', 'milestone'],
  },
  certifications: { list: ['certification', 'title'], get: ['certification', 'title'] },
  exchange: { progress: [] },
  experiments: { list: ['experiment', 'title'] },
  // The history records every change.
  history: { page: 'anything', removedBy: 'anything', ofItem: 'anything' },
  initiatives: { list: ['initiative', 'title'], get: ['initiative', 'title'] },
  journal: {
    ownKinds: ['activity'],
    lastLines: ['activity', 'title'],
    usualLines: ['activity', 'title'],
    usedTags: 'anything',
    get: ['activity', 'title'],
    page: ['activity', 'title'],
    days: ['activity'],
    totals: ['activity'],
    kinds: ['activity'],
    tags: ['activity'],
    waiting: ['activity'],
    timer: ['timer'],
  },
  learning: { list: ['learning', 'title'], get: ['learning', 'title'] },
  metricPoints: { list: ['metricPoint', 'title'], get: ['metricPoint', 'title'], recorded: ['metricPoint'] },
  metrics: {
    list: ['metric', 'metricPoint', 'achievement', 'template'],
    get: ['metric', 'metricPoint', 'achievement', 'template'],
    series: [
      'metric',
      'metricPoint',
      'achievement',
      'initiative',
      'project',
      'requirement',
      'stage',
      'template',
      'title',
    ],
  },
  load: { list: ['loadEntry', 'title'], get: ['loadEntry', 'title'], hours: ['activity'] },
  obstacles: { list: ['obstacle', 'title'], get: ['obstacle', 'title'] },
  overview: { get: ['plan', 'experiment', 'initiative', 'person', 'review', ...GATE] },
  people: { list: ['person', 'activity', 'title'], get: ['person', 'activity', 'title'] },
  plan: {
    get: ['plan', ...GATE],
    counted: ['plan', ...GATE],
    forecast: ['plan', ...GATE],
    variants: 'anything',
  },
  projects: { list: ['project', 'title'], get: ['project', 'title'] },
  reviews: {
    list: ['review'],
    get: ['review'],
    years: ['plan', 'review'],
    prompts: ['template'],
    facts: ['plan', 'obstacle', 'experiment', 'person', 'signedReview', ...GATE],
  },
  savedViews: { list: ['savedView', 'title'] },
  search: { find: 'anything', named: 'anything' },
  skills: {
    list: [...EVIDENCE, 'stage', 'requirement', 'template'],
    get: [...EVIDENCE, 'stage', 'requirement', 'template', 'title'],
    evidence: [...EVIDENCE, 'title'],
  },
  steps: {
    list: ['step', 'title'],
    get: ['step', 'title'],
    next: ['plan', 'step', ...GATE],
  },
  workspace: { info: ['plan', 'settings'] },
}

/** Whether a change may affect the answer of a procedure; true if the procedure does not list what it reads. */
export function isChangedBy(path: readonly string[], subjects: readonly Subject[]): boolean {
  const [feature = '', name = ''] = path
  const read = (READS as Record<string, Record<string, Read | undefined> | undefined>)[feature]?.[name] ?? 'anything'
  return read === 'anything' || read.some((subject) => subjects.includes(subject))
}
