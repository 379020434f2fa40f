import { ActionIcon, Group, Title } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react'
import classes from './panel.module.css'

interface PanelProps {
  title: string
  /** A quiet line above the title: the item's kind. */
  overline?: ReactNode
  actions?: ReactNode
  closeLabel: string
  onClose: () => void
  children: ReactNode
}

/**
 * Whether a key was meant for another element: React also delivers events of overlays that are elsewhere in the
 * document, such as a calendar, and an open list handles Escape itself.
 */
export function belongsToOthers(event: KeyboardEvent): boolean {
  const target = event.target as HTMLElement
  return !event.currentTarget.contains(target) || target.dataset.mantineStopPropagation === 'true'
}

/**
 * The panel of the open item, at the right. Takes the focus when it opens, unless a field inside has it; Escape closes
 * it.
 */
export function Panel({ title, overline, actions, closeLabel, onClose, children }: PanelProps) {
  const frame = useRef<HTMLDivElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (!frame.current?.contains(document.activeElement)) heading.current?.focus({ preventScroll: true })
  }, [])
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.defaultPrevented && !belongsToOthers(event)) onClose()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape is heard here for everything inside
    <div ref={frame} onKeyDown={onKeyDown}>
      <div className={classes.head}>
        <div className={classes.words}>
          {overline && <div style={{ color: 'var(--mantine-color-dimmed)', fontSize: '0.8125rem' }}>{overline}</div>}
          <Title order={2} ref={heading} tabIndex={-1}>
            {title}
          </Title>
        </div>
        <Group gap={4} wrap="nowrap">
          {actions}
          <ActionIcon variant="subtle" color="gray" aria-label={closeLabel} onClick={onClose}>
            <IconX size={18} />
          </ActionIcon>
        </Group>
      </div>
      <div className={classes.body}>{children}</div>
    </div>
  )
}

/** Facts of an item as names and values; rows without a value are left out. */
export function Facts({ rows }: { rows: [name: string, value: ReactNode][] }) {
  return (
    <dl className={classes.facts}>
      {rows
        .filter(([, value]) => value !== null && value !== undefined && value !== '' && value !== false)
        .map(([name, value]) => (
          <FactRow key={name} name={name} value={value} />
        ))}
    </dl>
  )
}

function FactRow({ name, value }: { name: string; value: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  )
}
