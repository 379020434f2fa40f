import { createHash } from 'node:crypto'
import { hostTexts } from '#main/hosts/host-texts.ts'

const STYLE =
  ':root{color-scheme:light dark}body{max-width:34rem;margin:15vh auto;padding:0 1.5rem;font:1rem/1.6 system-ui,sans-serif}h1{font-size:1.15rem}section+section{margin-top:2.5rem}'

/** Content-Security-Policy of the page below: allows its own style and nothing else. */
export const REFUSAL_PAGE_POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`

export type RefusalPage = 'signIn' | 'expired' | 'refused'

/** The page for a browser that may not open the app, in both languages, because no setting is known yet. */
export function renderRefusalPage(kind: RefusalPage): string {
  const sections = (['ru', 'en'] as const).map((language) => {
    const t = hostTexts(language)
    return `<section lang="${language}"><h1>${t(`${kind}Title`)}</h1><p>${t(`${kind}Text`)}</p></section>`
  })
  return `<!doctype html><html lang="ru"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Kurs</title><style>${STYLE}</style><main>${sections.join('')}</main></html>`
}
