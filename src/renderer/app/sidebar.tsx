import { Kbd } from '@mantine/core'
import { IconKeyboard, IconPencilPlus, IconSearch, IconSettings } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useApi } from '#renderer/lib/api.ts'
import { CAPTURE_KEY, useCapture } from '#renderer/lib/capture.ts'
import { NAVIGATION } from './navigation.ts'
import classes from './shell.module.css'
import { SEARCH_KEYS } from './use-commands.ts'

/** The four groups of pages, and the keys that work everywhere. */
export function Sidebar({ onSearch, onShortcuts }: { onSearch: () => void; onShortcuts: () => void }) {
  const { t } = useTranslation(['common', 'workspace'])
  const { query } = useApi()
  const totals = useQuery(query.journal.totals.queryOptions({ input: { filter: {} } }))
  const inbox = totals.data?.inbox ?? 0
  return (
    <nav className={classes.sidebar} aria-label={t('nav.label')}>
      <div className={classes.brand}>
        <img src="/icon.svg" width={26} height={26} alt="" />
        <span>{t('app')}</span>
      </div>
      <CaptureButton />
      <SearchButton onSearch={onSearch} />
      {NAVIGATION.map((group) => (
        <PageGroup key={group.group} group={group} inbox={inbox} />
      ))}
      <div className={classes.foot}>
        <button type="button" className={classes.link} onClick={onShortcuts} title={t('workspace:shortcuts.open')}>
          <IconKeyboard size={18} stroke={1.6} aria-hidden />
          <span>{t('workspace:shortcuts.open')}</span>
        </button>
        <Link to="/settings" className={classes.link} title={t('nav.settings')}>
          <IconSettings size={18} stroke={1.6} aria-hidden />
          <span>{t('nav.settings')}</span>
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
        {pages.map(({ path, key, icon: Icon }) => (
          <li key={path}>
            <Link
              to={path}
              className={classes.link}
              activeOptions={{ exact: path === '/', includeSearch: false }}
              title={t(`nav.${key}`)}
            >
              <Icon size={18} stroke={1.6} aria-hidden />
              <span>{t(`nav.${key}`)}</span>
              {key === 'inbox' && inbox > 0 && <span className={classes.count}>{inbox}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  )
}
