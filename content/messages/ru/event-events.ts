/** Lines of the log about events. */
export const eventEvents = {
  'event.created': 'создано мероприятие',
  'event.edited': 'изменены сведения о мероприятии',
  'event.announced': 'мероприятие объявлено',
  'event.cancelled': 'мероприятие отменено',
  'event.held': 'мероприятие завершено',
  'event.item-saved': 'сохранён пункт программы мероприятия',
  'event.item-removed': 'пункт программы мероприятия удалён',
  'event.registered': 'регистрация на мероприятие',
  'event.registration-cancelled': 'регистрация на мероприятие отменена',
  'event.promoted': 'место на мероприятии передано из листа ожидания',
  'event.attended': 'отмечено присутствие на мероприятии',
  'event.unattended': 'снята отметка о присутствии на мероприятии',
  'event.certificate': 'выдан сертификат мероприятия',
  'event.certificate-revoked': 'отозван сертификат мероприятия',
  'event.file-added': 'к мероприятию приложен файл',
  'event.file-removed': 'файл мероприятия убран',
}
