import { Combobox, Group, Text, useCombobox, VisuallyHidden } from '@mantine/core'
import type { ReactElement, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#renderer/lib/use-format.ts'
import type { Offer } from '#shared/domain/capture/quick-add-suggest.ts'
import { tellApart } from './tell-apart.ts'
import type { Suggestions } from './use-suggestions.ts'

interface SuggestionListProps {
  suggestions: Suggestions
  /** Renders the field: `children` gets the marker of the place in the line and a function that wraps the field. */
  children: (parts: { anchor: ReactNode; asTarget: (field: ReactElement) => ReactNode }) => ReactNode
}

/**
 * Suggestions below the mark being typed. The focus stays in the field, which names the active suggestion to screen
 * readers.
 */
export function SuggestionList({ suggestions, children }: SuggestionListProps) {
  const { t } = useTranslation(['journal', 'vocabulary'])
  const format = useFormat()
  const { offers, active, idOf, take } = suggestions
  const isOpen = offers.length > 0
  const combobox = useCombobox({ opened: isOpen })
  const wordOf = ({ type, role, isOpen }: Offer) => {
    if (type === 'tag') return t('capture.to.tag')
    const word = role ? t(`vocabulary:personRole.${role}`) : t(`vocabulary:itemType.${type}`)
    return isOpen ? word : t('capture.suggest.notOpen', { type: word })
  }
  const words = tellApart(
    offers.map((offer) => ({ title: format.text(offer.title), word: wordOf(offer), more: offer.work })),
  )
  const activeId = isOpen && active >= 0 ? { 'aria-activedescendant': idOf(active) } : {}
  return (
    <Combobox
      store={combobox}
      onOptionSubmit={(place) => take(Number(place))}
      width={340}
      position="bottom-start"
      resetSelectionOnOptionHover={false}
    >
      {children({
        anchor: (
          <Combobox.DropdownTarget>
            <span />
          </Combobox.DropdownTarget>
        ),
        asTarget: (field) => (
          <Combobox.EventsTarget
            withKeyboardNavigation={false}
            withAriaAttributes={isOpen}
            withExpandedAttribute
            {...activeId}
          >
            {field}
          </Combobox.EventsTarget>
        ),
      })}
      <VisuallyHidden role="status">{isOpen && t('capture.suggest.count', { count: offers.length })}</VisuallyHidden>
      <Combobox.Dropdown>
        <Combobox.Options aria-label={t('capture.suggest.title')}>
          {offers.map((offer, place) => (
            <Combobox.Option
              key={`${offer.uid} ${offer.names[0]}`}
              id={idOf(place)}
              value={String(place)}
              selected={place === active}
              aria-selected={place === active}
            >
              <OfferRow offer={offer} word={words[place] ?? ''} />
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}

function OfferRow({ offer: { title, type, sign }, word }: { offer: Offer; word: string }) {
  const format = useFormat()
  return (
    <Group justify="space-between" gap="xs" wrap="nowrap">
      <Text size="sm" truncate>
        {type === 'tag' ? sign + format.text(title) : format.text(title)}
      </Text>
      <Text size="xs" c="inherit" ta="right" flex="none" maw="65%">
        {word}
      </Text>
    </Group>
  )
}
