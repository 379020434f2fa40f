import { Group, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { Markdown } from './markdown.tsx'

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

/** A text of the user under its heading; nothing at all where it is empty. */
export function MarkdownSection({ title, text }: { title: string; text: string }) {
  if (text.trim() === '') return null
  return (
    <section>
      <SectionTitle title={title} />
      <Markdown text={text} />
    </section>
  )
}
