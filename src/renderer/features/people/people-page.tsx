import { Button } from '@mantine/core'
import { IconUserSearch, IconUsers } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ListPage } from '#renderer/fields/list-page.tsx'
import { QueryGate } from '#renderer/fields/query-gate.tsx'
import { useApi } from '#renderer/lib/api.ts'
import type { Selection } from '#renderer/lib/selection.ts'
import { useToday } from '#renderer/lib/today.ts'
import { lazyPanel } from '#renderer/ui/lazy-part.tsx'
import type { Column } from '#renderer/ui/table-types.ts'
import type { PersonView } from '#shared/contract/people.ts'
import { contactState } from '#shared/domain/calendar/cadence.ts'
import { PersonRole } from '#shared/model/vocabulary.ts'
import { ContactBadge, contactOrder, useLastContact } from './contact-badge.tsx'
import { PeopleToSeek } from './people-to-seek.tsx'

const PersonPanel = lazyPanel(async () => (await import('./person-panel.tsx')).PersonPanel)

function useColumns(): Column<PersonView>[] {
  const { t } = useTranslation(['people', 'vocabulary'])
  const lastContact = useLastContact()
  const today = useToday()
  return useMemo(() => {
    const stateOf = (person: PersonView) => contactState(person, person.lastInteractionDay, today)
    return [
      {
        key: 'role',
        secondary: true,
        header: t('field.role'),
        cell: (person) => t(`vocabulary:personRole.${person.role}`),
        sortBy: (person) => PersonRole.options.indexOf(person.role),
      },
      {
        key: 'position',
        prose: true,
        header: t('field.position'),
        optional: true,
        cell: (person) => [person.position, person.company].filter(Boolean).join(', '),
        sortBy: (person) => person.position,
      },
      {
        key: 'state',
        header: t('column.state'),
        cell: (person) => <ContactBadge state={stateOf(person)} />,
        sortBy: (person) => contactOrder(stateOf(person)),
      },
      {
        key: 'last',
        secondary: true,
        header: t('column.contact'),
        align: 'end',
        cell: ({ lastInteractionDay: day }) => (day === null ? '' : lastContact(day, today)),
        sortBy: (person) => person.lastInteractionDay,
      },
    ]
  }, [lastContact, t, today])
}

/** Mentors, mentees, stakeholders, peers: who they are and how recent the contact is. */
export function PeoplePage({ selection }: { selection: Selection }) {
  const { t } = useTranslation(['people', 'vocabulary'])
  const { client, query } = useApi()
  const list = useQuery(query.people.list.queryOptions({ input: {} }))
  const columns = useColumns()
  const [seeking, setSeeking] = useState(false)
  return (
    <>
      <QueryGate query={list}>
        {(items) => (
          <ListPage
            list="people"
            title={t('title')}
            editing={{
              update: client.people.updateMany,
              remove: client.people.removeMany,
              choices: {
                label: t('field.role'),
                values: PersonRole.options.map((role) => ({
                  label: t(`vocabulary:personRole.${role}`),
                  patch: { role },
                })),
              },
              tagsOf: ({ tags }) => tags,
            }}
            newLabel={t('new')}
            actions={
              <Button variant="default" leftSection={<IconUserSearch size={16} />} onClick={() => setSeeking(true)}>
                {t('seek.open')}
              </Button>
            }
            items={items}
            columns={columns}
            nameHeader={t('field.name')}
            nameOf={(person) => person.name}
            textOf={(person) => [person.name, person.position, person.company, ...person.tags].join(' ')}
            facets={{
              label: t('field.role'),
              of: (person) => person.role,
              values: PersonRole.options.map((value) => ({ value, label: t(`vocabulary:personRole.${value}`) })),
            }}
            initialSort={{ key: 'state', descending: false }}
            empty={{ icon: <IconUsers size={40} stroke={1.4} />, title: t('empty.title'), text: t('empty.text') }}
            selection={selection}
            panel={selection.item && <PersonPanel key={selection.item} selection={selection} uid={selection.item} />}
          />
        )}
      </QueryGate>
      <PeopleToSeek opened={seeking} onClose={() => setSeeking(false)} onOpenItem={selection.open} />
    </>
  )
}
