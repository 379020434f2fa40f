import type { cli as english } from '../en/cli.ts'

/** Тексты терминального клиента, `kurs`. */
export const cli: Record<keyof typeof english, string> = {
  help: `kurs — Курс в терминале.

  npm run kurs -- КОМАНДА [параметры]

  generate --activities N --years Y --data-dir DIR [--seed S]
                   заполнить пустую папку вымышленными данными любого объёма
  backup [--data-dir DIR]
                   сделать проверенную резервную копию, в том числе пока Курс работает

  --data-dir DIR   папка с данными; для backup по умолчанию {{dir}}
  --activities N   записей в журнале, от 0 до 10 000 000
  --years Y        лет до сегодняшнего дня, от 1 до 50
  --seed S         целое число: одно и то же даёт одни и те же данные (по умолчанию 1)
  --lang ru|en     язык сообщений и создаваемых текстов
  --version        версия Курса
  --help           эта справка`,

  notEmpty: 'В папке {{dir}} есть данные. Выберите пустую: вымышленное никогда не смешивается с вашим.',
  inUse: 'Папка {{dir}} открыта в Курсе. Выберите другую или закройте его.',
  writing: '{{done}} из {{total}}',
  generated: 'Готово. Записей: {{activities}}, лет: {{years}}, секунд: {{seconds}}, папка: {{dir}}',
  nothingThere: 'В папке {{dir}} нет данных Курса.',
  backedUp: 'Резервная копия сделана и проверена: {{name}} (записей всего: {{items}})',
  backupFailed: 'Резервная копия не сделана: {{reason}}',
  failed: 'Не удалось: {{reason}}',
}
