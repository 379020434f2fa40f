import { Button, Tooltip } from '@mantine/core'
import { IconLink } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { BulkBar } from '#renderer/fields/bulk-bar.tsx'
import { ItemPicker } from '#renderer/fields/item-picker.tsx'
import { useApi } from '#renderer/lib/api.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { MANY } from '#shared/contract/base.ts'
import { SUBJECT_TYPES } from './subject-types.ts'
import { useKindChoices } from './use-kind-choices.ts'
import type { LineChoice } from './use-line-choice.ts'
import type { LineWrites } from './use-line-writes.ts'

interface JournalBulkBarProps {
  choice: LineChoice
  /** Entries that the filter finds. */
  count: number
  writes: LineWrites
  onLeave: () => void
}

/** The button can be focused although it is disabled, and says why. */
const NOT_POSSIBLE = { 'aria-disabled': true, 'data-disabled': true } as const

/** Actions on all selected entries: kind, tags, subject, deletion. */
export function JournalBulkBar({ choice, count, writes, onLeave }: JournalBulkBarProps) {
  const { t } = useTranslation('journal')
  const { query } = useApi()
  const format = useFormat()
  const lines = { uids: [...choice.chosen], title: '' }
  const known = useQuery(query.journal.tags.queryOptions({ input: {} }))
  const present = useQuery({
    ...query.journal.tags.queryOptions({ input: { of: lines.uids } }),
    placeholderData: keepPreviousData,
  })
  return (
    <BulkBar
      count={lines.uids.length}
      choices={useKindChoices()}
      tags={{ present: present.data ?? [], known: known.data ?? [] }}
      onPatch={(patch) => writes.update(lines, { patch })}
      onTags={(tags) => writes.update(lines, { patch: {}, tags })}
      onRemove={() => writes.remove(lines)}
      onClear={choice.clear}
      onLeave={onLeave}
    >
      <ItemPicker
        label={t('linkTo')}
        icon={<IconLink size={16} />}
        size="compact-md"
        types={SUBJECT_TYPES}
        onPick={(uid) => writes.update(lines, { patch: {}, links: { add: [uid] } })}
      />
      {lines.uids.length < count && (
        <Tooltip
          label={t('tooMany', { limit: format.number(MANY) })}
          events={{ hover: true, focus: true, touch: true }}
          multiline
          w={280}
          disabled={count <= MANY}
        >
          <Button variant="subtle" size="compact-md" onClick={choice.all} {...(count > MANY && NOT_POSSIBLE)}>
            {t('chooseAll', { lines: format.number(count) })}
          </Button>
        </Tooltip>
      )}
    </BulkBar>
  )
}
