import type { renewal as english } from '../en/renewal.ts'

/** Как поддерживать сертификат из каталога: части текста выбранного сертификата. */
export const renewal: Record<keyof typeof english, string> = {
  validFor: 'Действует {{months}} мес.',
  neverExpires: 'Бессрочный.',
  validityUnknown: 'Срок действия неизвестен: уточните на сайте организации, которая выдаёт сертификат.',
  credits: 'Баллы: {{amount}} {{unit}} за {{months}} мес.',
  creditsUnknownPeriod: 'Баллы: {{amount}} {{unit}} за каждый период продления.',
  atLeast: '{{name}}: не меньше {{amount}}',
  atMost: '{{name}}: не больше {{amount}}',
  between: '{{name}}: от {{minimum}} до {{maximum}}',
  window: 'Продление открывается за {{days}} дн. до окончания срока.',
  free: 'Продление бесплатное.',
  renewalUnknown: 'Правила продления неизвестны: уточните на сайте организации, которая выдаёт сертификат.',
  verified:
    'Источник: {{source}}; по состоянию на {{day}}. Перед оплатой сверьтесь с сайтом организации, которая выдаёт сертификат.',
  unverified: 'С сайтом выдающей организации не сверено: проверьте перед оплатой.',
  prerequisites: 'Условия допуска: {{text}}',
}
