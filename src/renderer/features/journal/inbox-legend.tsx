import { Kbd } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ActivityLine } from '#shared/contract/journal.ts'
import classes from './inbox-list.module.css'
import type { InboxActions } from './use-inbox-actions.ts'
import type { RankKinds } from './use-kind-ranks.ts'

/** Id of the legend, which describes the keys of the active entry to screen readers. */
export const LEGEND_ID = 'inbox-legend'

interface InboxLegendProps {
  /** The entry that has the focus or gets it next; undefined while it is being read. */
  line: ActivityLine | undefined
  rank: RankKinds
  actions: InboxActions
}

/**
 * Keys of the active entry: digits give it one of its likeliest kinds, letters are for the other actions. A click on a
 * key does the same.
 */
export function InboxLegend({ line, rank, actions }: InboxLegendProps) {
  const { t } = useTranslation(['journal', 'vocabulary'])
  const { kinds, isLikely } = line === undefined ? { kinds: [], isLikely: false } : rank(line)
  return (
    <div id={LEGEND_ID} className={`${classes.legend} no-print`}>
      {line !== undefined &&
        kinds.map((kind, place) => (
          <button
            key={kind}
            type="button"
            tabIndex={-1}
            className={classes.offer}
            data-likely={place === 0 && isLikely}
            // Keeps the focus in the list.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => actions.sort(line, kind)}
          >
            {(place === 0 && isLikely ? [place + 1, 'Enter'] : [place + 1]).map((key) => (
              <Kbd key={key} size="xs">
                {key}
              </Kbd>
            ))}{' '}
            {t(`vocabulary:activityKind.${kind}`)}
          </button>
        ))}
      <span className={classes.keys}>
        {(
          [
            ['K', 'allKinds'],
            ['T', 'time'],
            ['D', 'done'],
            ['E', 'edit'],
            ['Delete', 'remove'],
            ['Ctrl Z', 'undo'],
          ] as const
        ).map(([key, name]) => (
          <span key={key}>
            <Kbd size="xs">{key}</Kbd> {t(`sort.key.${name}`)}
          </span>
        ))}
      </span>
    </div>
  )
}
