import { BUILT, type Built } from './built.ts'
import { buildTool, TOOLS } from './c-tools.ts'
import { buildChild } from './start-child.ts'

/** Builds what the tests of this suite start, once for all of its files; answers how to remove it. */
export async function setup(): Promise<() => void> {
  const { remove, ...child } = await buildChild()
  const tools = TOOLS.map((name) => [name, buildTool(name)] as const)
  const paths = Object.fromEntries(tools.flatMap(([name, tool]) => (tool === null ? [] : [[name, tool.file]])))
  process.env[BUILT] = JSON.stringify({ child, tools: paths } satisfies Built)
  return () => {
    delete process.env[BUILT]
    for (const [, tool] of tools) tool?.remove()
    remove()
  }
}
