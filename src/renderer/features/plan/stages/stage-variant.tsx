import { Anchor, Modal, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useApi } from '#renderer/lib/api.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { lazyPart } from '#renderer/ui/lazy-part.tsx'

const VariantForm = lazyPart(async () => (await import('./variant-form.tsx')).VariantForm)

/** The variant of this stage, if its template offers several, and a way to take another. */
export function StageVariant({ stageUid }: { stageUid: string }) {
  const { t } = useTranslation(['plan', 'common'])
  const { query } = useApi()
  const format = useFormat()
  const [opened, { open, close }] = useDisclosure()
  const { data = [] } = useQuery(query.plan.variants.queryOptions({ input: { stageUid } }))
  const chosen = data.find((variant) => variant.chosen)
  if (chosen === undefined) return null
  return (
    <Text size="sm" mt="xs">
      <strong>{t('variant.line', { title: format.text(chosen.title) })}</strong> {format.text(chosen.meaning)}{' '}
      <Anchor component="button" type="button" size="sm" onClick={open}>
        {t('variant.change')}
      </Anchor>
      <Modal
        opened={opened}
        onClose={close}
        title={t('variant.title')}
        closeButtonProps={{ 'aria-label': t('common:action.close') }}
        size="lg"
      >
        <VariantForm stageUid={stageUid} variants={data} onClose={close} />
      </Modal>
    </Text>
  )
}
