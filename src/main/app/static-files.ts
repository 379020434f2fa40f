import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.json': 'application/json; charset=utf-8',
  '.woff2': 'font/woff2',
}

/** Allows nothing from outside and nothing inline except styles (Mantine writes its variables into a style element). */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

const HEADERS = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
}

/** The file inside `rendererDir` a path names, null when the path leads outside or is malformed. */
function toFile(rendererDir: string, path: string): string | null {
  let decoded: string
  try {
    decoded = decodeURIComponent(path)
  } catch {
    return null
  }
  if (decoded.includes('%') || decoded.includes('\0') || decoded.includes('\\')) return null
  const file = normalize(join(rendererDir, decoded))
  return `${file}${sep}`.startsWith(rendererDir + sep) ? file : null
}

/**
 * Answers the renderer's files. A path without an extension is a page of the app and gets `index.html`; hashed assets may
 * be cached for ever, everything else is asked for again.
 */
export async function serveStatic(rendererDir: string, path: string): Promise<Response> {
  const named = toFile(rendererDir, path)
  const file = named !== null && extname(path) === '' ? join(rendererDir, 'index.html') : named
  if (file === null) return new Response('Bad path', { status: 400, headers: HEADERS })
  try {
    const body = await readFile(file)
    const caching = path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache'
    const type = TYPES[extname(file)] ?? 'application/octet-stream'
    return new Response(body, { headers: { ...HEADERS, 'content-type': type, 'cache-control': caching } })
  } catch {
    return new Response('Not found', { status: 404, headers: HEADERS })
  }
}
