import type { bare as english } from '../en/bare.ts'

/** Said when no other texts can be had: part of the page itself. */
export const bare: Record<keyof typeof english, string> = {
  title: 'Не удалось показать Курс',
  text: 'Тексты не загрузились. Данные в сохранности. Обновите страницу; если не поможет — перезапустите Курс.',
}
