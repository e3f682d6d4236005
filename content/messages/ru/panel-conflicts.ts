import { counted } from '#content/messages/plural.ts'

/** Kinds of conflicts as they are said beside a name. */
export const conflictKinds = {
  author: 'автор проекта или запроса',
  declared: 'заявил о конфликте интересов',
  recused: 'взял самоотвод в этой группе',
  challenged: 'отведён из этой группы',
  'same-organisation': 'работает у разработчика или в связанной организации',
  'unknown-organisation': 'место работы неизвестно, конфликт не проверить',
  reciprocal: 'взаимная экспертиза',
  'former-employer': 'недавно работал у разработчика',
  'co-author': 'писал практику вместе с автором проекта',
  nominator: 'выдвижение связывает с разработчиком',
  'same-founder': 'тот же учредитель, что у разработчика',
  together: 'снова в одной группе с тем же экспертом',
}

const place = ({ from, until, organisation }: ConflictFacts) =>
  `место работы${from ? ` с ${from}` : ''}${until ? ` по ${until}` : ''}: ${organisation}`
interface ConflictFacts {
  organisation: string
  of: string
  from: string
  until: string
  panel: number
  person: number
  letter: string
}

/** Conflicts of interest, challenges and recusals of a panel. */
export const panelConflicts = {
  kinds: conflictKinds,
  facts: {
    draft: () => 'записан автором проекта',
    version: () => 'записан автором редакции',
    request: () => 'запросил эту группу',
    declared: () => 'сообщил об этом сам',
    recused: () => 'самоотвод в этой группе',
    challenged: () => 'отвод удовлетворён',
    unknown: () => 'в сведениях нет нынешнего места работы',
    same: (fact: ConflictFacts) => `${place(fact)} (разработчик проекта или заказчик группы)`,
    successor: (fact: ConflictFacts) => `${place(fact)} (преемственность: ${fact.of})`,
    founder: (fact: ConflictFacts) => `${place(fact)} (учредитель: ${fact.of})`,
    branch: (fact: ConflictFacts) => `${place(fact)} (её учредитель ${fact.of})`,
    sister: (fact: ConflictFacts) => `${place(fact)} (общий учредитель: ${fact.of})`,
    judged: ({ panel, person, from }: ConflictFacts) =>
      `автор этого проекта (№\u00a0${person}) с ${from} входил в группу №\u00a0${panel} по проекту этого эксперта`,
    nominated: ({ letter, from }: ConflictFacts) =>
      `письмо о выдвижении №\u00a0${letter} от ${from}: выдвинут разработчиком`,
    nominating: ({ letter, from }: ConflictFacts) =>
      `письмо о выдвижении №\u00a0${letter} от ${from}: автора проекта выдвинула организация эксперта`,
    wrote: ({ person, from }: ConflictFacts) =>
      `с ${from} общая опубликованная практика с автором этого проекта (№\u00a0${person})`,
    sat: ({ panel, person }: ConflictFacts) => `группа №\u00a0${panel}, вместе с экспертом №\u00a0${person}`,
  },
  blocks: 'участвовать нельзя',
  warns: 'нужно решение',
  allowed: 'не препятствует',
  foundOn: (day: string) => `обнаружено ${day}`,
  page: {
    title: 'Конфликты интересов',
    link: (n: number) => (n === 0 ? 'Конфликты интересов' : `Конфликты интересов: ${n}`),
    lead: 'Что известно о членах группы и запасных на сегодня и на чём это основано. Видят только те, кто ведёт отбор; нигде не публикуется.',
    seats: 'Состав и запас',
    clear: 'Конфликтов не найдено',
    nobody: 'Никто пока не выбран',
    decide: 'Не препятствует…',
    decided: (day: string) => `Решение от ${day}`,
    recall: 'Отозвать решение',
    replace: 'Заменить из запаса',
    release: 'Исключить из запаса',
    excluded: 'Не могут быть выбраны',
    excludedLead: (n: number) =>
      `${counted(n, 'эксперт подходит', 'эксперта подходят', 'экспертов подходят')} по направлению, но выбрать их нельзя ни одним из способов.`,
    excludedMore: (n: number) => `Ещё ${n} не показаны: найдите их по номеру или имени в выборе вручную.`,
    columns: { expert: 'Эксперт', conflict: 'Конфликт и его основание' },
    past: 'Чего больше нет',
    gone: (from: string, to: string) => `обнаружено ${from}, больше не находится с ${to}`,
  },
  decision: {
    title: 'Конфликт не препятствует',
    lead: (who: string) =>
      `${who}: запишите, почему это обстоятельство не мешает беспристрастной экспертизе. Решение действует, пока факты те же.`,
    ground: 'Не препятствует, потому что',
    submit: 'Сохранить решение',
  },
  replacement: {
    title: 'Замена из запаса',
    lead: (who: string) =>
      `${who} покинет группу. Место сразу займёт следующий запасной, у которого нет конфликта; если приглашения уже разосланы, он получит своё. Отправленный лист останется в деле.`,
    leadReserve: (who: string) => `${who} больше не будет в запасе.`,
    submit: 'Заменить',
  },
  challenge: {
    title: 'Отвод члена группы',
    link: 'Заявить отвод',
    lead: 'Если вы знаете, почему член группы или запасной не может судить беспристрастно, напишите об этом. Ответ с обоснованием придёт вам; ваше имя и слова увидят только те, кто ведёт отбор.',
    member: 'Кого касается',
    reason: 'Почему этот человек не может участвовать',
    reasonHint: 'Назовите факты: где работал, что писал, с кем связан. Без них решить нельзя.',
    submit: 'Отправить заявление',
    back: 'К протоколу',
    nobody: 'В группе сейчас никого нет',
    ownHere: 'Ваши заявления в этой группе',
    ownTitle: 'Мои отводы',
    ownLead: 'Отвод заявляют другому; о себе сообщают самоотводом в приглашении.',
    ownNone: 'Вы не заявляли отводов',
    you: 'вы',
    section: 'Отводы',
    none: 'Отводов никто не заявлял.',
    one: (panel: number) => `Отвод в группе №\u00a0${panel}`,
    made: (day: string) => `Заявлен ${day}`,
    madeOn: 'Заявлен',
    answerBy: 'Ответ до',
    answeredDay: 'Дата ответа',
    due: (day: string) => `ответ до ${day}`,
    states: {
      waiting: 'ждёт ответа',
      late: 'срок ответа вышел',
      upheld: 'удовлетворён',
      rejected: 'отклонён',
    },
    whom: 'Кому заявлен',
    by: 'Кто заявил',
    said: 'Основание',
    answered: 'Обоснование ответа',
    answeredThen: (day: string) => `ответ дан ${day}`,
    decide: 'Решение по отводу',
    outcome: 'Решение',
    upholdLeft: 'Человека в группе уже нет; снова выбрать его в эту группу будет нельзя.',
    uphold: 'Удовлетворить',
    upholdHint: 'Человек покинет группу, его место займёт запасной.',
    reject: 'Отклонить',
    rejectHint: 'Человек остаётся в группе.',
    answer: 'Обоснование',
    answerHint: 'Его прочитает тот, кто заявил отвод.',
    submitAnswer: 'Ответить',
    left: 'Этого человека в группе уже нет.',
    ofMe: {
      title: 'Вам заявлен отвод',
      line: (day: string, state: string) => `${day}: ${state}`,
      text: 'Решение принимает тот, кто ведёт отбор. Пока его нет, вы остаётесь в группе. Если конфликт интересов действительно есть, возьмите самоотвод.',
    },
  },
  recusal: {
    title: 'Самоотвод',
    link: 'Взять самоотвод',
    lead: 'Вы покинете группу, ваше место займёт запасной. Вернуться в эту группу будет нельзя. Причину увидят только те, кто ведёт отбор.',
    reason: 'Причина',
    conflict: 'У меня конфликт интересов',
    conflictHint: 'Запись об этом останется в деле группы.',
    back: 'Остаться в группе',
    submit: 'Взять самоотвод',
    section: 'Самоотводы',
    declared: 'Сообщил о конфликте интересов',
  },
}
