import { Group, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'

/** A heading inside a page or panel, with a quiet figure or action at its end. */
export function SectionTitle({ title, aside }: { title: string; aside?: ReactNode }) {
  return (
    <Group justify="space-between" align="baseline" mt="lg" mb={6} gap="xs">
      <Title order={3}>{title}</Title>
      {aside && (
        <Text size="sm" c="dimmed" component="div">
          {aside}
        </Text>
      )}
    </Group>
  )
}
