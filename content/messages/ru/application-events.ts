/** Entries of the log about the way into the registry. */
export const applicationEvents = {
  'application.filed': 'подано заявление в реестр',
  'application.nominated': 'человек выдвинут в эксперты',
  'application.recalled': 'выдвижение отозвано',
  'application.reminded': 'отправлено напоминание о заявлении',
  'application.consented': 'дано согласие на выдвижение',
  'application.declined': 'дан отказ от выдвижения',
  'application.surveyed': 'пройден опрос о требованиях',
  'application.returned': 'заявление возвращено на рассмотрение',
  'application.admitted': 'допуск к оценке',
  'application.refused': 'отказ в допуске к оценке',
  'application.appealed': 'подано обжалование отказа',
  'application.upheld': 'обжалование отклонено',
  'application.satisfied': 'обжалование удовлетворено',
  'application.withdrawn': 'заявление отозвано',
  'application.closed': 'заявление завершено',
  'nomination.sent': 'отправлено письмо о выдвижении',
}
