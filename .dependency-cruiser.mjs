/**
 * Who may import whom, as docs/architecture.md has it. Each row lists everything a folder may import: its own kind of
 * files, folders, npm packages and, with `node: true`, Node's own modules. All else is a violation, types included.
 * Tests may look further than their subject, but never across the worlds. Read by scripts/lib/imports.mjs.
 */

/** @param {...string} names npm packages, with everything below them */
const npm = (...names) => names.map((name) => `(^|/)node_modules/(@types/)?${name}(/|$)`)
/** @param {...string} paths folders (ending in a slash) or files under src */
const src = (...paths) => paths.map((path) => `^src/${path}`)

const TEST = '[.]test[.]tsx?$'
const RESOURCES = '^resources/'
const SHARED = src('shared/(model|domain|documents|contract|locales)/')
const COMPOSING = '(overview|search|exchange|reviews|steps|load|demo)'
const SERVER_ONLY = npm('electron', 'better-sqlite3', 'drizzle-orm', 'hono', '@hono', '@orpc/server')

/** @type {{ name: string, from: string[], fromNot?: string[], may: string[], node?: boolean }[]} */
const TABLE = [
  { name: 'model', from: src('shared/model/'), may: [...src('shared/model/'), ...npm('zod')] },
  {
    name: 'domain',
    from: src('shared/domain/'),
    may: [...src('shared/(model|domain)/'), ...npm('date-fns', 'i18next', 'papaparse', '@orama/stemmers')],
  },
  {
    name: 'documents',
    from: src('shared/documents/'),
    may: [...src('shared/(model|domain|documents|locales)/'), ...npm('i18next')],
  },
  {
    name: 'contract',
    from: src('shared/contract/'),
    may: [...src('shared/(model|domain|contract)/'), ...npm('zod', '@orpc/contract')],
  },
  { name: 'locales', from: src('shared/locales/'), may: [...src('shared/locales/'), ...npm('i18next')] },
  {
    name: 'store-files',
    from: src('main/store/files/'),
    may: [...src('shared/(model|domain)/', 'main/store/files/')],
    node: true,
  },
  {
    name: 'store-threads',
    from: src('main/store/threads/'),
    may: [...src('shared/(model|domain)/', 'main/store/(threads|files)/')],
    node: true,
  },
  {
    name: 'store-schema',
    from: src('main/store/schema/'),
    may: [...src('shared/(model|domain)/', 'main/store/schema/'), ...npm('drizzle-orm')],
  },
  {
    name: 'store-entities',
    from: src('main/store/entities/'),
    may: [...src('shared/(model|domain|locales)/', 'main/store/(entities|schema)/'), ...npm('drizzle-orm', 'zod')],
  },
  {
    name: 'store-engine',
    from: src('main/store/engine/'),
    may: [
      ...src('shared/(model|domain)/', 'main/store/(engine|entities|schema|migrations|threads|files)/'),
      ...npm('drizzle-orm', 'better-sqlite3', 'zod', 'uuid'),
    ],
    node: true,
  },
  {
    name: 'store-facts',
    from: src('main/store/facts/'),
    may: [...src('shared/(model|domain)/', 'main/store/(facts|engine)/'), RESOURCES],
  },
  {
    name: 'store-safety',
    from: src('main/store/safety/'),
    may: [
      ...src('shared/(model|domain)/', 'main/store/(safety|engine|entities|threads|files)/'),
      ...npm('better-sqlite3', 'zod'),
    ],
    node: true,
  },
  {
    name: 'store-door',
    from: src('main/store/[^/]+[.]ts$'),
    may: src('shared/(model|domain)/', 'main/store/'),
    node: true,
  },
  {
    name: 'features-common',
    from: src('main/features/[^/]+[.]ts$'),
    may: [...SHARED, ...src('main/store/'), ...npm('@orpc/server')],
  },
  {
    name: 'feature',
    from: src('main/features/([^/]+)/'),
    fromNot: src(`main/features/${COMPOSING}/`),
    may: [
      ...SHARED,
      ...src('main/store/', 'main/features/$1/', 'main/features/[^/]+[.]ts$'),
      RESOURCES,
      ...npm('drizzle-orm', '@orpc/server', 'zod', 'uuid', 'date-fns', 'i18next'),
    ],
    node: true,
  },
  {
    name: 'composing-feature',
    from: src(`main/features/${COMPOSING}/`),
    may: [
      ...SHARED,
      ...src('main/store/', 'main/features/$1/', 'main/features/([^/]+/[^/]+-store|[^/]+)[.]ts$'),
      RESOURCES,
      ...npm('drizzle-orm', '@orpc/server', 'zod', 'uuid', 'date-fns', 'i18next'),
    ],
    node: true,
  },
  {
    name: 'main-app',
    from: src('main/app/'),
    may: [...SHARED, ...src('main/(app|features|store)/'), ...npm('@orpc/server', '@orpc/contract', 'zod')],
    node: true,
  },
  {
    name: 'electron-host',
    from: src('main/hosts/electron/'),
    may: [
      ...SHARED,
      ...src('main/app/', 'main/hosts/(electron|socket)/', 'main/hosts/[^/]+[.]ts$'),
      ...npm('electron', 'zod', 'i18next'),
    ],
    node: true,
  },
  {
    name: 'host',
    from: src('main/hosts/(browser|socket|cli|mcp)/'),
    may: [
      ...SHARED,
      ...src('main/app/', 'main/hosts/($1|socket)/', 'main/hosts/[^/]+[.]ts$'),
      ...npm('@hono/node-server', '@orpc/(client|contract)', 'zod', 'i18next'),
    ],
    node: true,
  },
  {
    name: 'hosts-common',
    from: src('main/hosts/[^/]+[.]ts$'),
    may: [...SHARED, ...src('main/app/', 'main/hosts/[^/]+[.]ts$'), ...npm('zod', 'i18next')],
    node: true,
  },
  {
    name: 'entry',
    from: src('main/[^/]+[.]ts$'),
    fromNot: src('main/electron[.]ts$'),
    may: [...SHARED, ...src('main/(app|hosts|store)/')],
    node: true,
  },
  {
    name: 'electron-entry',
    from: src('main/electron[.]ts$'),
    may: [...SHARED, ...src('main/(app|hosts|store)/'), ...npm('electron')],
    node: true,
  },
  { name: 'preload', from: src('preload/'), may: [...SHARED, ...src('preload/'), ...npm('electron')] },
  { name: 'renderer-ui', from: src('renderer/ui/'), may: [...src('renderer/ui/'), '(^|/)node_modules/'] },
  {
    name: 'renderer-lib',
    from: src('renderer/lib/'),
    may: [...SHARED, ...src('renderer/lib/'), '(^|/)node_modules/', '^resources/capture/'],
  },
  {
    name: 'renderer-documents',
    from: src('renderer/documents/'),
    may: [...SHARED, ...src('renderer/(documents|ui|lib)/'), '(^|/)node_modules/'],
  },
  {
    name: 'renderer-fields',
    from: src('renderer/fields/'),
    may: [...SHARED, ...src('renderer/(fields|ui|lib)/'), '(^|/)node_modules/'],
  },
  {
    name: 'renderer-feature',
    from: src('renderer/features/([^/]+)/'),
    fromNot: src('renderer/features/plan/'),
    may: [...SHARED, ...src('renderer/(documents|fields|ui|lib)/', 'renderer/features/$1/'), '(^|/)node_modules/'],
  },
  {
    // Gates name metrics, so the plan shows and records them.
    name: 'renderer-plan',
    from: src('renderer/features/plan/'),
    may: [
      ...SHARED,
      ...src('renderer/(documents|fields|ui|lib)/', 'renderer/features/(plan|metrics)/'),
      '(^|/)node_modules/',
    ],
  },
  {
    name: 'renderer-app',
    from: src('renderer/app/', 'renderer/[^/]+[.]tsx?$'),
    may: [...SHARED, ...src('renderer/'), '(^|/)node_modules/'],
  },
]

/** Every file of src stands in one of these places; the table above knows them all. */
const PLACES = src(
  'shared/(model|domain|documents|contract|locales)/',
  'main/app/',
  'main/store/((files|threads|schema|migrations|entities|engine|facts|safety)/)?[^/]+$',
  'main/store/migrations/meta/',
  'main/features/([^/]+/|[^/]+[.]ts$)',
  'main/hosts/((electron|browser|socket|cli|mcp)/)?[^/]+',
  'main/(electron|browser|cli)[.]ts$',
  'preload/',
  'renderer/(ui|lib|documents|fields|app)/',
  'renderer/features/[^/]+/',
  'renderer/[^/]+$',
)

/**
 * @param {string} name
 * @param {import('dependency-cruiser').IForbiddenRuleType['from']} from
 * @param {object} to restriction on what is imported
 */
const forbid = (name, from, to) =>
  /** @type {import('dependency-cruiser').IForbiddenRuleType} */ ({ name, severity: 'error', from, to })

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...TABLE.map(({ name, from, fromNot = [], may, node }) =>
      forbid(
        name,
        { path: from, pathNot: [TEST, ...fromNot] },
        { pathNot: may, ...(node ? { dependencyTypesNot: ['core'] } : {}) },
      ),
    ),
    forbid('no-cycles', {}, { circular: true }),
    forbid('resolvable', {}, { couldNotResolve: true }),
    // `./x.ts` within one row of the table, `#shared/...` and the like beyond it.
    forbid(
      'alias-between-folders',
      { path: '^src/(main/(features|store)/[^/]+|[^/]+/[^/]+)/' },
      { path: '^src/', pathNot: '^src/$1/', dependencyTypesNot: ['aliased-subpath-import'] },
    ),
    forbid('known-place', { path: '^src/', pathNot: PLACES }, {}),
    forbid(
      'electron-only-in-its-host',
      {
        path: '^(src|tests|scripts)/',
        pathNot: [...src('main/hosts/electron/', 'main/electron[.]ts$', 'preload/'), '^tests/electron-fake/'],
      },
      { path: npm('electron') },
    ),
    forbid(
      'no-server-code-in-renderer',
      { path: src('renderer/') },
      { path: [...src('main/', 'preload/'), ...SERVER_ONLY] },
    ),
    forbid('no-node-in-renderer', { path: src('renderer/'), pathNot: TEST }, { dependencyTypes: ['core'] }),
    forbid(
      'no-translation-in-ui',
      { path: src('renderer/ui/'), pathNot: TEST },
      { path: npm('i18next', 'react-i18next') },
    ),
    forbid(
      'no-test-code-in-product',
      { path: '^src/', pathNot: TEST },
      { path: [TEST, '^tests/', '^scripts/', ...npm('vitest', 'fast-check', '@playwright', '@axe-core')] },
    ),
    forbid(
      'shared-tests-stay-shared',
      { path: `^src/shared/.*${TEST}` },
      { path: src('main/', 'renderer/', 'preload/') },
    ),
    forbid('main-tests-stay-main', { path: `^src/(main|preload)/.*${TEST}` }, { path: src('renderer/') }),
    forbid('e2e-knows-no-source', { path: '^tests/(e2e|electron|screenshots)/' }, { path: '^src/', reachable: true }),
    forbid(
      'scripts-know-no-source',
      { path: '^scripts/' },
      // `npm start` reads its options and words where the hosts do.
      {
        path: '^src/',
        pathNot: src(
          'main/hosts/(launch|options|host-texts)[.]ts',
          'main/store/files/workspace-dir[.]ts',
          'shared/locales/',
        ),
      },
    ),
  ],
  options: {
    // TypeScript 7 has no compiler API: without the SWC parser not one TypeScript module would be read.
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
}
