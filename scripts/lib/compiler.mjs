import { installPackages } from './debian.mjs'
import { runTool } from './run.mjs'

const COMPILERS = ['cc', 'gcc', 'clang']

async function hasCompiler() {
  for (const compiler of COMPILERS) if ((await runTool(compiler, ['--version'])).code === 0) return true
  return false
}

/**
 * Finds a C compiler, or fetches the system's: the reliability tests build the tool that makes system calls fail, on Linux
 * alone. Without one these tests say by name that they were skipped.
 */
export async function ensureCompiler() {
  if (process.platform !== 'linux' || (await hasCompiler())) return
  console.log("No C compiler found: trying the system's package...")
  await installPackages(['gcc', 'libc6-dev'])
}
