import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { cruise } from 'dependency-cruiser'
import configuration from '../../.dependency-cruiser.mjs'

const FOLDERS = ['src', 'tests', 'scripts']
const MODULE = /[.](ts|tsx|mjs)$/

/**
 * TypeScript and JavaScript modules of src, tests and scripts that git tracks or would track.
 *
 * @param {string} root of the repository
 */
export function listModules(root) {
  const args = ['ls-files', '--cached', '--others', '--exclude-standard', '-z', '--', ...FOLDERS]
  const paths = execFileSync('git', args, { cwd: root, encoding: 'utf8' }).split('\0')
  return [...new Set(paths)].filter((path) => MODULE.test(path) && existsSync(join(root, path)))
}

/**
 * Checks the import table of .dependency-cruiser.mjs. Modules that were expected but not read are reported too: a
 * parser that silently reads nothing must not pass for a clean result.
 *
 * @param {string} root folder that holds src and package.json
 * @param {string[]} expected modules that must be read, relative to the root
 * @returns {Promise<{ read: number, missing: string[], violations: { rule: string, from: string, to: string }[] }>}
 */
export async function checkImports(root, expected) {
  const { enhancedResolveOptions, ...options } = configuration.options ?? {}
  const folders = FOLDERS.filter((folder) => existsSync(join(root, folder)))
  const ruleSet = { forbidden: configuration.forbidden ?? [] }
  const { output } = await cruise(
    folders,
    { ...options, baseDir: root, validate: true, ruleSet },
    enhancedResolveOptions,
  )
  if (typeof output === 'string') throw new Error(`unexpected report: ${output}`)
  const read = new Set(output.modules.map((module) => module.source))
  return {
    read: expected.filter((path) => read.has(path)).length,
    missing: expected.filter((path) => !read.has(path)),
    violations: output.summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to })),
  }
}
