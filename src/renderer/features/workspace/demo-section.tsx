import { Button, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useOpenDemo } from '#renderer/lib/demo.ts'
import { useWorkspace } from '#renderer/lib/workspace.ts'
import { SectionTitle } from '#renderer/ui/section.tsx'

/** The way to the demo, where it can be opened from here. */
export function DemoSection() {
  const { t } = useTranslation('workspace')
  const { canOpenDemo } = useWorkspace()
  const { open, isOpening } = useOpenDemo()
  if (!canOpenDemo) return null
  return (
    <section>
      <SectionTitle title={t('demo.title')} />
      <Text size="sm">{t('demo.text')}</Text>
      <Button size="compact-sm" variant="default" mt="xs" loading={isOpening} onClick={open}>
        {t('command.demo')}
      </Button>
    </section>
  )
}
