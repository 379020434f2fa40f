import type { CSSProperties } from 'react'
import classes from './level-meter.module.css'

interface LevelMeterProps {
  /** 0-5, null = not assessed. */
  level: number | null
  /** 0-5, null = no target. */
  target: number | null
  /** Everything the marks show, in words. */
  label: string
  size?: 'sm' | 'lg'
  /** The level is less certain: its marks are hatched. */
  isFaded?: boolean
}

const MARKS = [1, 2, 3, 4, 5] as const

/** Five marks, filled up to the level, with a flag at the target. The caller shows the number and word beside it. */
export function LevelMeter({ level, target, label, size = 'sm', isFaded = false }: LevelMeterProps) {
  return (
    <span
      role="img"
      aria-label={label}
      className={classes.meter}
      data-size={size}
      data-rated={level !== null}
      data-faded={isFaded}
    >
      {MARKS.map((mark) => (
        <i key={mark} data-filled={mark <= (level ?? 0)} data-wanted={mark > (level ?? 0) && mark <= (target ?? 0)} />
      ))}
      {target !== null && target > 0 && (
        <b className={classes.target} style={{ '--level-target': target } as CSSProperties} />
      )}
    </span>
  )
}
