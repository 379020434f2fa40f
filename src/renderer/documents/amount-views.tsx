import type { Amount, BarsBlock, NarrowAmount, Pair } from '#shared/documents/block.ts'
import classes from './document.module.css'
import { keyed } from './keyed.ts'

/** Height of the tallest column, pixels. */
const COLUMN = 112

const highestOf = (amounts: readonly Amount[]) => Math.max(1, ...amounts.map(({ amount }) => amount))

/** Figures with their names, in large print. */
export function FiguresView({ figures }: { figures: readonly (Pair & { more?: string })[] }) {
  return (
    <dl className={classes.figures}>
      {keyed(figures).map(({ key, item: { name, value, more } }) => (
        <div key={key}>
          <dt>{name}</dt>
          <dd className={classes.value}>{value}</dd>
          {more && <dd className={classes.small}>{more}</dd>}
        </div>
      ))}
    </dl>
  )
}

/** Amounts as horizontal bars, each with its name and value in words. */
export function BarsView({ bars: { rows, fold } }: { bars: BarsBlock }) {
  const highest = highestOf(rows)
  return (
    <>
      <dl className={classes.bars}>
        {keyed(rows.slice(0, fold?.shown)).map(({ key, item }) => (
          <Bar key={key} row={item} share={item.amount / highest} />
        ))}
      </dl>
      {fold && <p className={classes.finding}>{fold.rest}</p>}
    </>
  )
}

function Bar({ row: { name, value }, share }: { row: Amount; share: number }) {
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

/** Amounts as columns side by side; a tooltip gives the whole name and value. */
export function ColumnsView({ items }: { items: readonly NarrowAmount[] }) {
  const highest = highestOf(items)
  return (
    <ol className={classes.columns}>
      {keyed(items).map(({ key, item: { name, amount, value, short } }) => (
        <li key={key} title={`${name}: ${value}`}>
          <span>{short.value}</span>
          <span className={classes.column} style={{ height: (amount / highest) * COLUMN }} />
          <span>{short.name}</span>
        </li>
      ))}
    </ol>
  )
}
