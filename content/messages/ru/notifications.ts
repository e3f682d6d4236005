import { counted } from '#content/messages/plural.ts'
import { applicationNotices } from './application-notices.ts'
import { conclusionNotices } from './conclusion-notices.ts'
import { conflictNotices } from './conflict-events.ts'
import { contestNotices } from './contest-notices.ts'
import { eventNotices } from './event-notices.ts'
import { inviteNotices } from './panel-invites.ts'
import { by } from './panel-object.ts'
import { practiceNotices } from './practice-notices.ts'

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
  leaving: {
    title: 'Письма',
    lead: (about: string) => `Вы перешли по ссылке из письма. О чём такие письма: ${about}.`,
    digests: 'сводки новостей за день или неделю',
    followed: 'новости того, за чем вы следите',
    button: 'Больше не присылать такие письма',
    left: 'Готово: таких писем больше не будет. Уведомления на площадке останутся.',
    back: 'Письма снова будут приходить.',
    undo: 'Вернуть письма',
    settings: 'Все настройки писем',
  },
  letters: {
    title: 'Письма',
    lead: 'Уведомления на площадке приходят всегда. Здесь вы решаете, о чём писать на почту и как часто.',
    ways: { now: 'сразу', daily: 'раз в день', weekly: 'раз в неделю', never: 'не присылать' },
    save: 'Сохранить',
    followed: 'За чем вы следите',
    nothing: 'Пока ни за чем. Кнопка «Следить» есть у каждого проекта и замечания.',
    unfollow: 'Не следить',
    follow: 'Следить',
    feed: 'Лента Atom',
    calendar: 'Сроки в календарь',
  },
  digest: {
    deadline: (until: string) => `Приём до ${day(until)} включительно`,
    others: 'Другие новости',
    more: (n: number) => `И ещё ${n}, они в уведомлениях на площадке`,
  },
  kinds: {
    'text.passed': ({ number, title }: Facts) =>
      `Модератор пропустил ваши слова (№\u00a0${number}): «${title ?? ''}». Дальше проверок не будет`,
    'text.hidden': ({ number, title, kind }: Facts) =>
      kind === 'name'
        ? 'Модератор скрыл ваше имя рядом со словами. Причина и обжалование внутри'
        : `Модератор скрыл ваши слова (№\u00a0${number}): «${title}». Причина и обжалование внутри`,
    'text.returned': ({ number, title }: Facts) =>
      `Модератор вернул ваши слова на доработку (№\u00a0${number}): «${title}»`,
    'text.shown': ({ number, title, kind }: Facts) =>
      kind === 'name'
        ? 'Ваше имя снова показано'
        : `Ваши слова снова показаны (№\u00a0${number}): «${title}»`,
    'text.kept': ({ kind, title }: Facts) =>
      kind === 'name' ? 'Обжалование отклонено: имя остаётся скрытым' : `Обжалование отклонено: «${title}»`,
    'report.kept': ({ title }: Facts) =>
      `Модератор рассмотрел вашу жалобу и не нашёл нарушения${title ? `: «${title}»` : ''}`,
    'report.heard': ({ title }: Facts) =>
      `Модератор согласился с вашей жалобой${title ? `: «${title}»` : ''}`,
    'case.opened': ({ title, number, origin }: Facts) =>
      `${origin === 'appeal' ? 'Обжалование' : origin === 'report' ? 'Жалоба' : 'Новый участник'}: №\u00a0${number}${title ? `, «${title}»` : ''}`,
    'record.differs': ({ n, brokenAt }: Facts) =>
      brokenAt
        ? `Ночная проверка: журнал нарушен на записи ${brokenAt}. Сообщите тому, кто обслуживает площадку`
        : `Ночная проверка: записей, которые разошлись с журналом: ${n}. Сообщите тому, кто обслуживает площадку`,
    'follow.remark': ({ number, title, count }: Facts) =>
      count ? `Новых замечаний: ${count}. «${title}»` : `Новое замечание №\u00a0${number}: «${title}»`,
    'follow.reply': ({ number, title }: Facts) => `Ответ в обсуждении замечания №\u00a0${number}: «${title}»`,
    'follow.decision': ({ number, title }: Facts) => `Решение по замечанию №\u00a0${number}: «${title}»`,
    'follow.version': ({ version, title }: Facts) => `Опубликована редакция ${version}: «${title}»`,
    'follow.summary': ({ title }: Facts) => `Опубликована сводка замечаний и предложений: «${title}»`,
    'follow.opened': ({ title }: Facts) => `Открыто обсуждение: «${title}»`,
    'follow.stages': ({ title }: Facts) => `Изменены сроки обсуждения: «${title}»`,
    'follow.withdrawn': ({ title }: Facts) => `Проект снят с обсуждения: «${title}»`,
    'panel.invited': ({ title, about, until, hours, sheets }: Facts) =>
      `Вас приглашают экспертом ${by(title, about)}.${hours ? ` Объём работы ${counted(Number(hours), 'академический час', 'академических часа', 'академических часов')}, лист до ${day(sheets ?? until)}.` : ''} Ответьте по ${day(until)}`,
    'panel.cancelled': ({ title, about }: Facts) => `Экспертная группа ${by(title, about)} отменена`,
    'panel.released': ({ title, about }: Facts) =>
      `Состав группы ${by(title, about)} собран, ваше участие не понадобилось. Спасибо за готовность`,
    'panel.chair': ({ title, about }: Facts) =>
      `Вы назначены председателем экспертной группы ${by(title, about)}`,
    'invitation.accepted': ({ title, about }: Facts) =>
      `Эксперт согласился участвовать в группе ${by(title, about)}`,
    'invitation.declined': ({ title, about }: Facts) =>
      `Эксперт отказался участвовать в группе ${by(title, about)}`,
    'invitation.expired': ({ title, about }: Facts) =>
      `Эксперт не ответил на приглашение ${by(title, about)} в срок`,
    'sheet.opened': ({ title, about, until }: Facts) =>
      `Открыт экспертный лист ${by(title, about)}. Отправьте его по ${day(until)}`,
    'sheets.in': ({ title, about }: Facts) =>
      `Все листы ${by(title, about)} получены, можно писать заключение`,
    'sheet.awaited': ({ title, about, until }: Facts) =>
      `Ваш экспертный лист ${by(title, about)} ещё не отправлен. Листы принимаются по ${day(until)}`,
    'sheets.prolonged': ({ title, about, until }: Facts) =>
      `Срок экспертного листа ${by(title, about)} продлён по ${day(until)}`,
    'sheets.closed': ({ title, about }: Facts) =>
      `Приём экспертных листов ${by(title, about)} закрыт, ваш лист не получен`,
    'round.opened': ({ title, about, until }: Facts) =>
      `Оценки группы ${by(title, about)} разошлись. Посмотрите их и ответьте по ${day(until)}`,
    'round.awaited': ({ title, about, until }: Facts) =>
      `Ждём ваших вторых оценок ${by(title, about)} по ${day(until)}`,
    'round.closed': ({ title, about }: Facts) => `Согласование оценок ${by(title, about)} закрыто`,
    'conclusion.issued': ({ number, title, about }: Facts) =>
      `Выпущено экспертное заключение №\u00a0${number} ${by(title, about)}`,
    ...conclusionNotices(day),
    'grant.given': () => 'Вам назначена роль. Новые разделы уже в кабинете',
    'remark.decided': ({ number, title }: Facts) =>
      `Решение по вашему замечанию №\u00a0${number}: «${title}»`,
    'remarks.assigned': ({ n, title }: Facts) => `Вам поручено подготовить ответы (${n}): «${title}»`,
    'intake.entered': ({ count, title }: Facts) =>
      `Внесены ваши замечания из письма (${count}): «${title}». Проверьте, верно ли они записаны`,
    'intake.undone': ({ title }: Facts) => `Запись ваших замечаний из письма отменена: «${title}»`,
    'outcome.entered': ({ title }: Facts) => `Известен итог обсуждения: «${title}»`,
    'draft.member-added': ({ title }: Facts) => `Вас пригласили в закрытое обсуждение: «${title}»`,
    'inner.closing': ({ organisation, title, until }: Facts) =>
      `Позиция не подписана, а открытое обсуждение идёт только по ${day(until)} (${organisation}): «${title}»`,
    'inner.lost': ({ organisation, title }: Facts) =>
      `Открытое обсуждение закончилось, позиция не внесена (${organisation}): «${title}»`,
    'inner.signed': ({ organisation, title }: Facts) =>
      `Позиция подписана и внесена (${organisation}): «${title}»`,
    'record.objected': ({ number, title }: Facts) =>
      `Автор говорит, что замечание №\u00a0${number} записано неверно: «${title}»`,
    'record.answered': ({ number, title }: Facts) =>
      `Ответ о записи вашего замечания №\u00a0${number}: «${title}»`,
    'remark.replied': ({ number, title }: Facts) =>
      `Ответ в обсуждении замечания №\u00a0${number}: «${title}»`,
    'remark.hidden': ({ number, title }: Facts) =>
      `Ваше замечание №\u00a0${number} скрыто модератором: «${title}»`,
    'version.published': ({ version, title }: Facts) => `Опубликована редакция ${version}: «${title}»`,
    'summary.published': ({ title }: Facts) => `Опубликована сводка замечаний и предложений: «${title}»`,
    'stage.prolonged': ({ title, stage, until }: Facts) =>
      `Этап «${stage}» продлён по ${day(until)}: «${title}»`,
    'stage.opened': ({ title, stage, until }: Facts) =>
      `Начался этап «${stage}», он идёт по ${day(until)}: «${title}»`,
    'stage.closing': ({ title, stage, until }: Facts) =>
      `Этап «${stage}» заканчивается ${day(until)}: «${title}»`,
    'stage.closed': ({ title, stage }: Facts) => `Этап «${stage}» закончился: «${title}»`,
    'discussion.paused': ({ title }: Facts) => `Обсуждение приостановлено: «${title}»`,
    'discussion.resumed': ({ title, until }: Facts) =>
      until
        ? `Обсуждение возобновлено, этап идёт по ${day(until)}: «${title}»`
        : `Обсуждение возобновлено: «${title}»`,
    'discussion.cancelled': ({ title }: Facts) => `Снято с обсуждения: «${title}»`,
    'draft.withdrawn': ({ title }: Facts) => `Проект отозван разработчиком: «${title}»`,
    'erratum.made': ({ title }: Facts) => `Исправлена техническая ошибка в тексте: «${title}»`,
    'answer.due': ({ number, title, until }: Facts) =>
      `Ответ на замечание №\u00a0${number} нужно подготовить по ${day(until)}: «${title}»`,
    ...applicationNotices,
    ...conflictNotices,
    ...inviteNotices,
    ...contestNotices,
    ...eventNotices,
    ...practiceNotices,
    'closed.requested': ({ number }: Facts) =>
      `Просят открыть закрытые сведения: запрос №\u00a0${number} ждёт ответа`,
    'closed.granted': ({ number }: Facts) => `По запросу №\u00a0${number} закрытые сведения открыты на срок`,
    'closed.refused': ({ number }: Facts) =>
      `По запросу №\u00a0${number} закрытые сведения не открыты. Причина внутри`,
    'list.sent': ({ title }: Facts) => `Список кандидатов ждёт вашего согласования: «${title}»`,
    'list.agreed': ({ title }: Facts) => `Список кандидатов согласован: «${title}»`,
    'list.returned': ({ title }: Facts) => `Список кандидатов возвращён с замечаниями: «${title}»`,
    'request.sent': ({ number, title }: Facts) => `Новая заявка №\u00a0${number}: «${title}»`,
    'request.returned': ({ number, title }: Facts) =>
      `Заявка №\u00a0${number} возвращена с пояснением: «${title}»`,
    'request.planned': ({ number, title }: Facts) => `Заявка №\u00a0${number} включена в план: «${title}»`,
    'request.accepted': ({ number, title }: Facts) => `Заявка №\u00a0${number} принята: «${title}»`,
    'status.suspended': ({ number, from, title }: Facts) =>
      `Ваш статус эксперта приостановлен приказом №\u00a0${number} от ${from}: «${title}»`,
    'status.resumed': ({ number, from, title }: Facts) =>
      `Ваш статус эксперта возобновлён приказом №\u00a0${number} от ${from}: «${title}»`,
    'correction.accepted': () => 'Ваши данные в реестре исправлены',
    'correction.refused': () => 'В исправлении ваших данных отказано, причина в кабинете',
    'invitation.recorded': ({ title }: Facts) =>
      `За вас внесён ответ на приглашение: «${title}». Проверьте, всё ли верно`,
    'invitation.objected': ({ title }: Facts) =>
      `Эксперт возразил против ответа, который вы внесли: «${title}»`,
    'erasure.refused': () => 'На требование удалить данные ответили отказом, причина в кабинете',
    'claim.confirmed': ({ number }: Facts) =>
      `Подтверждено: запись реестра №\u00a0${number} ваша. Теперь это ваш номер`,
    'claim.refused': ({ number }: Facts) =>
      `В заявлении о записи реестра №\u00a0${number} отказано, причина в кабинете`,
    'status.begun': ({ number, from, title }: Facts) =>
      `Приказ №\u00a0${number} от ${day(from)} утверждает ваш статус эксперта: «${title}»`,
    'status.ended': ({ number, from, title }: Facts) =>
      `Приказ №\u00a0${number} от ${day(from)} прекращает ваш статус эксперта: «${title}»`,
    'status.amended': ({ number, from, title }: Facts) =>
      `Приказ №\u00a0${number} от ${day(from)} исправляет запись о вашем статусе: «${title}»`,
    'questionnaire.asked': ({ title }: Facts) => `Вас просят ответить на вопросы: «${title}»`,
    'deputy.appointed': ({ from, until }: Facts) => `Вам поручено замещение с ${day(from)} по ${day(until)}`,
  },
}

function day(value: string | number | undefined): string {
  return String(value).split('-').reverse().join('.')
}
