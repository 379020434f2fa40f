import { installPackages } from './debian.mjs'
import { runTool } from './run.mjs'

const COMPILERS = ['cc', 'gcc', 'clang']

async function hasCompiler() {
  for (const compiler of COMPILERS) if ((await runTool(compiler, ['--version'])).code === 0) return true
  return false
}

/**
 * Finds a C compiler or installs the system's package, on Linux only: the reliability tests build a tool that makes
 * system calls fail. Without a compiler these tests report by name that they were skipped.
 */
export async function ensureCompiler() {
  if (process.platform !== 'linux' || (await hasCompiler())) return
  console.log("No C compiler found: trying the system's package...")
  await installPackages(['gcc', 'libc6-dev'])
}
