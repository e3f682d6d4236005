type Facts = Readonly<Record<string, string | number>>

/** Refusals of questionnaires. */
export const questionnaireProblems = {
  'questionnaire-unpublished': 'Анкета ещё не опубликована.',
  'questionnaire-published': 'После публикации это не меняется: тем, кто отвечает, обещано иное.',
  'questionnaire-closed': 'Приём ответов закончен.',
  'questionnaire-not-open': 'Приём ответов ещё не начался.',
  'questionnaire-answered': 'Вы уже ответили. Второй ответ не принимается.',
  'questionnaire-not-yours': 'Эта анкета обращена не к вам, ответить на неё нельзя.',
  'questionnaire-open-list': 'Список приглашённых есть только у закрытого опроса.',
  'stale-form':
    'Пока вы отвечали, вопросы изменились. Ваши ответы сохранены: проверьте новые вопросы и отправьте ещё раз.',
  'results-few': 'Ответов пока мало: итоги откроются, когда их станет достаточно.',
  'results-staff': 'Итоги этой анкеты видят только те, кто её проводит.',
  'results-later': 'Итоги откроются, когда закончится приём ответов.',
  'results-anonymous': 'Итоги анонимного опроса откроются, когда закончится приём ответов.',
  'form-empty': 'В анкете нет ни одного вопроса.',
  'term-missing': 'Не указано, когда принимаются ответы.',
  'anonymous-list': 'Анонимным бывает только закрытый опрос, где ответ отправляют один раз.',
  'anonymous-list-fixed':
    'Список анонимного опроса после публикации не сокращается: так можно было бы вычислить ответы.',
  'anonymous-few': ({ minimum }: Facts) =>
    `Для анонимного опроса нужно пригласить не меньше ${minimum} человек: иначе ответы можно узнать.`,
  'anonymous-file': 'В анонимном опросе нельзя просить файл: он выдаёт автора.',
  'audience-draft': 'Анкету для экспертной группы составляют на странице проекта документа.',
  'invited-none': 'Список приглашённых пуст.',
  'invited-most': ({ most }: Facts) => `В списке может быть не больше ${most} человек.`,
  'person-unknown-line': ({ line }: Facts) => `Такого человека нет: ${line}. Проверьте номер или почту.`,
  'questions-most': ({ most }: Facts) => `В анкете может быть не больше ${most} вопросов.`,
  'options-few': ({ least }: Facts) => `Строк должно быть не меньше ${least}.`,
  'options-most': ({ most }: Facts) => `Строк может быть не больше ${most}.`,
  'option-twice': 'Одна и та же строка повторяется.',
  'number-limits': 'Верхний предел меньше нижнего.',
  'condition-gone': 'Условие ссылается на вопрос, которого больше нет.',
  'condition-later': 'Условие ссылается на вопрос, который стоит ниже.',
  'condition-kind': 'По ответу на этот вопрос условие не поставить.',
  'condition-option': 'Условие ссылается на ответ, которого больше нет.',
  'condition-dead': 'Условие никогда не выполнится: вопрос никто не увидит.',
  'answer-many': ({ question, most }: Facts) => `Отметьте не больше ${most}: ${question}`,
  'answer-number': ({ question }: Facts) => `Укажите число${question ? `: ${question}` : '.'}`,
  'answer-decimals': ({ question, decimals }: Facts) =>
    decimals === 0
      ? `Укажите целое число: ${question}`
      : `После запятой не больше ${decimals} знаков: ${question}`,
  'answer-range': ({ question, least, highest }: Facts) =>
    `Число вне пределов (${[least && `от ${least}`, highest && `до ${highest}`].filter(Boolean).join(' ')}): ${question}`,
  'answer-rows': ({ question }: Facts) => `Ответьте в каждой строке: ${question}`,
  'answer-other-required': ({ question }: Facts) => `Впишите свой ответ: ${question}`,
  'answer-file': ({ question }: Facts) => `Приложите файл заново: ${question}`,
}
