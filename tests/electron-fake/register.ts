import { registerHooks } from 'node:module'

/** Loaded with `node --import` before the built main bundle: `electron` is the fake beside this file. */
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron'
      ? { url: new URL('./electron.ts', import.meta.url).href, shortCircuit: true }
      : next(specifier, context),
})
