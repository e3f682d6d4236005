import { by } from './panel-object.ts'

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
  'conflict.found': ({ title, about }: Facts) =>
    `В экспертной группе ${by(title, about)} обнаружен конфликт интересов. Нужно решение или замена`,
  'challenge.made': ({ title, about }: Facts) => `В экспертной группе ${by(title, about)} заявлен отвод`,
  'challenge.late': ({ title, about }: Facts) => `Срок ответа на отвод вышел: группа ${by(title, about)}`,
  'challenge.answered': ({ title, about }: Facts) =>
    `Есть ответ на заявленный вами отвод: группа ${by(title, about)}`,
  'panel.unseated': ({ title, about }: Facts) =>
    `Вы больше не входите в экспертную группу ${by(title, about)}. Спасибо за готовность`,
  'seat.recused': ({ title, about }: Facts) => `Эксперт взял самоотвод в группе ${by(title, about)}`,
}
