type Facts = Readonly<Record<string, string | number>>

/** Why a step of the way into the registry is refused. */
export const applicationProblems = {
  'application-own': 'В собственном деле решает другой сотрудник.',
  'application-refuser': 'На обжалование отвечает не тот, кто отказал.',
  'application-state': ({ number }: Facts) =>
    `Заявление №\u00a0${number} уже на другом шаге. Обновите страницу.`,
  'application-direction': 'Такого направления в действующем перечне нет. Выберите из списка.',
  'application-no-consent':
    'Нет действующего согласия на обработку данных. Дайте его в кабинете, на странице «Согласия».',
  'application-entrepreneur': 'Индивидуальный предприниматель экспертом быть не может.',
  'application-holds': 'Статус эксперта по этому направлению уже есть.',
  'application-open': 'Заявление по этому направлению уже рассматривается.',
  'application-ordered': 'Приказ уже издан: статус прекращает только другой приказ.',
  'application-moved': 'Решение вернуть нельзя: по нему уже есть результат оценки, список или приказ.',
  'application-number-consent': ({ number }: Facts) =>
    `Заявление №\u00a0${number}: нет действующего согласия на обработку данных.`,
  'application-number-entrepreneur': ({ number }: Facts) =>
    `Заявление №\u00a0${number}: человек заявил, что он индивидуальный предприниматель. Допустить нельзя.`,
  'application-unanswered': ({ number }: Facts) =>
    `Заявление №\u00a0${number}: на опрос не ответили. Допустить можно с пояснением, по каким бумагам сверены требования.`,
  'application-unmet': ({ number, unmet }: Facts) =>
    `Заявление №\u00a0${number}: не выполнены требования (${unmet}). Откажите или поясните, почему допускаете.`,
  'application-agree': 'Без согласия на оценку заявление подать нельзя.',
  'applications-none': 'Отметьте хотя бы одно заявление.',
  'appeal-late': 'Срок обжалования прошёл.',
  'appeal-once': 'Обжалование уже рассмотрено.',
  reminded: ({ days }: Facts) =>
    `Недавно уже напоминали. Следующее напоминание — не раньше чем через ${days} дн. после прошлого.`,
  'reminded-all': 'Всем, кто ждёт, недавно уже напоминали. Попробуйте позже.',
  'nomination-none': 'Назовите хотя бы одного человека.',
  'application-account': 'У человека есть учётная запись: он отвечает сам.',
  'nomination-incomplete': ({ line }: Facts) =>
    `Строка ${line}: чтобы внести нового человека, нужны организация и должность.`,
  'nomination-answered': 'Кто-то из списка уже ответил. Остальных отзовите по одному.',
  'line-application-holds': ({ line }: Facts) => `Строка ${line}: статус по этому направлению уже есть.`,
  'line-application-open': ({ line }: Facts) =>
    `Строка ${line}: заявление по этому направлению уже рассматривается.`,
  'results-used': 'По этим результатам уже согласован список или издан приказ: отменить загрузку нельзя.',
  'result-not-admitted': 'Заявление этого человека не допущено к оценке.',
  'line-result-not-admitted': ({ line }: Facts) =>
    `Строка ${line}: заявление этого человека не допущено к оценке.`,
  'candidate-not-admitted': ({ number, name }: Facts) =>
    `№\u00a0${number}, ${name}: заявление не допущено, отклонено или отозвано.`,
}
