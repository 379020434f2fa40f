import { Badge } from '@mantine/core'

/** Meaning of a state; always shown as a word too, not by colour alone. */
export type Tone = 'neutral' | 'active' | 'good' | 'warn' | 'bad'

const COLORS: Record<Tone, string> = { neutral: 'gray', active: 'petrol', good: 'green', warn: 'orange', bad: 'red' }
const INK: Record<Tone, string> = {
  neutral: 'var(--mantine-color-dimmed)',
  active: 'var(--kurs-accent-text)',
  good: 'var(--kurs-good)',
  warn: 'var(--kurs-warn)',
  bad: 'var(--kurs-bad)',
}

/** A state as a word on a quiet background. */
export function StatusBadge({ tone, label }: { tone: Tone; label: string }) {
  return (
    <Badge
      variant="light"
      color={COLORS[tone]}
      tt="none"
      fw={500}
      radius="sm"
      miw="max-content"
      styles={{ label: { color: INK[tone] } }}
    >
      {label}
    </Badge>
  )
}
