import { useTranslation } from 'react-i18next'
import { RowMenu } from '#renderer/fields/row-menu.tsx'
import type { Selection } from '#renderer/lib/selection.ts'
import type { Point } from '#renderer/ui/table-types.ts'
import type { ActivityLine } from '#shared/contract/journal.ts'
import { useKindChoices } from './use-kind-choices.ts'
import type { LineChoice } from './use-line-choice.ts'
import type { LineWrites } from './use-line-writes.ts'

/** The entry whose menu is open, and the place of the menu. */
export interface OpenMenu {
  line: ActivityLine
  row: number
  at: Point
}

interface LineMenuProps {
  menu: OpenMenu | null
  choice: LineChoice
  writes: LineWrites
  selection: Selection
  onClose: () => void
}

/** The menu of an entry; if the entry is selected, it acts on all selected ones. */
export function LineMenu({ menu, choice, writes, selection, onClose }: LineMenuProps) {
  const { t } = useTranslation('common')
  const choices = useKindChoices()
  const { uid = '', title = '' } = menu?.line ?? {}
  const isChosen = choice.chosen.has(uid)
  const uids = isChosen ? [...choice.chosen] : [uid]
  const isOne = uids.length === 1
  return (
    <RowMenu
      at={menu?.at ?? null}
      title={isOne ? title : t('list.selected', { count: uids.length })}
      isChosen={isChosen}
      choices={choices}
      {...(isOne && { onOpen: () => selection.open(uid), onEdit: () => selection.edit(uid) })}
      onPatch={(patch) => writes.update({ uids, title }, { patch })}
      onChoose={() => (isOne && menu !== null ? choice.toggle(menu.row) : choice.clear())}
      onRemove={() => writes.remove({ uids, title })}
      onClose={onClose}
    />
  )
}
