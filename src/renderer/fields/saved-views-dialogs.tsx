import { ActionIcon, Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core'
import { IconPencil, IconReplace, IconTrash } from '@tabler/icons-react'
import { type FormEvent, type KeyboardEvent, type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '#renderer/lib/api.ts'
import { newUid } from '#renderer/lib/new-uid.ts'
import { useFocusReturn } from '#renderer/lib/use-focus-return.ts'
import { useFieldMessage } from '#renderer/lib/use-item-form.ts'
import { useRemove } from '#renderer/lib/use-item-mutations.ts'
import { type SavedView, useViewWrites } from '#renderer/lib/use-saved-views.ts'
import { isPlainView, isSameView } from '#renderer/lib/view-query.ts'
import { TITLE_LIMIT } from '#shared/model/common.ts'
import type { ViewQuery } from '#shared/model/saved-view.ts'
import classes from './saved-views.module.css'

interface DialogProps {
  page: string
  /** The views of the page. */
  views: SavedView[]
  /** What the list shows now. */
  query: ViewQuery
  onClose: () => void
}

function Dialog({ title, onClose, children }: { title: string; onClose: () => void; children: ReactNode }) {
  const { t } = useTranslation('common')
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      yOffset="14vh"
      // The button of the menu takes the focus, whichever way this is closed.
      returnFocus={false}
      transitionProps={{ duration: 0 }}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      {children}
    </Modal>
  )
}

/** Why a view cannot have a name; null = it can. */
function useNameProblem(views: SavedView[]): (name: string, self?: SavedView) => string | null {
  const { t } = useTranslation('views')
  const message = useFieldMessage()
  return (name, self) => {
    if (name.trim() === '') return message('title.empty')
    return views.some((view) => view !== self && view.title === name.trim()) ? t('nameTaken') : null
  }
}

interface KeepViewDialogProps extends DialogProps {
  words: string[]
  movingPeriod?: string | undefined
}

/** Asks what the present view is to be called. */
export function KeepViewDialog({ page, views, query, words, movingPeriod, onClose }: KeepViewDialogProps) {
  const { t } = useTranslation(['views', 'common'])
  const { keep } = useViewWrites(page)
  const problemOf = useNameProblem(views)
  const [uid] = useState(newUid)
  const [name, setName] = useState(() => words.join(', ').slice(0, TITLE_LIMIT))
  const [problem, setProblem] = useState<string | null>(null)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const found = problemOf(name)
    setProblem(found)
    if (found !== null || keep.isPending) return
    keep.mutate({ uid, title: name.trim(), query }, { onSuccess: onClose })
  }
  return (
    <Dialog title={t('keepTitle')} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <TextInput
            label={t('name')}
            data-autofocus
            maxLength={TITLE_LIMIT}
            value={name}
            error={problem}
            onFocus={(event) => event.currentTarget.select()}
            onChange={(event) => {
              setName(event.currentTarget.value)
              setProblem(null)
            }}
          />
          <Text size="sm" c="dimmed">
            {t('keepHint')} {movingPeriod !== undefined && t('keepHintPeriod', { period: movingPeriod })}
          </Text>
          <Group justify="flex-end">
            <Button type="submit" loading={keep.isPending}>
              {t('common:action.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}

interface ChangeViewsDialogProps extends DialogProps {
  onOpen: (view: SavedView) => void
}

/** The views of a list: opened, renamed, replaced by what is shown, removed. */
export function ChangeViewsDialog({ page, views, query, onOpen, onClose }: ChangeViewsDialogProps) {
  const { t } = useTranslation('views')
  return (
    <Dialog title={t('changeTitle')} onClose={onClose}>
      {views.length === 0 && <Text size="sm">{t('none')}</Text>}
      <ul className={classes.views}>
        {views.map((view) => (
          <ViewRow key={view.uid} {...{ page, views, query, view }} onOpen={() => onOpen(view)} />
        ))}
      </ul>
    </Dialog>
  )
}

interface ViewRowProps extends Omit<DialogProps, 'onClose'> {
  view: SavedView
  onOpen: () => void
}

function ViewRow({ page, views, query, view, onOpen }: ViewRowProps) {
  const { t } = useTranslation(['views', 'common'])
  const { client } = useApi()
  const { replace } = useViewWrites(page)
  const remove = useRemove(
    (uid) => client.savedViews.remove({ uid }),
    () => {},
  )
  const [renaming, setRenaming] = useState(false)
  const renameButton = useFocusReturn<HTMLButtonElement>(renaming)
  if (renaming)
    return (
      <li>
        <RenameView {...{ page, views, view }} onDone={() => setRenaming(false)} />
      </li>
    )
  const { title } = view
  const isShown = isSameView(view.query, query)
  const actions = [
    { label: t('rename'), icon: <IconPencil size={16} />, run: () => setRenaming(true), ref: renameButton },
    {
      label: t('replace'),
      icon: <IconReplace size={16} />,
      run: () => replace.mutate({ view, query }),
      disabled: isShown || isPlainView(query),
    },
    { label: t('common:action.remove'), icon: <IconTrash size={16} />, run: () => remove.mutate(view) },
  ]
  return (
    <li className={classes.view}>
      <button type="button" className={classes.name} aria-current={isShown} onClick={onOpen}>
        {title}
      </button>
      <Group gap={0} wrap="nowrap">
        {actions.map(({ label, icon, run, ref, disabled = false }) => (
          <ActionIcon
            key={label}
            {...(ref && { ref })}
            variant="subtle"
            color="gray"
            aria-label={`${label}: ${title}`}
            title={label}
            disabled={disabled}
            onClick={run}
          >
            {icon}
          </ActionIcon>
        ))}
      </Group>
    </li>
  )
}

/** Enter or leaving the field renames, Escape leaves the name as it is. */
function RenameView({
  page,
  views,
  view,
  onDone,
}: Pick<ViewRowProps, 'page' | 'views' | 'view'> & { onDone: () => void }) {
  const { t } = useTranslation('views')
  const { rename } = useViewWrites(page)
  const problemOf = useNameProblem(views)
  const [name, setName] = useState(view.title)
  const [problem, setProblem] = useState<string | null>(null)
  const finish = () => {
    if (rename.isPending) return
    if (name.trim() === '' || name.trim() === view.title) return onDone()
    const found = problemOf(name, view)
    setProblem(found)
    if (found === null) rename.mutate({ view, title: name.trim() }, { onSuccess: onDone })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') finish()
    if (event.key === 'Escape') onDone()
  }
  return (
    <TextInput
      size="xs"
      my={3}
      maxLength={TITLE_LIMIT}
      aria-label={t('name')}
      // Escape is for this field, not for the dialog around it.
      data-mantine-stop-propagation="true"
      autoFocus
      value={name}
      error={problem}
      onChange={(event) => setName(event.currentTarget.value)}
      onBlur={finish}
      onKeyDown={onKeyDown}
    />
  )
}
