import { Kbd } from '@mantine/core'
import { IconKeyboard, IconPencilPlus, IconSearch, IconSettings } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { NavigationEntry } from '#renderer/fields/contribution.ts'
import { useApi } from '#renderer/lib/api.ts'
import { CAPTURE_KEY, useCapture } from '#renderer/lib/capture.ts'
import { FOOT, NAVIGATION } from './contributions.ts'
import classes from './shell.module.css'
import { TimerButton } from './timer-button.tsx'
import { SEARCH_KEYS } from './use-commands.ts'
import { usePageTitle } from './use-page-title.ts'

interface SidebarProps {
  onTimer: () => void
  onSearch: () => void
  onShortcuts: () => void
}

/** The four groups of pages, and the keys that work on every page. */
export function Sidebar({ onTimer, onSearch, onShortcuts }: SidebarProps) {
  const { t } = useTranslation(['common', 'workspace'])
  const { query } = useApi()
  const waiting = useQuery(query.journal.waiting.queryOptions({ input: {} }))
  const inbox = waiting.data?.count ?? 0
  return (
    <nav className={classes.sidebar} aria-label={t('nav.label')}>
      <div className={classes.brand}>
        <img src="/icon.svg" width={26} height={26} alt="" />
        <span>{t('app')}</span>
      </div>
      <CaptureButton />
      <TimerButton onTimer={onTimer} />
      <SearchButton onSearch={onSearch} />
      {NAVIGATION.map((group) => (
        <PageGroup key={group.group} group={group} inbox={inbox} />
      ))}
      <div className={classes.foot}>
        <button type="button" className={classes.link} onClick={onShortcuts} title={t('workspace:shortcuts.open')}>
          <IconKeyboard size={18} stroke={1.6} aria-hidden />
          <span>{t('workspace:shortcuts.open')}</span>
        </button>
        {FOOT.map((entry) => (
          <PageLink key={entry.path} entry={entry} />
        ))}
        <Link to="/settings" className={classes.link} title={t('workspace:title')}>
          <IconSettings size={18} stroke={1.6} aria-hidden />
          <span>{t('workspace:title')}</span>
        </Link>
      </div>
    </nav>
  )
}

function CaptureButton() {
  const { t } = useTranslation('journal')
  const capture = useCapture()
  return (
    <button type="button" className={classes.capture} onClick={capture} title={t('capture.open')}>
      <IconPencilPlus size={18} stroke={1.6} aria-hidden />
      <span className={classes.label}>{t('capture.open')}</span>
      <Kbd size="xs">{CAPTURE_KEY}</Kbd>
    </button>
  )
}

function SearchButton({ onSearch }: { onSearch: () => void }) {
  const { t } = useTranslation('search')
  return (
    <button type="button" className={classes.capture} onClick={onSearch} title={t('open')}>
      <IconSearch size={18} stroke={1.6} aria-hidden />
      <span className={classes.label}>{t('open')}</span>
      <Kbd size="xs">{SEARCH_KEYS}</Kbd>
    </button>
  )
}

function PageGroup({ group: { group, pages }, inbox }: { group: (typeof NAVIGATION)[number]; inbox: number }) {
  const { t } = useTranslation('common')
  return (
    <div>
      <div className={classes.group} id={`group-${group}`}>
        {t(`nav.${group}`)}
      </div>
      <ul className={classes.links} aria-labelledby={`group-${group}`}>
        {pages.map((entry) => (
          <li key={entry.path}>
            <PageLink entry={entry} count={entry.path === '/inbox' ? inbox : 0} />
          </li>
        ))}
      </ul>
    </div>
  )
}

/** `count`: how many things wait on the page, 0 = none. */
function PageLink({ entry: { path, title, icon: Icon }, count = 0 }: { entry: NavigationEntry; count?: number }) {
  const titleOf = usePageTitle()
  return (
    <Link
      to={path}
      className={classes.link}
      activeOptions={{ exact: path === '/', includeSearch: false }}
      title={titleOf(title)}
    >
      <Icon size={18} stroke={1.6} aria-hidden />
      <span>{titleOf(title)}</span>
      {count > 0 && <span className={classes.count}>{count}</span>}
    </Link>
  )
}
