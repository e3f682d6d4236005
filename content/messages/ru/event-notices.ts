type Facts = Readonly<Record<string, string | number>>
const day = (iso: unknown) => String(iso).split('-').reverse().join('.')

/** What speakers and those who registered for an event are told. */
export const eventNotices = {
  'event.speaker': ({ title, day: on }: Facts) => `Вы названы в программе мероприятия «${title}» ${day(on)}`,
  'event.moved': ({ title, day: on }: Facts) =>
    `Изменились время или место мероприятия «${title}». Начало ${day(on)}, подробности на странице`,
  'event.cancelled': ({ title }: Facts) => `Мероприятие «${title}» отменено. Причина указана на его странице`,
  'event.promoted': ({ title, day: on }: Facts) =>
    `Освободилось место: вы участвуете в мероприятии «${title}» ${day(on)}`,
  'event.certificate': ({ title }: Facts) => `Готов сертификат: мероприятие «${title}»`,
  'event.certificate-revoked': ({ title, reason }: Facts) =>
    `Сертификат мероприятия «${title}» отозван: ${reason}`,
}
