export const HELP = {
  en: `Usage: npm start -- [options]

Opens Kurs in its own window, or in the browser where there is none.

  --browser        do not try the desktop window
  --no-open        browser: print the address only, do not open it
  --port N         browser: port of 127.0.0.1, 0-65535 (default: any free one)
  --data-dir DIR   folder of the workspace (default: the one of this user)
  --demo           open the demo workspace, three years of sample data
  --lang ru|en     language of the first run
  --help           this text`,
  ru: `Использование: npm start -- [параметры]

Открывает Kurs в собственном окне, а если это невозможно, то в браузере.

  --browser        не пробовать открыть окно приложения
  --no-open        в браузере: только напечатать адрес, не открывать его
  --port N         в браузере: порт на 127.0.0.1, 0-65535 (по умолчанию любой свободный)
  --data-dir DIR   папка с данными (по умолчанию папка этого пользователя)
  --demo           открыть демонстрационные данные за три года
  --lang ru|en     язык первого запуска
  --help           эта справка`,
}

/** Lines that `npm start` prints itself. */
export const TEXTS = {
  en: {
    fallback: (/** @type {string} */ why) => `The desktop window did not open (${why}); using the browser.`,
    installing: 'Downloading Electron, the desktop window of Kurs...',
    noDisplay: 'there is no display',
    noDownload: (/** @type {string} */ why) => `Electron could not be downloaded: ${why}`,
    stalled: (/** @type {number} */ seconds) => `no progress for ${seconds} s`,
    died: (/** @type {number} */ code, /** @type {string} */ why) =>
      `Electron ended with code ${code}${why && `: ${why}`}`,
    slow: (/** @type {number} */ seconds) => `Electron was not ready after ${seconds} s`,
    unknown: (/** @type {string} */ name) => `Unknown option ${name}; see --help.`,
    badPort: (/** @type {string} */ value) => `--port takes a number from 0 to 65535, not "${value}".`,
    badLang: (/** @type {string} */ value) => `--lang takes ru or en, not "${value}".`,
    needsValue: (/** @type {string} */ name) => `${name} needs a value; see --help.`,
    noValue: (/** @type {string} */ name) => `${name} takes no value.`,
  },
  ru: {
    fallback: (/** @type {string} */ why) => `Окно приложения не открылось (${why}), открываю в браузере.`,
    installing: 'Загружаю Electron для окна приложения...',
    noDisplay: 'нет экрана',
    noDownload: (/** @type {string} */ why) => `Electron загрузить не удалось: ${why}`,
    stalled: (/** @type {number} */ seconds) => `${seconds} с без движения`,
    died: (/** @type {number} */ code, /** @type {string} */ why) =>
      `Electron завершился с кодом ${code}${why && `: ${why}`}`,
    slow: (/** @type {number} */ seconds) => `Electron не запустился за ${seconds} с`,
    unknown: (/** @type {string} */ name) => `Неизвестный параметр ${name}, см. --help.`,
    badPort: (/** @type {string} */ value) => `--port: нужно число от 0 до 65535, а не «${value}».`,
    badLang: (/** @type {string} */ value) => `--lang: нужно ru или en, а не «${value}».`,
    needsValue: (/** @type {string} */ name) => `Параметру ${name} нужно значение, см. --help.`,
    noValue: (/** @type {string} */ name) => `Параметр ${name} не принимает значения.`,
  },
}
