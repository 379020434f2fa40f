import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { getTableName, is } from 'drizzle-orm'
import { SQLiteTable } from 'drizzle-orm/sqlite-core'
import { describe, expect, it } from 'vitest'

const FEATURES = resolve(import.meta.dirname, '../../src/main/features')

/** What every feature reads: the identity of items, what they are about, their tags. */
const COMMON = new Set(['item', 'link', 'item_tag'])

interface Touched {
  /** Tables of the feature itself. */
  own?: string[]
  /** Tables of others that its SQL names, each with the reason. A name put in while running stands as written. */
  others?: Record<string, string>
}

/** What is counted for a gate is finished items of each type. */
const COUNTED = 'a gate counts the finished items of this type'
const OF_THE_YEAR = 'a review gathers the facts of its period from every feature'
const DUE = 'one list of everything that is due'

/** The tables that the SQL of each feature may name. A new line here is a decision: first look for a reading in `store/facts`. */
const ALLOWED: Record<string, Touched> = {
  attachments: { own: ['attachment'] },
  backups: {},
  catalogue: {
    others: {
      skill: 'which skills of the catalogue there are already; quick add knows their names',
      person: 'quick add knows the names of people',
      '${table}': 'what was made from the catalogue: learning, certification, metric',
      '${type}':
        'quick add knows what else a line can name: projects, learning, certifications, initiatives, obstacles, milestones',
    },
  },
  demo: {
    others: {
      batch: 'what the demo is made of cannot be undone',
      '${type}': 'items of the plan by their template keys',
    },
  },
  drafts: {},
  exchange: {
    others: {
      attachment: 'an archive holds the content of attached files',
      setting: 'an archive holds the settings',
      '"${getTableName(entity.table)}"': 'a CSV file has the rows of one type, whichever it is',
    },
  },
  history: {
    own: ['batch', 'change'],
    others: {
      item_text: 'the history of what is called so is found by the words of titles',
      assessment: 'a rating is called as its skill',
      skill: 'an alias that means another skill by now does not come back',
    },
  },
  journal: {
    own: ['activity'],
    others: {
      item_text: 'the journal is searched by its words',
      change: 'people who were added with a line are taken back with it',
    },
  },
  metrics: {
    own: ['metric', 'metric_point'],
    others: {
      initiative: 'bets that should move a metric are drawn at its line',
      requirement: 'what gates ask of a metric is drawn at its line',
      stage: 'what gates ask of a metric is drawn at its line',
    },
  },
  load: { own: ['load_entry'], others: { activity: 'hours of the journal beside the weeks' } },
  overview: {
    others: {
      activity: 'hours of the week and of the year',
      certification: DUE,
      milestone: DUE,
      stage: DUE,
      experiment: DUE,
      initiative: DUE,
      person: DUE,
      review: DUE,
    },
  },
  people: { own: ['person'] },
  plan: {
    own: ['plan', 'stage', 'milestone', 'requirement'],
    others: {
      learning: COUNTED,
      project: COUNTED,
      achievement: COUNTED,
      activity: COUNTED,
      certification: COUNTED,
      metric: 'the metrics that the gate of the present stage names',
      attachment: 'a milestone that a file is kept with does not go with a variant of its stage',
    },
  },
  reviews: {
    own: ['review'],
    others: Object.fromEntries(
      [
        ...['stage', 'milestone', 'skill', 'assessment', 'learning', 'certification', 'project'],
        ...['achievement', 'metric', 'metric_point', 'obstacle', 'experiment', 'person'],
      ].map((table) => [table, OF_THE_YEAR]),
    ),
  },
  search: { own: ['item_text'], others: { change: 'recently changed items come first' } },
  skills: {
    own: ['skill', 'assessment'],
    others: {
      stage: 'targets of a skill stand by stage, in the order of stages',
      requirement: 'the level that the present gate asks for',
      '${table}': 'what backs a skill: finished items of each kind that gates count as evidence',
    },
  },
  steps: {
    own: ['step'],
    others: {
      skill: 'what a step is about',
      learning: 'what is begun, and what was chosen from the catalogue',
      certification: 'what is on its way, and what was chosen from the catalogue',
      project: 'what is begun',
      milestone: 'what is to be reached',
    },
  },
  workspace: {
    own: ['setting'],
    others: { plan: 'when the plan began, and whether there is one' },
  },
}

const SCHEMA = resolve(FEATURES, '../store/schema')

/** Everything the files of the schema define, by its name there. */
const definitions = await Promise.all(
  readdirSync(SCHEMA).map(async (file) => Object.entries((await import(join(SCHEMA, file))) as object)),
)

const TABLES = new Map<string, string>([
  ...definitions
    .flat()
    .flatMap(([name, table]): [string, string][] => (is(table, SQLiteTable) ? [[name, getTableName(table)]] : [])),
  ['itemText', 'item_text'],
])
const NAMES = new Set(TABLES.values())

/** Tables that a source file names: in SQL, and as definitions of the schema that it imports. */
function tablesIn(source: string): string[] {
  const text = source.replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')
  const inSql = [...text.matchAll(/\b(?:FROM|JOIN|INTO|UPDATE)\s+("?\$\{[^}]*\}"?|["`]?\w+)/g)]
    .map(([, name = '']) => (name.includes('$') ? name : name.replace(/\W/g, '')))
    .filter((name) => NAMES.has(name) || isPutIn(name))
  const imported = [...text.matchAll(/import\s*\{([^}]*)\}\s*from '#main\/store\/schema\//g)].flatMap(
    ([, names = '']) => names.split(',').map((name) => TABLES.get(name.trim().split(' ')[0] ?? '') ?? ''),
  )
  return [...new Set([...inSql, ...imported])].filter((name) => name !== '')
}

/** A table whose name is put into the SQL; a subquery made by a function is read where the function stands. */
const isPutIn = (name: string): boolean => /^"?\$\{(\w+|getTableName\(.*)\}"?$/.test(name)

function tablesOf(feature: string): string[] {
  const files = readdirSync(join(FEATURES, feature), { recursive: true, encoding: 'utf8' })
  const sources = files.filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  return [...new Set(sources.flatMap((file) => tablesIn(readFileSync(join(FEATURES, feature, file), 'utf8'))))]
}

describe('the tables that the SQL of a feature names', () => {
  it('are declared for every feature', () => {
    expect(Object.keys(ALLOWED).sort()).toEqual(
      readdirSync(FEATURES)
        .filter((name) => !name.includes('.'))
        .sort(),
    )
  })

  it.each(Object.entries(ALLOWED))(
    '%s: its own, and those of others that are listed',
    (feature, { own = [], others = {} }) => {
      const foreign = tablesOf(feature).filter((table) => !COMMON.has(table) && !own.includes(table))
      expect(foreign.sort()).toEqual(Object.keys(others).sort())
    },
  )

  it('have one owner each', () => {
    const owned = Object.values(ALLOWED).flatMap(({ own = [] }) => own)
    expect(owned).toEqual([...new Set(owned)])
    expect(owned.filter((table) => !NAMES.has(table))).toEqual([])
  })

  it('are found in SQL, in definitions that are imported and where the name is put in, but not in prose', () => {
    expect(tablesIn('`SELECT 1 FROM skill JOIN  plan ON 1`')).toEqual(['skill', 'plan'])
    expect(tablesIn("`INSERT INTO setting VALUES (1)`; 'UPDATE review SET'")).toEqual(['setting', 'review'])
    expect(tablesIn("import { metricPoint, type x } from '#main/store/schema/metrics.ts'")).toEqual(['metric_point'])
    const putIn = ['$', '{table}'].join('')
    expect(tablesIn(`SELECT 1 FROM ${putIn}`)).toEqual([putIn])
    expect(tablesIn('/** FROM skill */\n  // JOIN plan\n`FROM candidate`')).toEqual([])
  })
})
