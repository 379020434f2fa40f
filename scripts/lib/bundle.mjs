import { join } from 'node:path'
import { build } from 'vite'
import { ROOT } from './run.mjs'

/**
 * Bundles one TypeScript entry for Node, with everything but the native store inside, as the app itself is built.
 *
 * @param {string} entry path below the repository
 * @param {string} name of the file in `.cache/bundles/`
 * @param {Record<string, string>} [workers] entries of threads it starts, by name
 * @returns {Promise<string>} path of the bundle
 */
export async function bundleForNode(entry, name, workers = {}) {
  const outDir = join(ROOT, '.cache', 'bundles', name)
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'warn',
    ssr: { noExternal: true },
    build: {
      ssr: true,
      outDir,
      emptyOutDir: true,
      target: 'node24',
      sourcemap: true,
      rolldownOptions: {
        input: { [name]: join(ROOT, entry), ...workers },
        external: ['better-sqlite3'],
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  })
  return join(outDir, `${name}.js`)
}
