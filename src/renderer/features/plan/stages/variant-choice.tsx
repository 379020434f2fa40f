import { Radio, Stack } from '@mantine/core'
import { useFormat } from '#renderer/lib/use-format.ts'
import type { LocalText } from '#shared/model/common.ts'

interface VariantChoiceProps {
  label: string
  description?: string
  variants: readonly { key: string; title: LocalText; meaning: LocalText }[]
  value: string | null
  onChange: (variant: string) => void
}

/** The choice of a variant: each with the sentence that helps to choose. */
export function VariantChoice({ label, description, variants, value, onChange }: VariantChoiceProps) {
  const format = useFormat()
  return (
    <Radio.Group label={label} description={description} value={value} onChange={onChange}>
      <Stack gap="xs" mt="xs">
        {variants.map(({ key, title, meaning }) => (
          <Radio key={key} value={key} label={format.text(title)} description={format.text(meaning)} />
        ))}
      </Stack>
    </Radio.Group>
  )
}
