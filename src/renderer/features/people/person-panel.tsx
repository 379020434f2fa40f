import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { AttachmentsField } from '#renderer/fields/attachments-field.tsx'
import { ItemActivities } from '#renderer/fields/item-activities.tsx'
import { ItemPanel } from '#renderer/fields/item-panel.tsx'
import { JournalLink } from '#renderer/fields/journal-link.tsx'
import { LinkList } from '#renderer/fields/links-field.tsx'
import { useApi } from '#renderer/lib/api.ts'
import { type Selection, useOpenItem } from '#renderer/lib/selection.ts'
import { useToday } from '#renderer/lib/today.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { MarkdownSection } from '#renderer/ui/markdown-section.tsx'
import { Facts } from '#renderer/ui/panel.tsx'
import type { PersonView } from '#shared/contract/people.ts'
import { contactState } from '#shared/domain/calendar/cadence.ts'
import { addDays } from '#shared/domain/calendar/calendar.ts'
import { ContactBadge, useLastContact } from './contact-badge.tsx'
import { MergePerson } from './merge-person.tsx'
import { PersonForm } from './person-form.tsx'

/** The open person: who they are and what was done together, or their form. */
export function PersonPanel({ uid, selection }: { uid: string; selection: Selection }) {
  const { t } = useTranslation(['people', 'vocabulary'])
  const { client, query } = useApi()
  const item = useQuery({ ...query.people.get.queryOptions({ input: { uid } }), enabled: uid !== 'new' })
  return (
    <ItemPanel
      selection={selection}
      query={item}
      newTitle={t('new')}
      titleOf={({ name }) => name}
      overlineOf={({ role }) => t(`vocabulary:personRole.${role}`)}
      remove={(removed) => client.people.remove({ uid: removed })}
      actionsOf={(data) => <MergePerson key={data.uid} person={data} selection={selection} />}
      form={(data) => <PersonForm item={data} selection={selection} />}
      details={(data) => <PersonDetails person={data} />}
    />
  )
}

function PersonDetails({ person }: { person: PersonView }) {
  const { t } = useTranslation(['people', 'common'])
  const format = useFormat()
  const today = useToday()
  const openItem = useOpenItem()
  const lastContact = useLastContact()
  const { lastInteractionDay: last, cadenceDays } = person
  const state = contactState(person, last, today)
  return (
    <>
      <Facts
        rows={[
          [t('column.state'), state.state !== 'noRhythm' && <ContactBadge key="state" state={state} />],
          [
            t('column.contact'),
            last === null
              ? t('neverTalked')
              : t('contactDay', { relative: lastContact(last, today), day: format.day(last) }),
          ],
          [t('since'), last !== null && last < today && <SinceLast key="since" last={last} today={today} />],
          [t('column.rhythm'), cadenceDays !== null && t('every', { count: cadenceDays })],
          [t('field.position'), person.position],
          [t('field.company'), person.company],
          [t('field.contact'), person.contact],
          [t('common:tags.title'), person.tags.map((tag) => `#${tag}`).join(' ')],
          [t('common:links.title'), person.refs.length > 0 && <LinkList refs={person.refs} onOpen={openItem} />],
        ]}
      />
      <MarkdownSection title={t('common:notes.title')} text={person.notes} />
      <ItemActivities item={{ uid: person.uid, type: 'person', title: person.name }} title={t('activities')} />
      <AttachmentsField ownerUid={person.uid} />
    </>
  )
}

/** Everything done since the last interaction, as topics for the next meeting. */
function SinceLast({ last, today }: { last: string; today: string }) {
  const { t } = useTranslation('people')
  const { query } = useApi()
  const format = useFormat()
  const filter = { from: addDays(last, 1), to: today }
  const totals = useQuery(query.journal.totals.queryOptions({ input: { filter } }))
  if (totals.data === undefined) return null
  const { count, minutes } = totals.data
  if (count === 0) return t('sinceNothing')
  return (
    <JournalLink filter={filter}>
      {t('sinceSums', { count, lines: format.number(count), hours: format.hours(minutes) })}
    </JournalLink>
  )
}
