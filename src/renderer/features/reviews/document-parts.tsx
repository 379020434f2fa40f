import { createContext, type ReactNode, useContext } from 'react'
import type { Level } from '#shared/model/common.ts'
import classes from './document.module.css'

/** Rank of a section's heading: 2 in the document itself, 3 inside a step of the guide. */
export const HeadingRank = createContext<2 | 3>(2)

interface DocumentSectionProps {
  title: string
  /** The section in one plain sentence. */
  finding?: string | false | null | undefined
  children: ReactNode
}

/** A part of the review under its heading. */
export function DocumentSection({ title, finding, children }: DocumentSectionProps) {
  const Heading = useContext(HeadingRank) === 2 ? 'h2' : 'h3'
  return (
    <section className={classes.section}>
      <Heading className={classes.heading}>{title}</Heading>
      {finding && <p className={classes.finding}>{finding}</p>}
      {children}
    </section>
  )
}

/** A heading inside a section. */
export function DocumentHeading({ children }: { children: ReactNode }) {
  const Heading = useContext(HeadingRank) === 2 ? 'h3' : 'h4'
  return <Heading className={classes.subheading}>{children}</Heading>
}

interface BarRowsProps {
  rows: { key: string; name: string; amount: number; value: string }[]
}

/** Amounts as horizontal bars, each with its name and value in words. */
export function BarRows({ rows }: BarRowsProps) {
  const highest = Math.max(1, ...rows.map(({ amount }) => amount))
  return (
    <dl className={classes.bars}>
      {rows.map(({ key, name, amount, value }) => (
        <BarRow key={key} name={name} share={amount / highest} value={value} />
      ))}
    </dl>
  )
}

function BarRow({ name, share, value }: { name: string; share: number; value: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd aria-hidden>
        <div className={classes.bar} style={{ width: `${share * 100}%` }} />
      </dd>
      <dd className={classes.number}>{value}</dd>
    </>
  )
}

interface DocumentTableProps<Row> {
  label: string
  columns: { key: string; header: string; cell: (row: Row) => ReactNode; number?: boolean }[]
  rows: readonly Row[]
  keyOf: (row: Row, index: number) => string
}

/** A table of the document: the first column names the row. */
export function DocumentTable<Row>({ label, columns, rows, keyOf }: DocumentTableProps<Row>) {
  return (
    <table className={classes.table} aria-label={label}>
      <thead>
        <tr>
          {columns.map(({ key, header, number }) => (
            <th key={key} scope="col" className={number ? classes.number : undefined}>
              {header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={keyOf(row, index)}>
            {columns.map(({ key, header, cell, number }) => (
              <td key={key} data-label={header} className={number ? classes.number : undefined}>
                {cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** A name with more about it below, in small print. */
export function NameCell({ name, more }: { name: string; more?: ReactNode }) {
  return (
    <>
      <div className={classes.name}>{name}</div>
      {more && <div className={classes.small}>{more}</div>}
    </>
  )
}

const STEPS = [1, 2, 3, 4, 5]
const CELL = 10
const GAP = 3

interface LevelScaleProps {
  from: Level | null
  to: Level
  target: Level | null
  /** The same in words. */
  label: string
}

/** Five steps: reached before, gained or lost in the period, and a mark under the target. */
export function LevelScale({ from, to, target, label }: LevelScaleProps) {
  const kept = from === null ? 0 : Math.min(from, to)
  const highest = Math.max(from ?? 0, to)
  const place = (step: number) => (step - 1) * (CELL + GAP)
  const look = (step: number) => {
    if (step <= kept) return { fill: 'var(--doc-rest)', stroke: 'none' }
    if (step <= to) return { fill: 'var(--doc-fill)', stroke: 'none' }
    if (step <= highest) return { fill: 'none', stroke: 'var(--doc-fill)', strokeDasharray: '2 1.5' }
    return { fill: 'none', stroke: 'var(--doc-line)' }
  }
  return (
    <svg className={classes.scale} width={5 * CELL + 4 * GAP} height={CELL + 5} role="img" aria-label={label}>
      {STEPS.map((step) => (
        <rect key={step} x={place(step) + 0.5} y={0.5} width={CELL - 1} height={CELL - 1} rx={1.5} {...look(step)} />
      ))}
      {target !== null && target > 0 && (
        <rect x={place(target)} y={CELL + 2.5} width={CELL} height={2} fill="var(--doc-rule)" />
      )}
    </svg>
  )
}
