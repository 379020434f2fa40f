import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useInfiniteQuery, useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '#renderer/lib/api.ts'
import { useNextPart } from '#renderer/lib/next-page.ts'
import { useOpenItem } from '#renderer/lib/selection.ts'
import { useActionText } from '#renderer/lib/use-action-text.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useUndoable } from '#renderer/lib/use-save.tsx'
import type { HistoryEntry, PastItem } from '#shared/contract/history.ts'
import classes from './history-page.module.css'

/** Milliseconds for which the message about missing items stays. */
const READING_TIME = 15_000

/** Items of a deletion shown before "show more". */
const SHOWN_FIRST = 20

/** One action: when, what and on which items; a deletion with a button to restore. */
export function Entry({ entry }: { entry: HistoryEntry }) {
  const { t } = useTranslation(['history', 'vocabulary'])
  const format = useFormat()
  const openItem = useOpenItem()
  const { action } = useActionText()
  const { at, origin, stands, items, isRemoval, batchId } = entry
  const [item] = items
  const isSingle = items.length === 1
  const what = action(entry)
  const words = [
    item && t(`vocabulary:itemType.${item.type}`),
    !stands && t('takenBack'),
    origin !== 'user' && t(`origin.${origin}`),
  ].filter((word) => typeof word === 'string')
  return (
    <li className={stands ? classes.entry : `${classes.entry} ${classes.undone}`}>
      <div className={classes.row}>
        <time className={classes.time} dateTime={new Date(at).toISOString()}>
          {format.time(at)}
        </time>
        {item?.isThere && isSingle ? (
          <button type="button" className={`${classes.open} ${classes.what}`} onClick={() => openItem(item)}>
            {what}
          </button>
        ) : (
          <span className={classes.what}>{what}</span>
        )}
        <span className={classes.aside}>
          {words.join(' · ')}
          {isRemoval && isSingle && item && <RestoreButton batchId={batchId} item={item} />}
        </span>
      </div>
      {isRemoval && !isSingle && <RemovedItems entry={entry} />}
    </li>
  )
}

/** The items of a deletion, each with a button to restore it; more of them are loaded in parts. */
function RemovedItems({ entry: { batchId, items, count } }: { entry: HistoryEntry }) {
  const { t } = useTranslation('history')
  const { query } = useApi()
  const format = useFormat()
  const [more, setMore] = useState(false)
  const removed = useInfiniteQuery(
    query.history.removedBy.infiniteOptions({
      input: (skip: number) => ({ batchId, skip }),
      initialPageParam: 0,
      getNextPageParam: ({ next }) => next ?? undefined,
      enabled: more,
    }),
  )
  const readMore = useNextPart(removed, String(batchId))
  const shown = removed.data?.pages.flatMap((page) => page.items) ?? items.slice(0, SHOWN_FIRST)
  const isMore = removed.data === undefined ? count > shown.length : removed.hasNextPage
  return (
    <>
      <ul className={classes.removed}>
        {shown.map((item) => (
          <li key={item.uid} className={classes.row}>
            <span />
            <span className={classes.what}>{format.title(item)}</span>
            <span className={classes.aside}>
              <RestoreButton batchId={batchId} item={item} />
            </span>
          </li>
        ))}
      </ul>
      {isMore && (
        <Button
          size="compact-sm"
          variant="subtle"
          className="no-print"
          loading={more && (removed.isPending || removed.isFetchingNextPage)}
          onClick={() => (more ? readMore() : setMore(true))}
        >
          {t('showMore')}
        </Button>
      )}
    </>
  )
}

/** Restores a deleted item. Says so if it is restored already, and names what could not be restored with it. */
function RestoreButton({ batchId, item }: { batchId: number; item: PastItem }) {
  const { t } = useTranslation('history')
  const format = useFormat()
  const { client } = useApi()
  const { quoted } = useActionText()
  const undoable = useUndoable()
  const title = quoted(format.title(item))
  const restore = useMutation({
    mutationFn: () => client.history.restore({ batchId, uid: item.uid }),
    onSuccess: (restored) => {
      if (restored.kind === 'ownerGone') {
        const message = t('ownerGone', { title, owner: quoted(format.title(restored.owner)) })
        notifications.show({ color: 'orange', autoClose: READING_TIME, message })
        return
      }
      const missing = restored.missing.map((one) => quoted(format.text(one))).join(', ')
      const message = missing === '' ? t('restored', { title }) : t('restoredWithout', { title, missing })
      undoable(message, restored.batchId)
    },
  })
  if (item.isThere) return t('isBack')
  return (
    <Button
      size="compact-sm"
      variant="default"
      aria-label={t('restoreOne', { title })}
      loading={restore.isPending}
      onClick={() => restore.mutate()}
    >
      {t('restore')}
    </Button>
  )
}
