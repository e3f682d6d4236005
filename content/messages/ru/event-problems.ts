/** Why something cannot be done with an event. */
export const eventProblems = {
  'event-state': 'Сейчас это невозможно: мероприятие на другом этапе. Обновите страницу.',
  'event-past': 'Начало уже прошло. Исправьте даты, чтобы объявить мероприятие.',
  'event-place': 'Укажите место или ссылку для подключения.',
  'event-registration-over': 'Регистрация закончилась.',
  'event-registered': 'Вы уже зарегистрированы.',
  'event-begun': 'Мероприятие уже началось, отказаться от участия нельзя.',
  'event-attended': 'Ваше присутствие уже отмечено.',
  'event-not-begun': 'Отмечать присутствие можно со дня начала мероприятия.',
  'event-not-over': 'Завершить мероприятие можно после его окончания.',
  'event-seatless': 'Этот человек в листе ожидания, места у него нет.',
  'event-seats-taken': 'Участников уже больше. Мест не может быть меньше, чем подтверждённых участников.',
  'event-items-outside': 'В программе есть пункты вне этого времени. Сначала перенесите их.',
  'event-item-time': 'Время должно быть в пределах мероприятия.',
  'event-items': ({ most }: Readonly<Record<string, string | number>>) =>
    `В программе не больше ${most} пунктов.`,
  'event-speaker': ({ number }: Readonly<Record<string, string | number>>) =>
    `Человека с номером ${number} на площадке нет.`,
  'event-speakers': ({ most }: Readonly<Record<string, string | number>>) =>
    `В одном пункте программы не больше ${most} выступающих.`,
  'event-practice': 'Опубликованной практики с таким номером нет.',
  'event-moment': 'Укажите дату и время.',
  'event-ends': 'Окончание не может быть раньше начала.',
  'event-register-until': 'Регистрация не может идти дольше мероприятия.',
  'event-link': 'Нужна ссылка, которая начинается с https://',
}
