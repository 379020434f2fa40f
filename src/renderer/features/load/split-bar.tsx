import { useFormat } from '#renderer/lib/use-format.ts'
import type { Shares } from '#shared/domain/load/split.ts'
import { LOAD_PARTS } from '#shared/model/load.ts'
import classes from './load.module.css'
import { useShareWords } from './use-load.ts'

/** Percent; a narrower part has no room for its figure. */
const ROOM = 11

/**
 * The split of a week as one bar; each part has a pattern and a figure besides its colour. `isSmall`: in a row of a
 * list.
 */
export function SplitBar({ shares, isSmall = false }: { shares: Shares; isSmall?: boolean }) {
  const format = useFormat()
  const { words } = useShareWords()
  return (
    <div className={classes.bar} data-small={isSmall} role="img" aria-label={words(shares)}>
      {LOAD_PARTS.map((part) => (
        <div key={part} data-part={part} style={{ width: `${shares[part]}%` }}>
          {!isSmall && shares[part] >= ROOM && <span>{format.percent(shares[part] / 100)}</span>}
        </div>
      ))}
    </div>
  )
}
