import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'

/** True where a second, independent way of making system calls fail can be used. */
export const HAS_STRACE = process.platform === 'linux' && spawnSync('strace', ['-V']).status === 0

/**
 * Makes the n-th call of a kind fail in all threads of a running process, from the moment this resolves. Answers how to end
 * it; that answers whether the call was made. Unlike the tool of `faults.c` it sees every call, whichever library makes it,
 * and not only those below a folder.
 */
export async function failCall(pid: number, call: string, error: string, at: number): Promise<() => Promise<boolean>> {
  const inject = `inject=${call}:error=${error}:when=${at}`
  const strace = spawn('strace', ['-f', '-p', String(pid), '-e', `trace=${call}`, '-e', inject], { stdio: 'pipe' })
  let said = ''
  const attached = new Promise<void>((resolve, reject) => {
    strace.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      if (said.includes('attached')) resolve()
    })
    strace.once('exit', () => reject(new Error(`strace ended: ${said.slice(0, 500)}`)))
  })
  const gone = once(strace, 'close')
  await attached
  return async () => {
    strace.kill('SIGINT')
    await gone
    return said.includes('(INJECTED)')
  }
}
