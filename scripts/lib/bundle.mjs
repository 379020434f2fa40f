import { join } from 'node:path'
import { build } from 'vite'
import { ROOT } from './run.mjs'

/**
 * Bundles one TypeScript entry for Node, with everything but the native store inside, as the app itself is built.
 *
 * @param {string} entry path below the repository
 * @param {string} name of the file in `.cache/bundles/`
 * @returns {Promise<string>} path of the bundle
 */
export async function bundleForNode(entry, name) {
  const outDir = join(ROOT, '.cache', 'bundles', name)
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'warn',
    ssr: { noExternal: true },
    build: {
      ssr: join(ROOT, entry),
      outDir,
      emptyOutDir: true,
      target: 'node24',
      sourcemap: true,
      rolldownOptions: { external: ['better-sqlite3'], output: { format: 'es', entryFileNames: `${name}.js` } },
    },
  })
  return join(outDir, `${name}.js`)
}
