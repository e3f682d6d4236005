type Facts = Readonly<Record<string, string | number>>

const of =
  (said: string) =>
  ({ number, title }: Facts) =>
    `${said}: заявление №\u00a0${number}, «${title}»`

/** What people are told on the way into the registry. */
export const applicationNotices = {
  'application.nominated': ({ title }: Facts) =>
    `Вас выдвигают в эксперты по направлению «${title}». Ответьте, согласны ли вы`,
  'application.recalled': of('Выдвижение отозвано'),
  'application.reminded': of('Напоминание: от вас ждут ответа'),
  'application.consented': of('Согласие на выдвижение получено'),
  'application.declined': of('Человек не согласился на выдвижение'),
  'application.surveyed': of('На рассмотрении'),
  'application.returned': of('Возвращено на рассмотрение'),
  'application.admitted': of('Допуск к оценке'),
  'application.refused': of('Отказ в допуске к оценке'),
  'application.appealed': of('Обжалуют отказ'),
  'application.upheld': of('Обжалование отклонено'),
  'application.satisfied': of('Обжалование удовлетворено, допуск к оценке'),
  'application.withdrawn': of('Заявление отозвано'),
  'invitation.reminded': ({ title }: Facts) =>
    `Ваша организация напоминает: вас пригласили в экспертизу «${title}», ответьте`,
  'result.imported': () => 'Внесён результат оценки: посмотрите в кабинете, на странице «Путь в реестр»',
}
