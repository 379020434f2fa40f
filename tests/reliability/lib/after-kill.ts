import { cpSync, existsSync, rmSync } from 'node:fs'
import { basename } from 'node:path'
import { openWorkspace, type Workspace } from '#main/store/open-workspace.ts'

/** What belongs to a process and not to the data: locks end with it, and SQLite builds its index of the log anew. */
const OWN = new Set(['owner.lock', 'owner.json', 'kurs.sqlite-shm'])

/**
 * What a start would find if the process that works on `dir` were killed now: its files as the system has them at a moment
 * when it writes nothing. `look` is given the opened workspace; a start that refuses is a failure of the test.
 */
export async function afterKill<T>(
  dir: string,
  look: (workspace: Workspace) => T | Promise<T>,
  tolerate: (kind: string) => T | undefined = () => undefined,
): Promise<T> {
  const copy = `${dir}-after-kill`
  rmSync(copy, { recursive: true, force: true })
  // A start that could not even make the folder has left none.
  if (existsSync(dir)) cpSync(dir, copy, { recursive: true, filter: (file) => !OWN.has(basename(file)) })
  const opened = openWorkspace(copy, 'browser', Date.now)
  try {
    if (opened.kind === 'open') return await look(opened.workspace)
    const tolerated = tolerate(opened.kind)
    if (tolerated === undefined) throw new Error(`The workspace is ${opened.kind}: ${JSON.stringify(opened)}`)
    return tolerated
  } finally {
    if (opened.kind === 'open') opened.workspace.close()
    if (opened.kind === 'damaged') opened.damaged.release()
  }
}
