import { Kbd } from '@mantine/core'
import { useDisclosure, useHotkeys } from '@mantine/hooks'
import { IconPencilPlus, IconSettings } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, Outlet, useNavigate } from '@tanstack/react-router'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { QuickAddDialog } from '#renderer/features/journal/quick-add.tsx'
import { useApi } from '#renderer/lib/api.ts'
import { CAPTURE_KEY, CaptureContext, useCapture } from '#renderer/lib/capture.ts'
import { type OpenItem, OpenItemContext } from '#renderer/lib/selection.ts'
import { NAVIGATION, PATH_OF_TYPE } from './navigation.ts'
import classes from './shell.module.css'

/** The frame around every page: the sidebar with its four groups, and the page itself. */
export function Shell() {
  const { t } = useTranslation('common')
  const navigate = useNavigate()
  const openItem = useCallback<OpenItem>(
    ({ uid, type }) => void navigate({ to: PATH_OF_TYPE[type], search: { item: uid } } as never),
    [navigate],
  )
  const [capturing, capture] = useDisclosure(false)
  // `N` by place of the key, so that it works in the Russian layout too.
  useHotkeys([[CAPTURE_KEY, capture.open, { usePhysicalKeys: true }]])
  return (
    <OpenItemContext value={openItem}>
      <CaptureContext value={capture.open}>
        <a className="skip-link" href="#content">
          {t('nav.skip')}
        </a>
        <div className={classes.shell}>
          <Sidebar />
          <main id="content" className={classes.main} tabIndex={-1}>
            <Outlet />
          </main>
        </div>
        <QuickAddDialog opened={capturing} onClose={capture.close} />
      </CaptureContext>
    </OpenItemContext>
  )
}

function Sidebar() {
  const { t } = useTranslation('common')
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
      {NAVIGATION.map(({ group, pages }) => (
        <div key={group}>
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
      ))}
      <div className={classes.foot}>
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
      <span style={{ flex: 1, textAlign: 'start' }}>{t('capture.open')}</span>
      <Kbd size="xs">{CAPTURE_KEY}</Kbd>
    </button>
  )
}
