import { expect, it } from 'vitest'
import { type CatalogueCertification, PlanTemplate, type TemplateAvailability } from '#shared/model/template.ts'
import { assembleTemplate } from './plan-template.ts'

const { certifications, availability = [], learning } = PlanTemplate.parse(assembleTemplate())

const HEAD = `# Facts and where they come from

What the catalogues say of certificates and vendors, each with its text and the day of that text. Written by
\`src/main/store/facts/facts-table.test.ts\` from \`resources/plan\`; \`npx vitest run --project store
src/main/store/facts/facts-table.test.ts --update\` writes it anew, and the test fails while the two differ.

Rules: *source* is a text of the issuer itself, else it stays empty and the app says "check with the issuer". A text
without a day is named without one: it may be old. What nobody was found to say stays unknown. *Also read* are texts of
others that agree; the app never shows them as a source.
`

const row = (cells: string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
const table = (head: string[], rows: string[][]) => [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n')

function describeValidity({ validity }: CatalogueCertification): string {
  if (validity === null) return 'unknown'
  return validity === 'never' ? 'does not expire' : `${validity.months} months`
}

function describeSource({ source, sourceUrl, lastVerified }: CatalogueCertification | TemplateAvailability): string {
  if (source === null) return 'none of the issuer'
  return `[${source}](${sourceUrl}), ${lastVerified ?? 'no day'}`
}

function describeFacts(): string {
  const certificates = certifications.map((entry) => [
    entry.code === null || entry.title.includes(entry.code) ? entry.title : `${entry.title} (${entry.code})`,
    describeValidity(entry),
    entry.prerequisites?.en ?? 'unknown',
    entry.renewal?.how.en ?? (entry.validity === 'never' ? 'none' : 'unknown'),
    describeSource(entry),
    entry.alsoRead?.join('; ') ?? '',
  ])
  const vendors = availability.map((entry) => [
    entry.vendor,
    entry.since === null ? entry.sold : `${entry.sold}, since ${entry.since}`,
    entry.note.en,
    describeSource(entry),
  ])
  const undated = learning.filter(({ year }) => year === undefined)
  return [
    HEAD,
    `## Certificates (${certifications.length})\n`,
    table(['Certificate', 'Valid for', 'Prerequisites', 'Renewal', 'Source', 'Also read'], certificates),
    '\n## Sold to companies in Russia\n',
    table(['Vendor', 'Sold', 'What is known', 'Source'], vendors),
    `\n## Things to learn from (${learning.length})\n`,
    'Years are those of the first edition, or of the one the authors are named for. Without a year, because they go on',
    `changing or are run by oneself: ${undated.map(({ title }) => title.en).join('; ')}.\n`,
  ].join('\n')
}

it('docs/facts.md is what the catalogues say', async () => {
  await expect(describeFacts()).toMatchFileSnapshot('../../../../docs/facts.md')
})
