/** Output to the person who started the program. */
export interface Terminal {
  say(line: string): void
  complain(line: string): void
}

/**
 * The terminal of this process. Its reader may go away (`npm start | head`, a closed terminal window): later output is
 * lost, but this must neither end the process nor make Electron show an error box.
 */
export function openTerminal({ stdout, stderr }: Pick<NodeJS.Process, 'stdout' | 'stderr'>): Terminal {
  for (const stream of [stdout, stderr]) stream.on('error', () => {})
  return {
    say: (line) => void stdout.write(`${line}\n`),
    complain: (line) => void stderr.write(`${line}\n`),
  }
}
