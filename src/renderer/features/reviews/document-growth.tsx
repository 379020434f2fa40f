import { useTranslation } from 'react-i18next'
import { useFormat } from '#renderer/lib/use-format.ts'
import type { ReviewFacts } from '#shared/model/review.ts'
import { DocumentHeading, DocumentSection, DocumentTable, NameCell } from './document-parts.tsx'

/** What was learned, certified (or failed) and built. */
export function GrowthSection({ facts }: { facts: ReviewFacts }) {
  const { t } = useTranslation('reviews')
  if (facts.learning.length + facts.certifications.length + facts.projects.length === 0) return null
  return (
    <DocumentSection title={t('document.learning.title')}>
      <LearningTable learning={facts.learning} />
      <CertificationTable certifications={facts.certifications} />
      <ProjectTable projects={facts.projects} />
    </DocumentSection>
  )
}

function LearningTable({ learning }: Pick<ReviewFacts, 'learning'>) {
  const { t } = useTranslation(['reviews', 'vocabulary'])
  const format = useFormat()
  if (learning.length === 0) return null
  return (
    <>
      <DocumentHeading>{t('document.learning.learning')}</DocumentHeading>
      <DocumentTable
        label={t('document.learning.learning')}
        rows={learning}
        keyOf={(item, index) => `${index} ${item.title}`}
        columns={[
          {
            key: 'title',
            header: t('document.learning.name'),
            cell: ({ title, kind, provider }) => (
              <NameCell
                name={title}
                more={[t(`vocabulary:learningKind.${kind}`), provider].filter(Boolean).join(', ')}
              />
            ),
          },
          {
            key: 'status',
            header: t('document.learning.status'),
            cell: ({ status, endDay }) => (
              <NameCell name={t(`vocabulary:learningStatus.${status}`)} more={endDay && format.day(endDay)} />
            ),
          },
          {
            key: 'time',
            header: t('document.learning.time'),
            number: true,
            cell: ({ minutes }) => (minutes === 0 ? '–' : format.hours(minutes)),
          },
        ]}
      />
    </>
  )
}

function CertificationTable({ certifications }: Pick<ReviewFacts, 'certifications'>) {
  const { t } = useTranslation(['reviews', 'vocabulary'])
  const format = useFormat()
  if (certifications.length === 0) return null
  return (
    <>
      <DocumentHeading>{t('document.learning.certifications')}</DocumentHeading>
      <DocumentTable
        label={t('document.learning.certifications')}
        rows={certifications}
        keyOf={(item, index) => `${index} ${item.title}`}
        columns={[
          {
            key: 'title',
            header: t('document.learning.name'),
            cell: ({ title, issuer }) => <NameCell name={title} more={issuer} />,
          },
          {
            key: 'status',
            header: t('document.learning.status'),
            cell: ({ status }) => t(`vocabulary:certificationStatus.${status}`),
          },
          {
            key: 'day',
            header: t('document.learning.day'),
            number: true,
            cell: ({ day }) => (day === null ? '–' : format.day(day)),
          },
        ]}
      />
    </>
  )
}

function ProjectTable({ projects }: Pick<ReviewFacts, 'projects'>) {
  const { t } = useTranslation(['reviews', 'vocabulary'])
  const format = useFormat()
  if (projects.length === 0) return null
  return (
    <>
      <DocumentHeading>{t('document.learning.projects')}</DocumentHeading>
      <DocumentTable
        label={t('document.learning.projects')}
        rows={projects}
        keyOf={(item, index) => `${index} ${item.title}`}
        columns={[
          {
            key: 'title',
            header: t('document.learning.name'),
            cell: ({ title, kind, responsibility }) => (
              <NameCell
                name={title}
                more={[t(`vocabulary:projectKind.${kind}`), responsibility].filter(Boolean).join(': ')}
              />
            ),
          },
          {
            key: 'status',
            header: t('document.learning.status'),
            cell: ({ status }) => t(`vocabulary:projectStatus.${status}`),
          },
          {
            key: 'time',
            header: t('document.learning.time'),
            number: true,
            cell: ({ minutes }) => (minutes === 0 ? '–' : format.hours(minutes)),
          },
        ]}
      />
    </>
  )
}

/** Who the activities of the period were about. */
export function PeopleSection({ people }: Pick<ReviewFacts, 'people'>) {
  const { t } = useTranslation(['reviews', 'vocabulary'])
  const format = useFormat()
  if (people.length === 0) return null
  return (
    <DocumentSection title={t('document.people.title')}>
      <DocumentTable
        label={t('document.people.title')}
        rows={people}
        keyOf={(person, index) => `${index} ${person.name}`}
        columns={[
          { key: 'name', header: t('document.people.person'), cell: ({ name }) => <NameCell name={name} /> },
          {
            key: 'role',
            header: t('document.people.role'),
            cell: ({ role }) => t(`vocabulary:personRole.${role}`),
          },
          {
            key: 'times',
            header: t('document.people.times'),
            number: true,
            cell: ({ activities }) => format.number(activities, 0),
          },
          {
            key: 'time',
            header: t('document.people.time'),
            number: true,
            cell: ({ minutes }) => (minutes === 0 ? '–' : format.hours(minutes)),
          },
        ]}
      />
    </DocumentSection>
  )
}
