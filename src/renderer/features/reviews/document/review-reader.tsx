import { Alert, Button, Group, SegmentedControl } from '@mantine/core'
import { IconArrowLeft, IconPencil, IconVersions } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PrintButton } from '#renderer/fields/print-button.tsx'
import { QueryGate } from '#renderer/fields/query-gate.tsx'
import { useApi } from '#renderer/lib/api.ts'
import { useNewUids } from '#renderer/lib/new-uid.ts'
import { useToday } from '#renderer/lib/today.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import type { Review } from '#shared/contract/reviews.ts'
import type { ShownReview } from '#shared/documents/review/review.ts'
import type { Language } from '#shared/model/common.ts'
import { MarkdownMenu } from './markdown-menu.tsx'
import { draftContent, ReviewDocument, signedContent } from './review-document.tsx'
import classes from './review-reader.module.css'
import { useDocumentTitle } from './use-document-title.ts'

interface ReaderProps {
  uid: string
  /** First language of the document; that of the app unless the address names one. */
  language?: Language | undefined
  onClose: () => void
  /** Opens a review: a draft to write, a signed one to read. */
  onOpen: (uid: string) => void
}

/** A review to read and to print: a signed one from its snapshot, a draft from the data as it is now. */
export function ReviewReader(props: ReaderProps) {
  const { query } = useApi()
  const review = useQuery(query.reviews.get.queryOptions({ input: { uid: props.uid } }))
  return (
    <div className={classes.reader}>
      <QueryGate query={review}>
        {(item) => {
          const content = signedContent(item)
          return content === null ? (
            <DraftReader {...props} review={item} />
          ) : (
            <OpenReader {...props} review={item} content={content} />
          )
        }}
      </QueryGate>
    </div>
  )
}

function DraftReader(props: ReaderProps & { review: Review }) {
  const { query } = useApi()
  const today = useToday()
  const { periodStart, periodEnd } = props.review
  const facts = useQuery(query.reviews.facts.queryOptions({ input: { periodStart, periodEnd } }))
  return (
    <QueryGate query={facts}>
      {(data) => <OpenReader {...props} content={draftContent(props.review, data, today)} />}
    </QueryGate>
  )
}

function OpenReader(props: ReaderProps & { review: Review; content: ShownReview }) {
  const { t } = useTranslation('reviews')
  const format = useFormat()
  const { review, content, onClose, onOpen } = props
  const [language, setLanguage] = useState(props.language ?? format.language)
  useDocumentTitle(content.facts, language)
  return (
    <>
      <nav className={classes.toolbar} aria-label={t('reader.toolbar')}>
        <Button variant="subtle" leftSection={<IconArrowLeft size={16} />} onClick={onClose}>
          {t('guide.back')}
        </Button>
        <Group gap="xs">
          <SegmentedControl
            aria-label={t('reader.language')}
            value={language}
            onChange={(value) => setLanguage(value as Language)}
            data={(['ru', 'en'] as const).map((value) => ({ value, label: t(`reader.languageName.${value}`) }))}
          />
          {review.status === 'draft' ? (
            <Button variant="default" leftSection={<IconPencil size={16} />} onClick={() => onOpen(review.uid)}>
              {t('reader.edit')}
            </Button>
          ) : (
            <ReviseButton review={review} onOpen={onOpen} />
          )}
          <MarkdownMenu uid={review.uid} language={language} />
          <PrintButton />
        </Group>
      </nav>
      <RevisionNote review={review} onOpen={onOpen} />
      <ReviewDocument content={content} language={language} />
    </>
  )
}

/** The review that replaces this one, and the one it replaces. */
function useRevisions(review: Review) {
  const { query } = useApi()
  const list = useQuery(query.reviews.list.queryOptions({ input: {} }))
  const lines = list.data ?? []
  const next = lines.find(({ uid }) => uid === lines.find((line) => line.uid === review.uid)?.replacedByUid)
  const previous = lines.find(({ uid }) => uid === review.replacesUid)
  return { known: list.data !== undefined, next: next ?? null, previous: previous ?? null }
}

function ReviseButton({ review, onOpen }: { review: Review; onOpen: (uid: string) => void }) {
  const { t } = useTranslation('reviews')
  const { client } = useApi()
  const uidOf = useNewUids()
  const { known, next } = useRevisions(review)
  const revise = useMutation({
    mutationFn: () => client.reviews.revise({ uid: review.uid, newUid: uidOf(review.uid) }),
    onSuccess: ({ uid }) => onOpen(uid),
  })
  if (!known || next !== null) return null
  return (
    <Button
      variant="default"
      leftSection={<IconVersions size={16} />}
      title={t('reader.reviseHint')}
      loading={revise.isPending}
      onClick={() => revise.mutate()}
    >
      {t('reader.revise')}
    </Button>
  )
}

function RevisionNote({ review, onOpen }: { review: Review; onOpen: (uid: string) => void }) {
  const { t } = useTranslation('reviews')
  const { next, previous } = useRevisions(review)
  const notes = [
    review.status === 'draft' && t('reader.draftNote'),
    next && t(next.status === 'draft' ? 'reader.replacedDraft' : 'reader.replacedSigned', { number: next.revision }),
    previous && t('reader.replaces', { number: previous.revision }),
  ].filter((note) => typeof note === 'string')
  if (notes.length === 0) return null
  return (
    <Alert variant="light" p="xs" className={classes.note ?? ''}>
      <Group gap="xs">
        {notes.join(' ')}
        {[next, previous].map(
          (other) =>
            other && (
              <Button key={other.uid} size="compact-sm" variant="subtle" onClick={() => onOpen(other.uid)}>
                {t('reader.openRevision', { number: other.revision })}
              </Button>
            ),
        )}
      </Group>
    </Alert>
  )
}
