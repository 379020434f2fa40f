import '@fontsource-variable/ibm-plex-sans/wght.css'
import '@mantine/core/styles.css'
import '@mantine/dates/styles.css'
import '@mantine/charts/styles.css'
import '@mantine/notifications/styles.css'
import '@mantine/spotlight/styles.css'
import './ui/base.css'
import { createRoot } from 'react-dom/client'
import { signIn } from './app/sign-in.ts'
import { startApp } from './app/start-app.tsx'
import { createApi } from './lib/api.ts'

const root = document.getElementById('root')
if (root === null) throw new Error('The page has no root element')
if ((await signIn(window)) === 'needed') {
  const { showSignInNeeded } = await import('./app/sign-in-needed.ts')
  showSignInNeeded(window, root)
} else await startApp(createRoot(root), createApi(window.location.origin))
