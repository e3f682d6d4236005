import { counted } from '#content/messages/plural.ts'

type Facts = Readonly<Record<string, string | number>>
const day = (iso: unknown) => String(iso).split('-').reverse().join('.')

/** What participants and experts of a contest are told. */
export const contestNotices = {
  'contest.changed': ({ title }: Facts) => `Изменены условия конкурса «${title}»`,
  'contest.cancelled': ({ title }: Facts) => `Конкурс «${title}» отменён`,
  'contest.ranked': ({ title }: Facts) =>
    `Опубликованы предварительные итоги конкурса «${title}». Можно подать апелляцию`,
  'contest.decided': ({ title }: Facts) => `Подведены итоги конкурса «${title}»`,
  'contest.invited': ({ title, count, until }: Facts) =>
    `Вас приглашают оценить ${counted(Number(count), 'работу', 'работы', 'работ')} конкурса «${title}». Ответьте до ${day(until)}`,
  'contest.reminded': ({ title, count }: Facts) =>
    `Ждём ваши экспертные листы по конкурсу «${title}»: осталось ${count}`,
  'work.admitted': ({ title, contest }: Facts) => `Работа «${title}» допущена к конкурсу «${contest}»`,
  'work.returned': ({ title, contest, until }: Facts) =>
    `Работу «${title}» вернули на исправление (конкурс «${contest}»). Отправьте её снова по ${day(until)}`,
  'work.rejected': ({ title, contest }: Facts) => `Работа «${title}» не допущена к конкурсу «${contest}»`,
  'work.appeal-answered': ({ title }: Facts) => `Дан ответ на ваше возражение по работе «${title}»`,
}
