import type { Level } from '#shared/model/common.ts'
import classes from './document.module.css'

const STEPS = [1, 2, 3, 4, 5]
const CELL = 10
const GAP = 3

interface LevelScaleProps {
  scale: {
    level: Level
    from: Level | null
    target: Level | null
    /** The scale in words. */
    label: string
  }
}

/** Five steps: reached before, gained or lost in the period, with a mark under the target. */
export function LevelScale({ scale: { level, from, target, label } }: LevelScaleProps) {
  const kept = from === null ? 0 : Math.min(from, level)
  const highest = Math.max(from ?? 0, level)
  const place = (step: number) => (step - 1) * (CELL + GAP)
  const look = (step: number) => {
    if (step <= kept) return { fill: 'var(--doc-rest)', stroke: 'none' }
    if (step <= level) return { fill: 'var(--doc-fill)', stroke: 'none' }
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
