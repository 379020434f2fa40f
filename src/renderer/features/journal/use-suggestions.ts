import { type KeyboardEvent, useId, useMemo, useState } from 'react'
import { hasModifier } from '#renderer/lib/keys.ts'
import {
  findOpenMark,
  isSettled,
  isUnfinished,
  type Offer,
  type OfferIndex,
  type OpenMark,
  offersFor,
  takeOffer,
} from '#shared/domain/capture/quick-add-suggest.ts'
import type { LineDraft } from './quick-add-line.ts'

/** The list of suggestions at a mark, as the field of the line shows it. */
export interface Suggestions {
  /** Null if nothing is suggested. */
  mark: OpenMark | null
  offers: readonly Offer[]
  /** The suggestion that Enter takes; -1 = none yet, because the mark may be meant as typed. */
  active: number
  idOf: (index: number) => string
  take: (index: number) => void
  /** The caret and the text it is in; null if the field has no focus. */
  onCaret: (caret: number | null, text: string) => void
}

/** What is offered for the mark at the caret. */
function useOffers(text: string, caret: number | null, closedAt: number | null, index: OfferIndex | null) {
  return useMemo(() => {
    const mark = caret === null ? null : findOpenMark(text, caret)
    if (mark === null || index === null || mark.start === closedAt) return null
    const offers = offersFor(mark, index)
    const settled = isSettled(mark, index)
    // A mark that can have only one meaning needs no list.
    return offers.length === 0 || (settled && offers.length === 1) ? null : { mark, offers, settled, index }
  }, [text, caret, closedAt, index])
}

/**
 * Suggestions while a mark is typed. The names are loaded already, so a key only filters them. Tab takes the first
 * suggestion or the one chosen with the arrows. Enter takes the chosen one, or the only one if the mark means nothing
 * as typed. Escape closes the list until another mark is begun.
 */
export function useSuggestions(
  line: LineDraft,
  index: OfferIndex | null,
  onTake: (line: LineDraft, caret: number) => void,
): Suggestions & { onKeyDown: (event: KeyboardEvent) => boolean } {
  const id = useId()
  const [caret, setCaret] = useState<number | null>(null)
  const [closedAt, setClosedAt] = useState<number | null>(null)
  const [moved, setMoved] = useState({ at: '', active: 0 })
  const open = useOffers(line.text, caret, closedAt, index)
  const at = open === null ? '' : `${open.mark.start} ${open.mark.query}`
  const active =
    moved.at === at ? moved.active : open !== null && isUnfinished(open.mark, open.offers, open.index) ? 0 : -1
  const onCaret = (next: number | null, text: string) => {
    setCaret(next)
    if (next !== null && findOpenMark(text, next)?.start !== closedAt) setClosedAt(null)
  }
  const take = (place: number) => {
    const offer = open?.offers[place]
    if (open === null || offer === undefined) return
    const { text, caret: end, meant } = takeOffer(line, open.mark, offer, open.index)
    setCaret(end)
    const without = line.without.filter((uid) => uid !== offer.uid)
    onTake({ ...line, text, without, meant }, end)
  }
  const onKeyDown = (event: KeyboardEvent): boolean => {
    if (open === null || hasModifier(event)) return false
    const { length } = open.offers
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined)
      setMoved({ at, active: active < 0 && step < 0 ? length - 1 : (active + step + length) % length })
    else if (event.key === 'Escape') setClosedAt(open.mark.start)
    else if (event.key === 'Enter' && active >= 0) take(active)
    else if (event.key === 'Tab' && (active >= 0 || !open.settled)) take(Math.max(0, active))
    else return false
    event.preventDefault()
    return true
  }
  return {
    mark: open?.mark ?? null,
    offers: open?.offers ?? [],
    active,
    idOf: (place) => `${id}-${place}`,
    take,
    onCaret,
    onKeyDown,
  }
}
