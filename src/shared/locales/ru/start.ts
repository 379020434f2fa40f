import type { start as english } from '../en/start.ts'

/** Lines of `npm start` about the way to the desktop window. */
export const start: Record<keyof typeof english, string> = {
  fallback: 'Окно приложения не открылось ({{why}}), запускаю в браузере.',
  installing: 'Загружаю Electron для окна приложения...',
  noDisplay: 'нет экрана',
  noDownload: 'не удалось загрузить Electron: {{why}}',
  stalled: 'загрузка стоит уже {{seconds}} с',
  died: 'Electron завершился с кодом {{code}}: {{why}}',
  slow: 'Electron не запустился за {{seconds}} с',
  noSandbox:
    'система не даёт Chromium запустить песочницу; разрешите её профилем AppArmor для {{path}} или командой {{command}}',
  asRoot: 'Electron не запускается с правами суперпользователя',
}
