import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import type { Plugin } from 'vite'
import { WORKERS } from './scripts/lib/workers.mjs'

const root = import.meta.dirname

/** Kept out of the bundles: the native store and Electron itself. Everything else is bundled. */
const external = ['electron', 'better-sqlite3']

/** electron-vite makes every address relative to the page, for file: addresses; here pages have nested paths of their own. */
const absoluteAddresses: Plugin = { name: 'absolute-addresses', enforce: 'post', config: () => ({ base: '/' }) }

/**
 * How the page is cut. What the first screen needs is one file, fetched at the start anyway. Charts and Markdown are each one that
 * comes where they are shown; so are the texts of each language, documents, the fields of forms, the forecast, and what else several pages share.
 */
const PAGE_CHUNKS = [
  { name: 'app', tags: ['$initial' as const], priority: 3 },
  { name: 'texts-en', test: /[\\/]locales[\\/]en[\\/]/, priority: 2 },
  { name: 'texts-ru', test: /[\\/]locales[\\/]ru[\\/]/, priority: 2 },
  { name: 'charts', test: /[\\/](recharts|@mantine[\\/]charts)[\\/]/, priority: 2 },
  { name: 'markdown', test: /[\\/](react-markdown|remark-[a-z]+)[\\/]/, priority: 2 },
  {
    name: 'forms',
    test: /[\\/](@mantine[\\/](dates|form)[\\/]|renderer[\\/]fields[\\/][a-z-]*(field|form))/,
    priority: 1,
  },
  // What is written in either language needs the texts of both; nothing else may wait for them.
  { name: 'documents', test: /[\\/]shared[\\/](documents[\\/]|locales[\\/]texts-in)/, priority: 1 },
  { name: 'forecast', test: /[\\/](domain[\\/]forecast[\\/]|lib[\\/]use-forecast)/, priority: 1 },
  {
    name: 'shared',
    test: /[\\/](node_modules|renderer[\\/](ui|lib|fields)|src[\\/]shared)[\\/]/,
    minShareCount: 2,
    priority: 0,
  },
]

export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      target: 'node24',
      externalizeDeps: false,
      sourcemap: true,
      rolldownOptions: {
        input: {
          electron: resolve(root, 'src/main/electron.ts'),
          browser: resolve(root, 'src/main/browser.ts'),
          cli: resolve(root, 'src/main/cli.ts'),
          ...WORKERS,
        },
        external,
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      target: 'node24',
      externalizeDeps: false,
      rolldownOptions: {
        input: resolve(root, 'src/preload/index.ts'),
        external,
        // A sandboxed preload is loaded with `require`, so it must be CommonJS.
        output: { format: 'cjs', entryFileNames: 'index.cjs' },
      },
    },
  },
  renderer: {
    root: 'src/renderer',
    plugins: [react(), absoluteAddresses],
    build: {
      outDir: resolve(root, 'out/renderer'),
      target: 'chrome140',
      minify: true,
      rolldownOptions: {
        input: resolve(root, 'src/renderer/index.html'),
        output: { codeSplitting: { groups: PAGE_CHUNKS } },
      },
    },
  },
})
