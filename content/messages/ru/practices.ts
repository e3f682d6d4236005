import { counted } from '#content/messages/plural.ts'
import { practiceCard } from './practice-card.ts'
import { practiceWriting } from './practice-writing.ts'

const practices_ = (n: number) => counted(n, 'практика', 'практики', 'практик')

/** The catalogue of successful practices. */
export const practices = {
  title: 'Успешные практики',
  lead: 'Опыт экспертов, школ и муниципалитетов в оценке качества образования. Каждое описание проверили два эксперта реестра.',
  filters: 'Отбор практик',
  search: 'Слова названия или описания',
  facets: {
    kind: 'Вид',
    direction: 'Направление экспертной деятельности',
    tier: 'Уровень',
    subject: 'Учебный предмет',
    municipality: 'Муниципалитет',
    organisation: 'Организация',
    licence: 'Условия использования',
  },
  sort: 'Порядок',
  sorts: { newest: 'Сначала новые', title: 'По названию' },
  show: 'Показать',
  reset: 'Сбросить отбор',
  found: (n: number) => `Подходит ${practices_(n)}`,
  all: (n: number) => `Всего ${practices_(n)}`,
  emptyTitle: 'Таких практик нет',
  emptyText: 'Уберите часть условий или измените слова.',
  nothingTitle: 'Практик пока нет',
  nothingText: 'Первое описание появится здесь, когда его проверят два эксперта.',
  published: (day: string) => `опубликована ${day}`,
  version: (n: number) => `редакция ${n}`,
  home: { title: 'Новые практики', all: 'Все практики' },
  author: {
    title: 'Авторство практики',
    question: 'Вы автор этой практики?',
    answers: {
      confirmed: 'Да, я автор и даю согласие указать моё имя в описании',
      declined: 'Нет, я не автор',
    },
    leads: {
      asked: 'Вас назвали соавтором. Имя появится в описании, только когда вы это подтвердите.',
      confirmed:
        'Вы подтвердили авторство, ваше имя стоит в описании. Согласие можно отозвать: имя исчезнет сразу со всех страниц, практика останется.',
      withdrawn: 'Вы отозвали согласие, ваше имя скрыто. Можно дать согласие снова.',
    },
    submits: { asked: 'Ответить', confirmed: 'Отозвать согласие', withdrawn: 'Дать согласие снова' },
    links: { asked: 'Подтвердить авторство', confirmed: 'Моё авторство', withdrawn: 'Моё авторство' },
  },
  card: practiceCard,
  writing: practiceWriting,
  steps: {
    standing: (state: string, version: number) => `Редакция ${version}: ${state}`,
    planned: (day: string) => `Опубликуется сама ${day}.`,
    edit: 'Продолжить описание',
    recall: 'Взять обратно',
    renewal: 'Начать новую редакцию',
    withdrawal: 'Снять с публикации',
    discarding: 'Удалить',
    restoration: 'Восстановить',
  },
}
