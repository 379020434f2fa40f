import { Alert, Button, Center, Loader, Stack, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'

interface EmptyStateProps {
  icon?: ReactNode
  title: string
  text: string
  action?: ReactNode
  /** Ideas to begin with, below the first action. */
  ideas?: ReactNode
}

/** Guidance on an empty page: what goes here, why it is useful, and the first action. */
export function EmptyState({ icon, title, text, action, ideas }: EmptyStateProps) {
  return (
    <Stack align="center" p="xl">
      <Center mih={320 - 2 * 32}>
        <Stack align="center" gap="sm" maw={460} ta="center">
          {icon && <div style={{ color: 'var(--kurs-accent-text)' }}>{icon}</div>}
          <Title order={2}>{title}</Title>
          <Text c="dimmed">{text}</Text>
          {action}
        </Stack>
      </Center>
      {ideas && <div style={{ width: '100%', maxWidth: 640 }}>{ideas}</div>}
    </Stack>
  )
}

/** Shown only if loading takes a while, because short waits would flicker. */
export function LoadingState({ label }: { label: string }) {
  return (
    <Center mih={160}>
      <Loader role="status" aria-label={label} size="sm" />
    </Center>
  )
}

interface ErrorStateProps {
  title: string
  text: string
  retryLabel: string
  onRetry: () => void
}

/** What happened, what is safe, what to do next. */
export function ErrorState({ title, text, retryLabel, onRetry }: ErrorStateProps) {
  return (
    <Alert color="red" variant="light" title={title} my="md" role="alert">
      <Stack align="flex-start" gap="sm">
        <Text size="sm">{text}</Text>
        <Button variant="default" onClick={onRetry}>
          {retryLabel}
        </Button>
      </Stack>
    </Alert>
  )
}
