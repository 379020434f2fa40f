import { ActionIcon, Button, FileButton, Group, Loader, Text, TextInput } from '@mantine/core'
import { IconPaperclip, IconPencil, IconX } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { type DragEvent, type KeyboardEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '#renderer/lib/api.ts'
import { useNewUids } from '#renderer/lib/new-uid.ts'
import { uploadFile } from '#renderer/lib/upload.ts'
import { useDownloadAddress } from '#renderer/lib/use-download-address.ts'
import { useFocusReturn } from '#renderer/lib/use-focus-return.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useUndoable } from '#renderer/lib/use-save.tsx'
import { SectionTitle } from '#renderer/ui/section.tsx'
import type { Attachment } from '#shared/contract/attachments.ts'
import { attachmentAddress } from '#shared/contract/attachments.ts'
import classes from './attachments-field.module.css'

/** Attaches files one after the other; each attachment can be undone separately. */
function useUpload(ownerUid: string) {
  const { t } = useTranslation('common')
  const undoable = useUndoable()
  const abort = useRef<AbortController | null>(null)
  const uidOf = useNewUids()
  const [current, setCurrent] = useState<string | null>(null)
  const upload = useMutation({
    mutationFn: async (files: File[]) => {
      abort.current = new AbortController()
      for (const file of files) {
        setCurrent(file.name)
        try {
          const uid = uidOf(`${ownerUid} ${file.name} ${file.size} ${file.lastModified}`)
          const saved = await uploadFile(file, { uid, ownerUid }, abort.current.signal)
          undoable(t('attachments.attached', { name: file.name }), saved.batchId)
        } catch (error) {
          if (abort.current.signal.aborted) return
          throw error
        }
      }
    },
    onSettled: () => setCurrent(null),
  })
  return { attach: upload.mutate, current, cancel: () => abort.current?.abort() }
}

/** Takes dropped files; `over` is true while files are dragged over it. */
function useDropZone(onFiles: (files: File[]) => void) {
  const [over, setOver] = useState(false)
  const hasFiles = (event: DragEvent) => event.dataTransfer.types.includes('Files')
  return {
    'data-over': over,
    onDragOver: (event: DragEvent) => {
      if (!hasFiles(event)) return
      event.preventDefault()
      setOver(true)
    },
    onDragLeave: (event: DragEvent) => {
      if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false)
    },
    onDrop: (event: DragEvent) => {
      if (!hasFiles(event)) return
      event.preventDefault()
      setOver(false)
      onFiles([...event.dataTransfer.files])
    },
  }
}

/** The files of an item: dropped or chosen, downloaded, renamed, removed with undo. */
export function AttachmentsField({ ownerUid }: { ownerUid: string }) {
  const { t } = useTranslation('common')
  const { query } = useApi()
  const files = useQuery(query.attachments.list.queryOptions({ input: { ownerUid } }))
  const { attach, current, cancel } = useUpload(ownerUid)
  const zone = useDropZone(attach)
  const addButton = useRef<HTMLButtonElement>(null)
  return (
    <section aria-label={t('attachments.title')} className={classes.zone} {...zone}>
      <SectionTitle
        title={t('attachments.title')}
        aside={
          <FileButton multiple onChange={attach}>
            {(props) => (
              <Button
                {...props}
                ref={addButton}
                size="compact-sm"
                variant="subtle"
                leftSection={<IconPaperclip size={15} />}
              >
                {t('attachments.add')}
              </Button>
            )}
          </FileButton>
        }
      />
      {files.data && files.data.length > 0 && (
        <ul className={classes.files}>
          {files.data.map((file) => (
            <FileRow key={file.uid} file={file} onRemoved={() => addButton.current?.focus()} />
          ))}
        </ul>
      )}
      {current !== null && (
        <Group gap="xs" mt={6} role="status">
          <Loader size={14} />
          <Text size="sm">{t('attachments.running', { name: current })}</Text>
          <Button size="compact-xs" variant="subtle" onClick={cancel}>
            {t('action.cancel')}
          </Button>
        </Group>
      )}
      {files.data && (
        <Text size="sm" c="dimmed" mt={files.data.length > 0 ? 4 : 0}>
          {t(files.data.length > 0 ? 'attachments.more' : 'attachments.none')}
        </Text>
      )}
    </section>
  )
}

function FileRow({ file, onRemoved }: { file: Attachment; onRemoved: () => void }) {
  const { t } = useTranslation('common')
  const { client } = useApi()
  const format = useFormat()
  const undoable = useUndoable()
  const address = useDownloadAddress(attachmentAddress(file))
  const [renaming, setRenaming] = useState(false)
  const renameButton = useFocusReturn<HTMLButtonElement>(renaming)
  const remove = useMutation({
    mutationFn: () => client.attachments.remove({ uid: file.uid }),
    onSuccess: (saved) => {
      undoable(t('done.removed', { title: file.name }), saved.batchId)
      onRemoved()
    },
  })
  if (renaming)
    return (
      <li>
        <RenameFile file={file} onDone={() => setRenaming(false)} />
      </li>
    )
  return (
    <li className={classes.file}>
      <a href={address} download={file.name} className={classes.name}>
        {file.name}
      </a>
      <span className={classes.size}>{format.fileSize(file.size)}</span>
      <Group gap={0} wrap="nowrap">
        <ActionIcon
          ref={renameButton}
          variant="subtle"
          color="gray"
          aria-label={t('attachments.rename', { name: file.name })}
          onClick={() => setRenaming(true)}
        >
          <IconPencil size={16} />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('attachments.remove', { name: file.name })}
          onClick={() => remove.mutate()}
        >
          <IconX size={16} />
        </ActionIcon>
      </Group>
    </li>
  )
}

/** Enter or leaving the field renames the file, Escape keeps its name. */
function RenameFile({ file, onDone }: { file: Attachment; onDone: () => void }) {
  const { t } = useTranslation('common')
  const { client } = useApi()
  const undoable = useUndoable()
  const [name, setName] = useState(file.name)
  const rename = useMutation({
    mutationFn: () => client.attachments.rename({ uid: file.uid, name }),
    onSuccess: (saved) => {
      undoable(t('done.updated', { title: name }), saved.batchId)
      onDone()
    },
  })
  const finish = () => {
    if (rename.isPending) return
    if (name.trim() === '' || name === file.name) onDone()
    else rename.mutate()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') finish()
    if (event.key !== 'Escape') return
    event.preventDefault()
    onDone()
  }
  return (
    <TextInput
      size="xs"
      my={3}
      maxLength={255}
      aria-label={t('attachments.name')}
      ref={(input) => input?.focus()}
      value={name}
      onChange={(event) => setName(event.currentTarget.value)}
      onBlur={finish}
      onKeyDown={onKeyDown}
    />
  )
}
