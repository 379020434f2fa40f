import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import type { Plugin } from 'vite'

const root = import.meta.dirname

/** Kept out of the bundles: the native store and Electron itself. Everything else is bundled. */
const external = ['electron', 'better-sqlite3']

/** electron-vite makes every address relative to the page, for file: addresses; here pages have nested paths of their own. */
const absoluteAddresses: Plugin = { name: 'absolute-addresses', enforce: 'post', config: () => ({ base: '/' }) }

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
          // Threads of their own, found by name beside the entries: see workerUrl.
          'store-worker': resolve(root, 'src/main/store/store-worker.ts'),
          'exchange-worker': resolve(root, 'src/main/features/exchange/exchange-worker.ts'),
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
      rolldownOptions: { input: resolve(root, 'src/renderer/index.html') },
    },
  },
})
