import { Button, SegmentedControl, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { QueryGate } from '#renderer/fields/query-gate.tsx'
import { useDraftBox } from '#renderer/lib/draft-box.ts'
import { toFailure } from '#renderer/lib/failures.ts'
import { useNewUids } from '#renderer/lib/new-uid.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useKeepFocus } from '#renderer/lib/use-keep-focus.ts'
import { SectionTitle } from '#renderer/ui/section.tsx'
import type { LoadEntry } from '#shared/contract/load.ts'
import { addWeeks } from '#shared/domain/calendar/monday-weeks.ts'
import { countLooked, offeredWeek } from '#shared/domain/load/load-weeks.ts'
import { nearestParts, type Parts, type Shares, toShares } from '#shared/domain/load/split.ts'
import type { Day } from '#shared/model/common.ts'
import { LOAD_PARTS, type LoadPart, PartChoice } from '#shared/model/load.ts'
import classes from './load.module.css'
import { PaceNote } from './pace-note.tsx'
import { SplitBar } from './split-bar.tsx'
import { SplitRows } from './split-rows.tsx'
import { useLoadEntries, useSaveWeek, useShareWords, useWeeks } from './use-load.ts'
import { WeekMore } from './week-more.tsx'

/** The second half of the weekly check-in: where the time went, in three clicks. */
export function WeekSection() {
  const { t } = useTranslation('load')
  const entries = useLoadEntries()
  const { present } = useWeeks()
  return (
    <section id="load" className={classes.section}>
      <SectionTitle title={t('week.title')} aside={<Link to="/load">{t('week.toLoad')}</Link>} />
      <PaceNote />
      <QueryGate query={entries}>{(all) => <LookAt key={present} entries={all} present={present} />}</QueryGate>
    </section>
  )
}

/** Which of the two offered weeks to fill in, and how many recent weeks were filled in. */
function LookAt({ entries, present }: { entries: LoadEntry[]; present: Day }) {
  const { t } = useTranslation('load')
  const format = useFormat()
  const { days } = useWeeks()
  const looked = new Set(entries.map(({ week }) => week))
  // Decided once: the week just filled in stays on the screen, so that more can be added.
  const [week, setWeek] = useState(() => offeredWeek(looked, present))
  const last = addWeeks(present, -1)
  const labelOf = (which: 'last' | 'present', { start, end }: { start: Day; end: Day }) =>
    t(`week.${which}`, { start: format.shortDay(start), end: format.shortDay(end) })
  const isAsked = week === last && !looked.has(last) && looked.size > 0
  return (
    <>
      <SegmentedControl
        size="xs"
        aria-label={t('week.which')}
        data={[
          { value: last, label: labelOf('last', days(last)) },
          { value: present, label: labelOf('present', days(present)) },
        ]}
        value={week}
        onChange={setWeek}
      />
      {isAsked && (
        <Text size="sm" c="dimmed" mt={6}>
          {t('week.notLooked')}
        </Text>
      )}
      <Split key={week} week={week} entries={entries} />
      <LookedAt looked={looked} present={present} />
    </>
  )
}

/** How many weeks were filled in; missed weeks are not counted. */
function LookedAt({ looked, present }: { looked: ReadonlySet<Day>; present: Day }) {
  const { t } = useTranslation('load')
  const { looked: count, of, row } = countLooked(looked, present)
  if (count === 0) return null
  return (
    <Text size="sm" c="dimmed" mt="sm">
      {row >= of
        ? t(row === 1 ? 'week.rowOfOne' : 'week.row', { count: row })
        : t('week.looked', { looked: count, of })}
    </Text>
  )
}

const isComplete = (parts: Partial<Parts>): parts is Parts => LOAD_PARTS.every((part) => parts[part] !== undefined)
const Answer = PartChoice.optional()
const Answers = z.strictObject({ operations: Answer, learning: Answer, strategy: Answer })

/** Answers that were not saved when the page was left. */
function readAnswers(text: string | null): Partial<Parts> {
  try {
    return text === null ? {} : (Answers.parse(JSON.parse(text)) as Partial<Parts>)
  } catch {
    return {}
  }
}

const isSame = (one: Shares | null, other: Shares) => LOAD_PARTS.every((part) => one?.[part] === other[part])

/** The split of one week: answered row by row, saved once all three rows are answered; later one click changes it. */
function Split({ week, entries }: { week: Day; entries: LoadEntry[] }) {
  const { t } = useTranslation('load')
  const save = useSaveWeek()
  const uidOf = useNewUids()
  const box = useDraftBox()
  const { words, figures } = useShareWords()
  const entry = entries.find((one) => one.week === week) ?? null
  const draftKey = `week-split-${week}`
  /** Answers that are not saved yet. */
  const [draft, setDraft] = useState(() => (entry === null ? readAnswers(box.read(draftKey)) : {}))
  /** The answers given here last, because other answers may mean the same shares. */
  const [told, setTold] = useState<Parts | null>(null)
  const saved = entry && (told !== null && isSame(toShares(told), entry) ? told : nearestParts(entry))
  const parts: Partial<Parts> = { ...saved, ...draft }
  const shares = isComplete(parts) ? toShares(parts) : null
  const keep = (next: Shares) =>
    save.mutate(
      {
        entry,
        uid: uidOf(week),
        week,
        patch: { operations: next.operations, learning: next.learning, strategy: next.strategy },
        asked: performance.now(),
        told: t('saved.split', { shares: words(next) }),
      },
      {
        onSettled: (_saved, error) => {
          // If the host did not answer, the choices stay and the next click tries again.
          if (error !== null && toFailure(error) === null) return
          setDraft({})
          box.keep(draftKey, null)
        },
      },
    )
  const choose = (part: LoadPart, choice: number) => {
    // This answer is saved already; exact percents must not be replaced by it.
    if (draft[part] === undefined && saved?.[part] === choice) return
    const next = { ...parts, [part]: choice }
    setDraft(next)
    if (entry === null) box.keep(draftKey, JSON.stringify(next))
    const made = isComplete(next) ? toShares(next) : null
    if (!isComplete(next) || made === null) return
    setTold(next)
    keep(made)
  }
  const frame = useRef<HTMLDivElement>(null)
  useKeepFocus(frame, entry?.uid ?? '')
  const shown = Object.keys(draft).length > 0 || entry === null ? shares : entry
  return (
    <div ref={frame}>
      <Text size="sm" mt={8}>
        {t('week.ask')}
      </Text>
      <SplitRows parts={parts} onChoose={choose} hearsPage={entry === null && !isComplete(parts)} />
      {isComplete(parts) && shares === null && (
        <Text size="sm" role="status">
          {t('week.nothing')}
        </Text>
      )}
      {shown !== null && <SplitBar shares={shown} />}
      {shown !== null && shown === entry && !isSame(shares, entry) && (
        <Text size="sm" c="dimmed" mt={4}>
          {t('week.exact', { shares: figures(entry) })}
        </Text>
      )}
      {entry === null && <AsBefore week={week} entries={entries} onChoose={keep} />}
      {entry !== null && <WeekMore key={entry.uid} entry={entry} />}
    </div>
  )
}

/** Takes over the split of the week before with one click. */
function AsBefore({
  week,
  entries,
  onChoose,
}: {
  week: Day
  entries: LoadEntry[]
  onChoose: (shares: Shares) => void
}) {
  const { t } = useTranslation('load')
  const { figures } = useShareWords()
  const before = entries.find((one) => one.week === addWeeks(week, -1))
  if (before === undefined) return null
  return (
    <Button
      variant="default"
      size="compact-sm"
      className="no-print"
      onClick={() => onChoose(before)}
      onKeyDown={(event) => {
        // Enter held down would press the button repeatedly.
        if (event.repeat) event.preventDefault()
      }}
    >
      {t('week.asBefore', { shares: figures(before) })}
    </Button>
  )
}
