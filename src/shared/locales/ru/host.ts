import type { host as english } from '../en/host.ts'

/** Texts of the terminal, of the native menu and dialogs, and of the page that asks to sign in. */
export const host: Record<keyof typeof english, string> = {
  help: `Курс держит вас на курсе от PMO к CTO по плану на 5–10 лет.

  npm start -- [параметры]

  --browser        открыть в браузере по умолчанию вместо отдельного окна
  --no-open        не открывать браузер, только напечатать адрес
  --port N         порт адреса (1–65535); иначе любой свободный
  --data-dir DIR   папка с данными; по умолчанию {{dir}}
  --demo           осмотреться на демонстрационных данных, в отдельной папке
  --lang ru|en     язык приложения
  --restore NAME   поставить резервную копию на место повреждённой базы; newest — самую новую
  --no-sandbox     окно без песочницы Chromium: менее безопасно, см. руководство
  --help           эта справка`,
  unknownOption: 'Неизвестный параметр {{option}}. Справка: --help.',
  unknownOptionNear: 'Неизвестный параметр {{option}}. Может быть, {{near}}? Справка: --help.',
  missingValue: 'Параметру {{option}} нужно значение. Справка: --help.',
  unexpectedValue: 'У параметра {{option}} нет значения. Справка: --help.',
  wrongLanguage: '--lang — это ru или en, а не «{{value}}».',
  unexpectedArgument: 'Лишний аргумент «{{value}}». Справка: --help.',
  noCommand: 'Назовите команду. Справка: --help.',
  unknownCommand: 'Неизвестная команда «{{value}}». Справка: --help.',
  unknownCommandNear: 'Неизвестная команда «{{value}}». Может быть, {{near}}? Справка: --help.',
  foreignOption: 'У команды {{command}} нет параметра {{option}}. Справка: --help.',
  neededOption: 'Команде {{command}} нужен параметр {{option}}. Справка: --help.',
  wrongNumber: '{{option}} — целое число от {{least}} до {{most}}, а не «{{value}}».',
  nodeTooOld: 'Курсу нужен Node.js {{needed}} или новее, а здесь {{found}}.',

  running: 'Курс работает. Адрес сработает один раз:',
  runningStop: 'Папка с данными: {{dir}}. Остановить Курс: Ctrl+C.',
  alreadyRunning: 'Курс уже работает с этой папкой. Новый адрес, сработает один раз:',
  alreadyOpen: 'Курс уже открыт с этой папкой, его окно теперь впереди.',
  ownerSilent: 'Папку {{dir}} занял другой процесс ({{pid}}), и он не отвечает. Закройте его и попробуйте снова.',
  unavailable: 'Папкой {{dir}} нельзя пользоваться: {{reason}} ({{detail}}).',
  reasonFull: 'на диске нет места',
  reasonReadonly: 'в неё нельзя писать',
  reasonIo:
    'диск сообщил об ошибке, о самих данных это ничего не говорит. Проверьте диск и кабель и запустите снова; не поможет — скопируйте папку на другой диск',
  reasonCorrupt: 'файл в ней повреждён',
  reasonBusy: 'файл в ней держит другая программа',
  reasonLimit: 'системе не хватает открытых файлов или памяти',
  reasonGone: 'её нет на месте, или в ней пропал файл',
  reasonBlocked: 'нужное имя занято чем-то другим',
  newerWorkspace:
    'Папку {{dir}} записала более новая версия Курса ({{found}}, здесь известна {{known}}). Она не тронута.',
  damaged: `База данных в папке {{dir}} повреждена или пропала. Ничего не изменено. Копия повреждённых файлов: {{copy}}
Резервные копии, сначала новые:
{{backups}}
Чтобы поставить одну из них на место базы, запустите Курс с --restore ИМЯ или с --restore newest.`,
  restoreRefused: 'Копия {{name}} непригодна: повреждена или сделана другой версией Курса.',
  damagedNoCopy: 'копировать было нечего',
  damagedNoBackups: '  нет ни одной',
  portTaken: 'Порт {{port}} занять не удалось: {{reason}}.',
  endedLate: 'Курс завершил работу, не дождавшись начатого. Всё сохранённое цело.',
  failed: 'Курс не запустился: {{reason}}',

  signInTitle: 'Курс: вход не выполнен',
  signInText:
    'Адрес Курса срабатывает один раз и для одного браузера. Запустите Курс ещё раз: он откроет эту страницу или напечатает новый адрес.',
  expiredTitle: 'Курс: адрес больше не действует',
  expiredText: 'Адрес файла действует десять минут. Вернитесь в Курс и нажмите на ссылку ещё раз.',
  refusedTitle: 'Курс: запрос отклонён',
  refusedText: 'Скопируйте адрес, который напечатал Курс, в адресную строку: ссылка с другой страницы не работает.',

  menuFile: 'Файл',
  menuQuickAdd: 'Быстрая запись',
  menuSearch: 'Поиск…',
  menuSavePdf: 'Сохранить в PDF…',
  menuSettings: 'Настройки…',
  menuQuit: 'Выйти из Курса',
  menuEdit: 'Правка',
  menuUndo: 'Отменить',
  menuRedo: 'Повторить',
  menuCut: 'Вырезать',
  menuCopy: 'Копировать',
  menuPaste: 'Вставить',
  menuSelectAll: 'Выделить всё',
  menuCopyLink: 'Копировать ссылку',
  menuNoSuggestions: 'Нет вариантов',
  menuView: 'Вид',
  menuZoomIn: 'Крупнее',
  menuZoomOut: 'Мельче',
  menuZoomReset: 'Обычный размер',
  menuFullScreen: 'Во весь экран',
  menuReload: 'Перезагрузить',
  menuDevTools: 'Инструменты разработчика',
  menuHelp: 'Справка',
  menuShortcuts: 'Сочетания клавиш',
  menuAbout: 'О программе «Курс»',
  menuHide: 'Скрыть Курс',
  menuHideOthers: 'Скрыть остальные',
  menuShowAll: 'Показать все',
  menuMinimize: 'Свернуть',
  menuClose: 'Закрыть окно',

  externalTitle: 'Перейти по внешней ссылке?',
  externalText: 'Этот адрес откроется в другой программе:',
  externalOpen: 'Открыть',
  cancel: 'Отмена',
  saveTitle: 'Сохранить как',
  saveFailedTitle: 'Не удалось сохранить «{{name}}»',
  saveFailedText: 'В Курсе ничего не изменилось. Выберите другое место или освободите его и попробуйте снова.',
  failedTitle: 'Окно не загрузилось',
  failedText: 'Всё сохранённое цело. Попробовать снова?',
  crashedTitle: 'Окно перестало работать',
  crashedText: 'Всё сохранённое цело. Перезагрузить окно?',
  crashedReload: 'Перезагрузить',
}
