import { notifications } from '@mantine/notifications'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '#renderer/lib/api.ts'
import { uploadArchive } from '#renderer/lib/upload.ts'
import type { ArchivePreview } from '#shared/model/archive.ts'

/** Milliseconds between two checks of the progress. */
const POLL = 300

/** A received archive, waiting for the person to confirm the import. */
export interface ReceivedArchive {
  uploadId: string
  name: string
  preview: ArchivePreview
}

/** The steps of an import: receive and preview, import or discard, stop. */
export function useArchiveImport(onImported: () => void) {
  const { t } = useTranslation('exchange')
  const { client, query } = useApi()
  const queryClient = useQueryClient()
  const abort = useRef<AbortController | null>(null)
  const [received, setReceived] = useState<ReceivedArchive | null>(null)
  const receive = useMutation({
    mutationFn: async (file: File) => {
      abort.current = new AbortController()
      const { signal } = abort.current
      try {
        const { uploadId } = await uploadArchive(file, signal)
        return { uploadId, name: file.name, preview: await client.exchange.previewArchive({ uploadId }) }
      } catch (error) {
        // Cancelled by the person, so there is no failure to report.
        if (signal.aborted) return null
        throw error
      }
    },
    onSuccess: setReceived,
  })
  const run = useMutation({
    mutationFn: (uploadId: string) => client.exchange.importArchive({ uploadId }),
    onSuccess: ({ items }) => {
      setReceived(null)
      notifications.show({ message: t('import.done', { count: items }) })
      onImported()
      void queryClient.invalidateQueries()
    },
  })
  const busy = receive.isPending || run.isPending
  const progress = useQuery({
    ...query.exchange.progress.queryOptions({ input: {} }),
    enabled: busy,
    refetchInterval: busy ? POLL : false,
  })
  const discard = () => {
    if (received !== null) void client.exchange.discardArchive({ uploadId: received.uploadId })
    setReceived(null)
  }
  const cancel = () => {
    abort.current?.abort()
    void client.exchange.cancel({})
  }
  return {
    received,
    receive: receive.mutate,
    reading: receive.isPending,
    importing: run.isPending,
    progress: busy ? (progress.data ?? null) : null,
    run: () => received !== null && run.mutate(received.uploadId),
    discard,
    cancel,
  }
}
