type Facts = Readonly<Record<string, string | number>>

/** The inbox, and one sentence a kind of notification; rooms add their kinds here. */
export const notifications = {
  title: 'Уведомления',
  lead: 'Что произошло по вашим документам, замечаниям, приглашениям и ролям.',
  empty: 'Пока тихо',
  emptyText:
    'Здесь появятся ответы на ваши замечания, приглашения в экспертные группы и новости документов, за которыми вы следите.',
  unread: 'новое',
  readAll: 'Отметить всё прочитанным',
  older: 'Более ранние',
  mail: 'Письма приходят на вашу почту, если она подтверждена. Отказаться от писем о документе можно на его странице.',
  general: 'По вашему делу есть новости',
  kinds: {
    'grant.given': () => 'Вам назначена роль. Новые разделы уже в кабинете',
    'remark.decided': ({ number, title }: Facts) => `Решение по вашему замечанию № ${number}: «${title}»`,
    'remark.replied': ({ number, title }: Facts) => `Ответ в обсуждении замечания № ${number}: «${title}»`,
    'remark.hidden': ({ number, title }: Facts) =>
      `Ваше замечание № ${number} скрыто модератором: «${title}»`,
    'version.published': ({ version, title }: Facts) => `Опубликована редакция ${version}: «${title}»`,
    'summary.published': ({ title }: Facts) => `Опубликована сводка замечаний и предложений: «${title}»`,
    'deputy.appointed': ({ from, until }: Facts) => `Вам поручено замещение с ${day(from)} по ${day(until)}`,
  },
}

function day(value: string | number | undefined): string {
  return String(value).split('-').reverse().join('.')
}
