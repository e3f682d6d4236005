import { counted } from '#content/messages/plural.ts'
import { activationProblems } from './activation-problems.ts'
import { applicationProblems } from './application-problems.ts'
import { candidateProblems } from './candidate-problems.ts'
import { conclusionProblems } from './conclusion-problems.ts'
import { conflictProblems } from './conflict-problems.ts'
import { contestProblems } from './contest-problems.ts'
import { directionProblems } from './direction-problems.ts'
import { documentProblems } from './document-problems.ts'
import { eventProblems } from './event-problems.ts'
import { intakeProblems } from './intake-problems.ts'
import { objectProblems } from './object-problems.ts'
import { orderProblems } from './order-problems.ts'
import { organisationProblems } from './organisation-problems.ts'
import { inviteProblems } from './panel-invites.ts'
import { practiceProblems } from './practice-problems.ts'
import { questionnaireProblems } from './questionnaire-problems.ts'
import { selectionProblems } from './selection-problems.ts'
import { sheetProblems } from './sheet-problems.ts'
import { ssoProblems } from './sso-problems.ts'
import { versionProblems } from './version-problems.ts'

type Facts = Readonly<Record<string, string | number>>

/** Reason code → a sentence the visitor can act on. Rules, commands and forms refuse with these codes. */
export const problems = {
  'not-found': 'Такой страницы нет или она вам не видна.',
  forbidden: 'У вас нет права на это действие.',
  'signed-out': 'Войдите, чтобы продолжить.',
  conflict: 'Кто-то уже сделал это раньше. Обновите страницу и проверьте.',
  stale: 'Данные изменились, пока вы заполняли форму. Проверьте новое состояние и отправьте ещё раз.',
  'too-many': 'Слишком много попыток подряд. Подождите немного и попробуйте снова.',
  invalid: 'Проверьте отмеченные поля.',
  gone: 'Эта запись снята с публикации.',
  failed: 'На сервере произошла ошибка. Мы записали её и разберёмся.',
  required: 'Заполните это поле.',
  'too-long': 'Слишком длинно, сократите.',
  email: 'Это не похоже на адрес почты. Пример: anna@school.example.',
  name: 'В имени могут быть только буквы, дефис, точка и апостроф.',
  day: 'Укажите дату.',
  phone: 'Это не похоже на номер телефона. Пример: +7 351 000-00-00.',
  'password-short': 'Пароль короче 12 знаков. Проще всего взять фразу из нескольких слов.',
  'password-simple': 'Такой пароль легко подобрать. Возьмите фразу из нескольких слов.',
  'consent-needed': 'Без согласия на обработку данных учётную запись создать нельзя.',
  'wrong-credentials': 'Почта, номер или пароль не подходят. Проверьте раскладку и попробуйте ещё раз.',
  'not-your-password':
    'Это не тот пароль, с которым регистрировались. Забыли его или регистрировались не вы — задайте новый: «Забыли пароль?» ниже.',
  'wrong-password': 'Это не ваш нынешний пароль.',
  'wrong-code':
    'Код не подходит. Подождите следующий код в приложении и проверьте, что на телефоне верно идут часы.',
  'step-dead': 'Время вышло. Начните вход сначала.',
  'factor-offer-dead': 'Этот ключ больше не действует. Начните подключение заново.',
  'factor-needed': 'Ваша роль требует второго шага входа. Подключите его, и можно будет продолжить.',
  'factor-obliged': 'Ваша роль требует второго шага: отключить его нельзя.',
  'own-factor':
    'Свой второй шаг так снять нельзя. Обновите его в кабинете или попросите другого администратора.',
  'no-factor': 'У этого человека второй шаг не подключён.',
  'token-dead': 'Ссылка уже использована или устарела. Запросите новую.',
  'already-confirmed': 'Почта уже подтверждена.',
  'term-order': 'Последний день раньше первого.',
  'term-past': 'Срок уже закончился. Укажите день не раньше сегодняшнего.',
  'own-grant': 'Назначить роль самому себе нельзя.',
  'region-grant': 'Роль для всего региона назначает администратор.',
  'grant-exists': 'У человека уже есть эта роль здесь на эти дни.',
  'role-unknown': 'Такой роли нет.',
  'scope-kind': 'Эту роль нельзя назначить на такой круг. Выберите другой.',
  'scope-unknown': 'Такого места нет в справочнике. Выберите из подсказки.',
  'own-deputy': 'Замещать самого себя нельзя.',
  'deputy-no-user': 'Такого человека среди вошедших в систему нет. Проверьте почту или номер.',
  'deputy-exists': 'Этот человек уже замещает вас в эти дни.',
  'own-account': 'Закрыть собственную учётную запись можно на странице «Согласия».',
  'too-large': 'Файл больше допустимого.',
  'file-type': 'Такой файл не принимаем. Подойдут PDF, DOCX, XLSX, текст, PNG и JPEG.',
  'file-empty': 'Файл пустой.',
  'reason-needed': 'Напишите, зачем вам это нужно: запись останется в журнале.',
  'archive-broken':
    'Файл повреждён: его не удалось распаковать. Сохраните его в Word ещё раз и отправьте снова.',
  'archive-bomb': 'В распакованном виде файл слишком велик.',
  'file-gone': 'Этого файла у нас больше нет. Выберите его ещё раз.',
  'file-unreadable': 'Файл не открывается: проверьте путь и право на чтение.',
  'import-type': 'Такой файл не принимаем. Подойдут DOCX, Markdown, HTML и простой текст.',
  'import-save-as-docx': ({ found }: Facts) =>
    `Файл ${found ?? ''} прочитать без потерь нельзя. Откройте его в Word или LibreOffice и сохраните как DOCX: «Файл» → «Сохранить как».`,
  'import-extension': ({ extension, found }: Facts) =>
    `Файл назван «${extension ?? ''}», а внутри ${found ?? 'другой формат'}. Сохраните документ как DOCX и загрузите снова.`,
  'import-broken':
    'Файл повреждён: прочитать его не удалось. Откройте его в Word, сохраните как DOCX ещё раз и загрузите снова.',
  'import-encrypted':
    'Файл защищён паролем. Снимите защиту в Word («Файл» → «Сведения» → «Защита документа») и загрузите снова.',
  'import-macros': 'В файле есть макросы. Сохраните его как обычный документ DOCX, без макросов.',
  'import-external': ({ part }: Facts) =>
    `Документ загружает часть из другого файла${part ? ` (${part})` : ''}. Вставьте рисунки и таблицы в сам документ, отвяжите шаблон и сохраните снова.`,
  'import-bomb': 'В распакованном виде файл слишком велик или устроен так, что прочитать его нельзя.',
  'import-failed':
    'Файл устроен необычно, и прочитать его не удалось. Откройте его в Word и сохраните как DOCX ещё раз.',
  'import-too-long': ({ seconds }: Facts) =>
    `Файл не удалось прочитать за ${seconds ?? ''} с. Разделите документ на части или упростите таблицы.`,
  'import-memory': 'Файл слишком сложен: на его чтение не хватило памяти. Разделите документ на части.',
  'tracked-changes': ({ inserted, deleted, moved, formatted, count }: Facts) =>
    `В файле исправления, которые никто не принял и не отклонил: ${count ?? ''} (вставок ${inserted ?? 0}, удалений ${deleted ?? 0}, переносов ${moved ?? 0}, изменений оформления ${formatted ?? 0}). Выберите: принять, отклонить или взять как предложения.`,
  'template-unknown': 'Такого шаблона нет.',
  'template-active': ({ part }: { part?: string | number }) =>
    `В файле есть макрос, внедрённый объект или поле, которое загружает чужое содержимое (${part ?? ''}). Уберите его и сохраните документ как обычный DOCX.`,
  'template-external': ({ part }: { part?: string | number }) =>
    `Документ загружает часть из другого места: ${part ?? ''}. Вставьте рисунок в сам документ и отвяжите внешний шаблон.`,
  'template-broken': ({ where }: { where?: string | number }) =>
    `Фигурные скобки не сходятся${where ? `: проверьте ${where}` : ''}. У каждого {#слова} должна быть пара {/слово}.`,
  'template-expression': ({ word }: { word?: string | number }) =>
    `В скобках может стоять только слово: буквы, цифры, подчёркивание. Исправьте {${word ?? ''}}.`,
  'template-words': ({ words }: { words?: string | number }) =>
    `Этих слов для этого документа нет: ${words ?? ''}. Полный список слов стоит на этой странице.`,
  'paper-issued': 'Документ уже выпущен, править его нельзя. Если в нём ошибка, составьте новый.',
  'paper-incomplete': ({ titles }: { titles?: string | number }) =>
    `Для выпуска не хватает: ${titles ?? ''}.`,
  'paper-none': 'Отметьте хотя бы один документ.',
  'paper-many': ({ most }: { most?: string | number }) =>
    `За один раз можно взять не больше ${most ?? ''} документов.`,
  'merge-different':
    'У отмеченных документов разные стили, в одном файле они испортили бы друг друга. Выберите документы одного вида или возьмите ZIP.',
  'panel-cancelled': 'Группа отменена.',
  'panel-convened': 'Листы уже открыты, состав не меняется.',
  'panel-invited': 'Приглашения уже отправлены, выбрать заново нельзя.',
  'panel-not-selected': 'Сначала выберите состав.',
  'panel-not-convened': 'Экспертные листы ещё не открыты.',
  'panel-incomplete': 'Согласились ещё не все члены группы.',
  'panel-no-chair': 'Сначала назначьте председателя.',
  'panel-size': ({ least, most }: Facts) => `В группе может быть от ${least} до ${most} человек.`,
  'panel-reserve': ({ most }: Facts) => `В запасе может быть не больше ${most} человек.`,
  'conclusion-issued': 'Заключение уже выпущено.',
  'sheets-not-in': 'Листы откроются, когда будет отправлен последний.',
  'not-chair': 'Это делает председатель группы.',
  'sheet-sent': 'Лист уже отправлен, изменить его нельзя.',
  'response-sent': 'Ответы уже отправлены, изменить их нельзя.',
  'invitation-answered': 'На это приглашение уже есть ответ.',
  'invitation-late': 'Срок ответа вышел, место передано запасному.',
  'no-conflict-required': 'Без заявления об отсутствии конфликта интересов принять приглашение нельзя.',
  'nobody-to-invite': 'Все члены группы уже приглашены.',
  'seat-not-eligible': ({ rank }: Facts) =>
    `Эксперт на месте №\u00a0${rank} больше не подходит: изменились статус или место работы. Выберите состав заново.`,
  'chair-not-accepted': 'Председателем может быть только тот, кто согласился участвовать.',
  'questionnaire-unknown': 'Такой формы экспертного листа нет.',
  'question-unknown': 'Такого вопроса в форме нет. Обновите страницу.',
  'answer-invalid': 'Такой ответ на этот вопрос не подходит.',
  'answer-required': ({ question }: Facts) => `Ответьте: ${question}.`,
  'answer-reason-required': ({ question }: Facts) => `Обоснуйте ответ: ${question}.`,
  'not-applicable-refused': 'На этот вопрос нужно ответить.',
  'draft-unpublished': 'У проекта ещё нет опубликованной редакции.',
  'directions-required': 'Отметьте хотя бы одно направление.',
  'out-of-range': 'Число вне допустимых пределов.',
  'lot-not-announced': 'Жребий не объявлен или уже проведён.',
  'chosen-twice': 'Один человек отмечен дважды.',
  'not-eligible': ({ number }: Facts) =>
    `Эксперт №\u00a0${number} не может быть выбран: нет статуса по направлениям группы или есть конфликт интересов.`,
  ...conflictProblems,
  ...inviteProblems,
  ...selectionProblems,
  ...sheetProblems,
  // moderation
  'own-text': 'О собственных словах судит кто-то другой.',
  'appeal-another': 'Обжалование рассмотрит другой модератор: это решение принимали вы.',
  'newcomer-wait': ({ n }: Facts) =>
    `Ваши первые сообщения ещё проверяет модератор (их ${n}). Как только пропустит одно, сможете писать дальше.`,
  appealed: 'Об этом уже спросили модератора. Ответ придёт в уведомлениях.',
  // reviews
  'discussion-not-open': 'Обсуждение ещё не началось.',
  'discussion-closed': 'Приём замечаний и предложений закончен.',
  'summary-published': 'Сводка уже опубликована, обсуждение закрыто.',
  'summary-unpublished': 'Сводка ещё не опубликована.',
  'signed-day': 'Дата подписания не раньше публикации сводки и не позже сегодняшнего дня.',
  'summary-unanswered': 'Есть замечания без решения. Ответьте на них или объясните, почему ответа нет.',
  'own-remark': 'Поддержать собственное замечание нельзя.',
  'remark-withdrawn': 'Автор отозвал это замечание.',
  'remark-covered': 'Эти слова скрыл модератор, изменить их нельзя. Его решение можно обжаловать.',
  'remark-decided': 'По замечанию уже есть решение, изменить слова нельзя.',
  'remark-answered': 'На замечание уже ответили, изменить слова нельзя. Его можно отозвать и внести новое.',
  'recommendation-missing': 'По этому замечанию ещё нет рекомендации исполнителя.',
  'decisions-unconfirmed': ({ n }: Facts) => `Подписант ещё не утвердил решения: ${n}.`,
  'executor-unknown': 'Этот человек не готовит ответы вашей организации.',
  'not-assigned': 'Это замечание поручено не вам.',
  'remarks-none': 'Выберите хотя бы одно замечание.',
  'group-small': 'Для общего ответа нужны хотя бы два замечания.',
  'decision-kind': 'Такое решение не подходит к этому виду замечания.',
  'passage-not-found': 'Такого места в этой редакции нет. Откройте текст заново и выберите место ещё раз.',
  'passage-empty': 'Выберите хотя бы одно слово.',
  'passage-too-long': 'Выбрано слишком много текста. Разделите замечание на несколько.',
  'replacement-kind': 'Свою редакцию можно дать только в предложении.',
  'replacement-one-block': 'Новую редакцию можно дать одному абзацу. Выберите место внутри него.',
  'replacement-same': 'Предложенные слова совпадают с текстом.',
  'not-your-organisation': 'От имени организации пишет тот, кого назначил её руководитель.',
  'position-exists': 'Позиция этой организации на этом этапе уже внесена. Добавьте замечание в неё.',
  'files-many': ({ most }: Facts) => `К замечанию прикладывают не больше файлов, чем ${most}.`,
  'document-invalid': 'Текст не удалось прочитать. Вставьте его ещё раз или возьмите Markdown.',
  'document-too-long': 'Текст слишком велик. Разделите документ на части.',
  'document-empty': 'В тексте нет ни одного слова.',
  'draft-published': 'Опубликованный проект нельзя удалить, его можно отозвать с объяснением.',
  'discard-expired': 'Срок, когда проект можно было вернуть, прошёл.',
  'version-published': 'Эта редакция уже опубликована и больше не меняется. Начните следующую.',
  'stages-empty': 'Нужен хотя бы один этап.',
  'stages-overlap': 'Этапы пересекаются. Следующий начинается после последнего дня предыдущего.',
  'stage-began': 'Этап уже начался, первый день не изменить.',
  'stage-over': 'Этап уже закончился.',
  'stage-of-others': 'На этом этапе замечания вносят не все. Кто участвует, сказано в ходе обсуждения.',
  'discussion-paused': 'Обсуждение приостановлено. Когда его возобновят, срок продолжится с того же места.',
  'discussion-cancelled': 'Обсуждение снято, замечания больше не принимаются.',
  'discussion-runs': 'Обсуждение не приостановлено.',
  'discussion-spoken': 'В снятом обсуждении уже есть замечания. Внесите документ новым проектом.',
  'prolong-later': 'Новый последний день должен быть позже прежнего.',
  'ground-needed': ({ days }: Facts) =>
    `Порядок обсуждения позволяет не больше ${atLeast(days)}. Чтобы продлить ещё, укажите документ-основание.`,
  'erratum-words': 'Этих слов в абзаце нет. Скопируйте их из текста точно, до знака.',
  'erratum-place': 'В нескольких местах есть эти слова. Выберите нужное.',
  'erratum-many': 'Эти слова стоят в абзаце несколько раз. Возьмите больше слов вокруг.',
  'erratum-same': 'Слова не отличаются.',
  'erratum-large': ({ characters }: Facts) =>
    `Меняется больше ${characters} знаков подряд: это уже не опечатка. Подготовьте новую редакцию.`,
  'erratum-meaning': ({ word }: Facts) =>
    `Появляется или исчезает слово «${word}», а оно меняет смысл. Подготовьте новую редакцию.`,
  'erratum-overlaps': 'В этих словах ошибка уже исправлена.',
  'request-state': 'Состояние заявки уже изменилось. Обновите страницу.',
  'letter-ahead': 'Дата письма ещё не наступила.',
  'plan-past': 'Этот месяц уже прошёл.',
  'no-calendar': ({ year }: Facts) =>
    `Календаря рабочих дней на ${year} год на площадке ещё нет, поэтому срок посчитать нельзя. Выберите день раньше.`,
  'term-short': ({ days, stage }: Facts) =>
    `Этап «${stage}» короче, чем позволяет порядок обсуждения: нужно не меньше ${atLeast(days)}.`,
  'term-long': ({ days, stage }: Facts) =>
    `Этап «${stage}» длиннее, чем позволяет порядок обсуждения: можно не больше ${atLeast(days)}.`,
  'not-demo': 'На этой площадке нет демонстрационных данных, перезагружать нечего.',
  'not-sure': 'Поставьте отметку: данные будут удалены.',
  ...questionnaireProblems,
  ...documentProblems,
  ...intakeProblems,
  ...ssoProblems,
  ...applicationProblems,
  ...activationProblems,
  ...candidateProblems,
  ...contestProblems,
  ...eventProblems,
  ...practiceProblems,
  ...conclusionProblems,
  ...directionProblems,
  ...objectProblems,
  ...orderProblems,
  ...organisationProblems,
  ...versionProblems,
}

function atLeast(days: string | number | undefined): string {
  return counted(Number(days), 'дня', 'дней', 'дней')
}
