import { Alert, Radio, Stack } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import type { ReactNode, Ref } from 'react'
import { useTranslation } from 'react-i18next'
import type { Choice } from '#renderer/lib/conflicts.ts'
import classes from './conflict-choice.module.css'

interface ConflictNoteProps {
  ref?: Ref<HTMLDivElement>
  children: ReactNode
}

/** Frame of the choices to be made; screen readers announce it when it appears. */
export function ConflictNote({ ref, children }: ConflictNoteProps) {
  const { t } = useTranslation('common')
  return (
    <Alert
      {...(ref && { ref })}
      variant="light"
      color="yellow"
      p="xs"
      mt="xs"
      role="alert"
      icon={<IconAlertTriangle size={18} />}
      title={t('conflict.title')}
      classNames={{ title: classes.title ?? '' }}
    >
      {children}
    </Alert>
  )
}

interface ConflictChoiceProps {
  /** Label of the field. */
  label: string
  /** The possible choices, each with its text if it can be shown. */
  options: readonly (readonly [choice: Choice, text: string | null])[]
  value: Choice | null
  onChange: (choice: Choice) => void
  /** Saving was attempted without a choice. */
  isMissing?: boolean
}

/** What to keep of a field that was changed here and in another window; chosen with the arrow keys or by a click. */
export function ConflictChoice({ label, options, value, onChange, isMissing = false }: ConflictChoiceProps) {
  const { t } = useTranslation('common')
  return (
    <Radio.Group
      label={label}
      value={value}
      onChange={(choice) => onChange(choice as Choice)}
      error={isMissing && t('conflict.missing')}
    >
      <Stack gap={6} mt={4} pl={4}>
        {options.map(([choice, text]) => (
          <Radio
            key={choice}
            value={choice}
            size="sm"
            label={t(`conflict.${choice}`)}
            aria-invalid={isMissing}
            description={text !== null && <span className={classes.text}>{text}</span>}
          />
        ))}
      </Stack>
    </Radio.Group>
  )
}
