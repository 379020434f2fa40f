/** What was undone or redone; verbs of the change log. */
export const history = {
  undone: 'Отменено: {{what}}',
  redone: 'Возвращено: {{what}}',
  change: 'изменение',
  create: 'добавление',
  update: 'правка',
  updateMany: 'правка нескольких записей',
  remove: 'удаление',
  removeMany: 'удаление нескольких записей',
  move: 'перемещение',
  what: '{{type}}, {{verb}}',
  types: {
    gate: 'Рубеж',
  },
  pass: 'прохождение',
  reopen: 'открытие заново',
  assess: 'оценка',
  start: 'создание',
  reschedule: 'пересчёт сроков',
} as const
