import { Button, Group } from '@mantine/core'
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useFailureText } from '#renderer/lib/use-failure-text.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import type { SaveState } from './autosave.ts'

/** Says whether what was typed is stored; "saved" only after that. */
export function SaveStatus({ state, onRetry }: { state: SaveState; onRetry: () => void }) {
  const { t } = useTranslation('reviews')
  const format = useFormat()
  const failureText = useFailureText()
  if (state.kind === 'failed')
    return (
      <Group gap="xs" role="alert" c="var(--kurs-bad)">
        <IconAlertTriangle size={16} aria-hidden />
        <span>{`${t('save.failed')}. ${failureText(state.error)}`}</span>
        <Button size="compact-xs" variant="default" onClick={onRetry}>
          {t('save.retry')}
        </Button>
      </Group>
    )
  if (state.kind === 'conflict')
    return (
      <Group gap="xs" role="status" c="var(--kurs-warn)">
        <IconAlertTriangle size={16} aria-hidden />
        {t('save.conflict')}
      </Group>
    )
  const words = () => {
    if (state.kind !== 'saved') return t(`save.${state.kind}`)
    return state.at === null ? t('save.saved') : t('save.savedAt', { time: format.time(state.at) })
  }
  return (
    <Group gap={4} component="span" role="status">
      {state.kind === 'saved' && <IconCheck size={14} aria-hidden />}
      {words()}
    </Group>
  )
}
