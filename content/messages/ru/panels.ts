import { counted, plural } from '#content/messages/plural.ts'
import { panelAgreement } from './panel-agreement.ts'
import { panelCancel } from './panel-cancel.ts'
import { panelConflicts } from './panel-conflicts.ts'
import { panelHand } from './panel-hand.ts'
import { panelInvites } from './panel-invites.ts'
import { panelPapers } from './panel-papers.ts'
import { panelRequest } from './panel-request.ts'
import { panelRounds } from './panel-rounds.ts'
import { panelSheet } from './panel-sheet.ts'
import { panelWhy } from './panel-why.ts'

const experts = (n: number) => counted(n, 'эксперт', 'эксперта', 'экспертов')
type Facts = Readonly<Record<string, string | number>>
const percents = new Intl.NumberFormat('ru-RU', { maximumFractionDigits: 2 })
const percentOf = (hundredths: number) => `${percents.format(hundredths / 100)}\u00a0%`

/** Panels: request, selection, invitations, sheets, conclusion, check. */
export const panels = {
  title: 'Экспертные группы',
  lead: 'Группы, которые вы запрашиваете или ведёте: от запроса до выпущенного заключения.',
  create: 'Запросить группу',
  empty: 'Групп пока нет',
  emptyText:
    'Группу запрашивают к опубликованному проекту: какие направления закрыть, сколько нужно людей и к какому сроку.',
  older: 'Более ранние',
  number: (n: number) => `Экспертная группа №\u00a0${n}`,
  conclusionNumber: (number: string) => `Экспертное заключение №\u00a0${number}`,
  about: {
    draft: (title: string) => `По проекту «${title}»`,
    submission: (title: string) => `Конкурсная работа ${title}`,
    system: (title: string) => `Информационная система «${title}»`,
    files: (title: string) => `Материалы «${title}»`,
  },
  closedObject: 'Закрытые материалы',
  until: (day: string) => `листы до ${day}`,
  acceptedOf: (accepted: number, size: number) => `${accepted} из ${size} согласились`,
  experts,
  percentOf,
  yes: 'да',
  stage: {
    select: 'нужен отбор',
    invite: 'состав выбран',
    answers: 'ждём ответов',
    convene: 'состав собран',
    sheets: 'идёт экспертиза',
    conclude: 'готовится заключение',
    issued: 'заключение выпущено',
    cancelled: 'отменена',
  },
  stages: { select: 'Отбор', answers: 'Приглашения', sheets: 'Экспертные листы', issued: 'Заключение' },
  stagesLabel: 'Ход работы группы',
  request: {
    title: 'Запрос экспертной группы',
    lead: 'Опишите, кто нужен. Людей выберет секретарь: вручную, лучшим составом или по жребию, из открытых данных реестра.',
    nothing: 'Нет организации, от которой можно запросить группу',
    nothingText: 'Запрашивает тот, кому это поручено в организации. Обратитесь к администратору.',
    object: 'Что рассматривается',
    kinds: { draft: 'Проект документа', system: 'Информационная система', files: 'Комплект материалов' },
    kindHints: {
      draft: 'Опубликованная редакция из раздела «Проекты».',
      system: 'Сайт или система: эксперты открывают её по адресу и читают приложенные описания.',
      files: 'Документы, которых нет среди проектов: их приложите следующим шагом.',
    },
    draft: 'Проект документа',
    subject: 'Название',
    subjectHint: 'Как система или комплект называется в документах.',
    address: 'Адрес системы',
    addressHint: 'Например, https://edu.example.ru. Можно оставить пустым и приложить описание.',
    owner: 'Чья это разработка',
    ownerHint:
      'Название или код организации: её сотрудников в группу не выберут. Пусто, если разработка ваша.',
    organisation: 'Кто запрашивает',
    closed: 'Материалы закрытые',
    closedHint:
      'Название и материалы увидят только те, кто ведёт группу, и эксперты, давшие обязательство. В протоколе отбора их не будет.',
    result: 'Чем закончится экспертиза',
    results: { conclusion: 'Экспертное заключение', inspection: 'Акт проверки' },
    name: 'Название группы',
    nameHint:
      'Так она будет названа в протоколе и приглашениях. Пусто: по названию того, что рассматривается. Группы по закрытым материалам называются одинаково.',
    closedName: 'Экспертная группа: закрытые материалы',
    nameOf: (title: string) => `Экспертная группа: ${title}`,
    directions: 'Направления, которые нужно закрыть',
    directionsHint: 'По каждому отмеченному в группе будет хотя бы один эксперт.',
    tier: 'Уровень статуса',
    tierHint: 'Подойдут эксперты этого уровня и выше.',
    size: 'Членов группы',
    reserve: 'Запасных',
    reserveHint: 'Запасной занимает место того, кто откажется или не ответит.',
    quotas: 'Сколько человек из одного места',
    maxPerOrganisation: 'Не больше от одной организации',
    maxPerMunicipality: 'Не больше от одного муниципалитета',
    quotaHint: 'Пусто: без ограничения.',
    terms: 'Сроки',
    answerDays: 'Дней на ответ на приглашение',
    hours: 'Академических часов работы',
    lastDay: 'Листы принимаются по',
    form: 'Форма экспертного листа',
    submit: 'Запросить группу',
  },
  files: {
    title: 'Материалы для экспертизы',
    link: 'Материалы',
    closed: 'Закрытые материалы',
    closedText: 'Их видят только те, кто ведёт группу, и члены группы. Не передавайте файлы дальше.',
    empty: 'Файлов пока нет',
    emptyText: 'Приложите документы, по которым эксперты дадут заключение.',
    standing: 'Состав материалов больше не меняется: заключение ссылается на них по контрольной сумме.',
    more: 'Добавить файл',
    file: 'Файл',
    fileHint: (megabytes: number) => `PDF, DOCX, XLSX, TXT или изображение, до ${megabytes}\u00a0МБ.`,
    attach: 'Приложить',
    on: 'К группе',
    remove: 'Убрать',
    removeNamed: (name: string) => `Убрать файл «${name}»`,
  },
  next: {
    title: 'Что дальше',
    select:
      'Выберите состав одним из трёх способов. До приглашений выбор можно повторить: прежний протокол останется и будет назван.',
    selectBy:
      'Состав выберет секретарь по открытым данным реестра. Здесь появятся выбранные эксперты и их ответы.',
    inviteBy: 'Состав выбран. Секретарь проверит его и отправит приглашения.',
    conveneBy: 'Все согласились. Секретарь назначит председателя и откроет экспертные листы.',
    invite: (days: number) =>
      `Проверьте состав и отправьте приглашения. На ответ у каждого будет ${counted(days, 'день', 'дня', 'дней')}.`,
    answers: 'Приглашения отправлены. Кто откажется или не ответит в срок, того сразу заменит запасной.',
    short:
      'Запасных не осталось, а мест больше, чем согласий. Отмените группу и запросите новую с большим запасом.',
    convene: 'Все согласились. Назначьте председателя и откройте экспертные листы.',
    sheets: (sent: number, all: number) =>
      `Листы открыты, отправлено ${sent} из ${all}. Чужие листы никто не видит, пока не придёт последний.`,
    conclude: 'Все листы получены. Председатель готовит заключение.',
    issued: 'Заключение выпущено и опубликовано.',
    cancelled: 'Группа отменена.',
  },
  work: {
    request: 'Что запрошено',
    size: 'Состав',
    sizeText: (size: number, reserve: number) => `${experts(size)}, в запасе ${reserve}`,
    directions: 'Направления',
    quotas: 'Ограничения',
    none: 'без ограничений',
    organisationQuota: (n: number) => `не более ${n} от организации`,
    municipalityQuota: (n: number) => `не более ${n} от муниципалитета`,
    version: (n: number) => `редакция ${n}`,
    tier: 'Уровень статуса',
    terms: 'Листы принимаются по',
    seats: 'Состав группы',
    noSeats: 'Пока никто не выбран',
    member: 'член группы',
    reserve: 'запас',
    chair: 'председатель',
    columns: { rank: '№', expert: 'Эксперт', why: 'Почему выбран', answer: 'Ответ', chair: 'Председатель' },
    answers: {
      none: 'не приглашён',
      waiting: (day: string) => `ждём до ${day}`,
      accepted: 'согласие',
      declined: 'отказ',
      later: 'не сейчас',
      expired: 'не ответил',
      released: 'освобождён',
      reserve: 'в запасе',
    },
    sheetSent: 'лист отправлен',
    sheetOpen: 'лист заполняется',
    readSheet: 'Читать лист',
    makeChair: 'Назначить',
    invite: 'Разослать приглашения',
    convene: 'Открыть экспертные листы',
    conclusion: 'К заключению',
    protocol: 'Протокол отбора',
    cancel: 'Отменить группу',
    ways: 'Как выбрать',
    waysLead: (able: number, conflicted: number) =>
      `Подходит ${experts(able)}${conflicted > 0 ? `; ещё ${counted(conflicted, 'исключён', 'исключены', 'исключены')} из-за конфликта интересов или потому, что его нельзя проверить` : ''}. Список один для всех трёх способов.`,
    best: 'Лучший состав',
    bestText:
      'Из всех составов, которые закрывают направления и соблюдают ограничения, берётся тот, где в сумме больше экспертиз и стажа в реестре и меньше текущей нагрузки. При тех же данных результат всегда один; протокол говорит, доказано ли, что лучшего нет.',
    bestDo: 'Выбрать лучший состав',
    lot: 'По жребию',
    lotText:
      'Сначала публикуются список, правила, вероятность каждого и контрольная сумма секретной части. Вероятности уравниваются, насколько позволяют ограничения. Потом, когда станет известно открытое число, жребий выберет один из возможных составов. Проверить его сможет каждый.',
    lotSource: 'Какое открытое число будет использовано',
    lotSourceHint:
      'То, чего сегодня никто не знает: например, официальный курс доллара на следующий рабочий день.',
    lotAnnounce: 'Объявить жребий',
    lotAnnounced: 'Жребий объявлен',
    lotAnnouncedText: (source: string) =>
      `Список и правила зафиксированы. Когда появится открытое число (${source}), впишите его.`,
    lotCommitment: 'Контрольная сумма секретной части',
    lotValue: 'Открытое число',
    lotDraw: 'Провести жребий',
    hand: 'Вручную',
    handText: 'Вы отмечаете людей сами. Направления, ограничения и конфликты проверяются так же.',
    handDo: 'Открыть список',
  },
  reasons: {
    covers: ({ direction }: Facts) => `закрывает направление «${direction}»`,
    points: ({ place, of, points }: Facts) =>
      `${place}-е место из ${of} по опыту и нагрузке (${points} ${plural(Number(points), 'балл', 'балла', 'баллов')})`,
    drawn: ({ place, of }: Facts) => `${place}-е место из ${of} по жребию`,
    chance: ({ hundredths }: Facts) =>
      `вероятность выбора по опубликованной таблице ${percentOf(Number(hundredths))}`,
    hand: () => 'выбор секретаря',
    'asked-again': () => 'приглашён снова: просил спросить позже',
    reserve: ({ place }: Facts) => `запас, очередь ${place}`,
    'within-organisation': ({ most }: Facts) => `не более ${most} от организации`,
    'within-municipality': ({ most }: Facts) => `не более ${most} от муниципалитета`,
    'third-expert': () => 'приглашён из запасного состава: оценки разошлись',
    fixed: () => 'назван в запросе обязательным членом',
    mends: ({ count, of }: Facts) =>
      `вместе с теми, кто выше в запасе, заменит без нарушения ограничений ${count} из ${of} членов`,
    'within-nominator': ({ most }: Facts) => `не более ${most} от выдвинувшей организации`,
    nominator: ({ most }: Facts) => `уже ${most} от этой выдвинувшей организации`,
    promoted: ({ rank }: Facts) => `занял место №\u00a0${rank}, ограничения соблюдены`,
    'promoted-anyway': ({ rank }: Facts) =>
      `занял место №\u00a0${rank}; никто из запаса не сохранял всех ограничений`,
    organisation: ({ most }: Facts) => `уже ${most} от этой организации`,
    municipality: ({ most }: Facts) => `уже ${most} от этого муниципалитета`,
    later: ({ place, of }: Facts) => `${place}-е место из ${of}: выбраны те, кто выше`,
  },
  conflicts: panelConflicts,
  hand: panelHand,
  cancel: panelCancel,
  agreement: panelAgreement,
  asking: panelRequest,
  why: panelWhy,
  invites: panelInvites,
  rounds: panelRounds,
  ...panelPapers,
  sheet: panelSheet,
}
