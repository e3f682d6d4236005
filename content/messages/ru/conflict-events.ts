type Facts = Readonly<Record<string, string | number>>

export const conflictEvents = {
  'panel.conflict-found': 'обнаружен конфликт интересов',
  'panel.conflict-waived': 'записано, почему конфликт не препятствует',
  'panel.waiver-recalled': 'решение о конфликте отозвано',
  'panel.challenged': 'заявлен отвод',
  'panel.challenge-upheld': 'отвод удовлетворён',
  'panel.challenge-rejected': 'отвод отклонён',
  'seat.recused': 'взят самоотвод',
  'seat.replaced': 'эксперт с конфликтом заменён',
}

/** What the inbox says of them. */
export const conflictNotices = {
  'conflict.found': ({ title }: Facts) =>
    `В экспертной группе по проекту «${title}» обнаружен конфликт интересов. Нужно решение или замена`,
  'challenge.made': ({ title }: Facts) => `В экспертной группе по проекту «${title}» заявлен отвод`,
  'challenge.late': ({ title }: Facts) => `Срок ответа на отвод вышел: группа по проекту «${title}»`,
  'challenge.answered': ({ title }: Facts) => `Есть ответ на заявленный вами отвод: проект «${title}»`,
  'panel.unseated': ({ title }: Facts) =>
    `Вы больше не входите в экспертную группу по проекту «${title}». Спасибо за готовность`,
  'seat.recused': ({ title }: Facts) => `Эксперт взял самоотвод в группе по проекту «${title}»`,
}
