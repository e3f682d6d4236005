import { counted } from '#content/messages/plural.ts'

const works = (n: number) => counted(n, 'работа', 'работы', 'работ')
const ofWorks = (n: number) => counted(n, 'работу', 'работы', 'работ')
const certificates = (n: number) => counted(n, 'справка', 'справки', 'справок')
const diplomas = (n: number) => counted(n, 'диплом', 'диплома', 'дипломов')

/** What is done for all works of a contest at once, by a job that can be watched and stopped. */
export const contestRuns = {
  going: 'Выполняем по очереди. Страницу можно закрыть.',
  stalled: 'Сервер перезапускался. Через минуту продолжим с того же места.',
  steps: (done: number, total: number) => `Сделано ${done} из ${total}`,
  stop: 'Остановить',
  cancelled: (done: number, total: number) =>
    `Остановлено: сделано ${done} из ${total}. Сделанное сохранено, остальное можно продолжить.`,
  failed: (done: number, total: number) =>
    `Прервалось: сделано ${done} из ${total}. Сделанное сохранено, остальное можно продолжить.`,
  download: 'Скачать',
  kept: (days: number) =>
    `Файл хранится ${counted(days, 'день', 'дня', 'дней')}, потом его можно собрать снова.`,
  back: 'Вернуться',
  opening: {
    title: 'Открыть листы готовых работ',
    lead: (n: number) =>
      `Эксперты увидят файлы и листы: ${works(n)}. Конфликты интересов проверим ещё раз, такие работы останутся закрытыми.`,
    submit: (n: number) => `Открыть листы на ${ofWorks(n)}`,
    none: 'Готовых работ нет: ждём ответов экспертов.',
    done: (n: number) => `Листы открыты: ${works(n)}.`,
  },
  thirds: {
    title: 'Третьи эксперты',
    lead: (n: number) =>
      `Из запасного состава пригласят по одному эксперту: ${works(n)}. Чужих оценок он не увидит, его лист учтут наравне с первыми.`,
    submit: (n: number) => `Пригласить на ${ofWorks(n)}`,
    none: 'Работ с такими расхождениями нет, или запасных больше нет.',
    done: (n: number) => `Приглашения отправлены: ${works(n)}.`,
  },
  certificates: {
    title: 'Справки об участии в экспертизе',
    lead: (n: number) =>
      `${certificates(n)}: по одной за каждую работу, которую эксперт довёл до конца. Номера идут подряд, эксперты получат уведомления, для печати будет один файл.`,
    submit: (n: number) => `Выдать и собрать файл: ${certificates(n)}`,
    none: 'Выдавать некому: листов никто не сдал.',
    done: (n: number) => `В файле ${certificates(n)}. Собран`,
  },
  diplomas: {
    title: 'Дипломы',
    lead: (n: number) => `${diplomas(n)} победителей и призёров, каждый отдельным PDF в одном архиве.`,
    submit: (n: number) => `Собрать архив: ${diplomas(n)}`,
    none: 'Дипломов нет.',
    done: (n: number) => `В архиве ${diplomas(n)}. Собран`,
  },
}
