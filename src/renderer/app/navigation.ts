import {
  IconAward,
  IconBarrierBlock,
  IconBook2,
  IconCertificate,
  IconCompass,
  IconHammer,
  IconInbox,
  IconMap2,
  IconNotebook,
  IconReportAnalytics,
  IconStars,
  IconUsers,
} from '@tabler/icons-react'
import type { ItemType } from '#shared/model/vocabulary.ts'

/** The sidebar: four groups in the order of the work, each page with its path and its text key. */
export const NAVIGATION = [
  {
    group: 'direction',
    pages: [
      { path: '/', key: 'overview', icon: IconCompass },
      { path: '/plan', key: 'plan', icon: IconMap2 },
      { path: '/skills', key: 'skills', icon: IconStars },
    ],
  },
  {
    group: 'log',
    pages: [
      { path: '/journal', key: 'journal', icon: IconNotebook },
      { path: '/inbox', key: 'inbox', icon: IconInbox },
      { path: '/learning', key: 'learning', icon: IconBook2 },
      { path: '/projects', key: 'projects', icon: IconHammer },
      { path: '/certifications', key: 'certifications', icon: IconCertificate },
    ],
  },
  {
    group: 'impact',
    pages: [
      { path: '/achievements', key: 'achievements', icon: IconAward },
      { path: '/obstacles', key: 'obstacles', icon: IconBarrierBlock },
      { path: '/people', key: 'people', icon: IconUsers },
    ],
  },
  { group: 'reflect', pages: [{ path: '/reviews', key: 'reviews', icon: IconReportAnalytics }] },
] as const

/** Where an item of a type lives; types that live inside another page lead to that page. */
export const PATH_OF_TYPE: Record<ItemType, string> = {
  plan: '/plan',
  stage: '/plan',
  requirement: '/plan',
  milestone: '/plan',
  metric: '/plan',
  metricPoint: '/plan',
  skill: '/skills',
  assessment: '/skills',
  activity: '/journal',
  learning: '/learning',
  certification: '/certifications',
  project: '/projects',
  achievement: '/achievements',
  obstacle: '/obstacles',
  experiment: '/obstacles',
  person: '/people',
  review: '/reviews',
  attachment: '/journal',
}
