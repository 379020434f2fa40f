import { Alert, Button, Code, CopyButton, Group, Select, Stack, Text, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '#renderer/lib/api.ts'
import { useWorkspace } from '#renderer/lib/workspace.ts'
import { Page } from '#renderer/ui/page.tsx'
import { SectionTitle } from '#renderer/ui/section.tsx'
import type { Settings } from '#shared/contract/workspace.ts'
import { BackupsSection } from './backups-section.tsx'
import { DemoSection } from './demo-section.tsx'

/** Preferences, the place of the data, backups; `children` are the sections of other features. */
export function SettingsPage({ children }: { children?: ReactNode }) {
  const { t } = useTranslation('workspace')
  return (
    <Page title={t('title')}>
      <Stack maw={860} gap={0}>
        <AppearanceSection />
        <FolderSection />
        <div id="backups">
          <BackupsSection />
        </div>
        {children}
        <DemoSection />
      </Stack>
    </Page>
  )
}

function AppearanceSection() {
  const { t } = useTranslation('workspace')
  const { client } = useApi()
  const { settings } = useWorkspace()
  const save = useMutation({ mutationFn: (patch: Partial<Settings>) => client.workspace.saveSettings(patch) })
  return (
    <section>
      <SectionTitle title={t('appearance.title')} />
      <Group align="flex-start" gap="md">
        <Select
          label={t('appearance.language')}
          allowDeselect={false}
          data={[
            { value: 'ru', label: 'Русский' },
            { value: 'en', label: 'English' },
          ]}
          value={settings.language}
          onChange={(language) => save.mutate({ language: language as Settings['language'] })}
        />
        <Select
          label={t('appearance.theme')}
          allowDeselect={false}
          data={(['system', 'light', 'dark'] as const).map((value) => ({ value, label: t(`appearance.${value}`) }))}
          value={settings.theme}
          onChange={(theme) => save.mutate({ theme: theme as Settings['theme'] })}
        />
        <Select
          label={t('appearance.weekStart')}
          allowDeselect={false}
          data={[
            { value: '1', label: t('appearance.monday') },
            { value: '0', label: t('appearance.sunday') },
          ]}
          value={String(settings.weekStartsOn)}
          onChange={(day) => save.mutate({ weekStartsOn: day === '0' ? 0 : 1 })}
        />
        <CurrencyField saved={settings.currency} onSave={(currency) => save.mutate({ currency })} />
      </Group>
    </section>
  )
}

function CurrencyField({ saved, onSave }: { saved: string; onSave: (currency: string) => void }) {
  const { t } = useTranslation(['workspace', 'errors'])
  const [typed, setTyped] = useState(saved)
  const valid = /^[A-Z]{3}$/.test(typed)
  return (
    <TextInput
      label={t('appearance.currency')}
      description={t('appearance.currencyHint')}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      maxLength={3}
      value={typed}
      error={valid ? undefined : t('errors:field.currency.invalid' as 'errors:field.other')}
      onChange={(event) => setTyped(event.currentTarget.value.toUpperCase())}
      onBlur={() => valid && typed !== saved && onSave(typed)}
    />
  )
}

function FolderSection() {
  const { t } = useTranslation(['workspace', 'common'])
  const { client } = useApi()
  const { dir, version, demo, canOpenFolder } = useWorkspace()
  const open = useMutation({ mutationFn: () => client.workspace.openFolder({}) })
  return (
    <section>
      <SectionTitle title={t('folder.title')} aside={t('folder.version', { version })} />
      {demo && (
        <Alert variant="light" mb="sm">
          {t('folder.demo')}
        </Alert>
      )}
      <Text size="sm">{t('folder.text')}</Text>
      <Group mt="xs" gap="sm">
        <Code style={{ overflowWrap: 'anywhere' }}>{dir}</Code>
        <CopyButton value={dir}>
          {({ copied, copy }) => (
            <Button size="compact-sm" variant="default" onClick={copy}>
              {copied ? t('folder.copied') : t('common:action.copy')}
            </Button>
          )}
        </CopyButton>
        {canOpenFolder && (
          <Button size="compact-sm" variant="default" onClick={() => open.mutate()}>
            {t('folder.open')}
          </Button>
        )}
      </Group>
      <Text size="sm" c="dimmed" mt="xs">
        {t('folder.move')}
      </Text>
    </section>
  )
}
