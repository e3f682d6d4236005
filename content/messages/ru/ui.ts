import { counted } from '#content/messages/plural.ts'

/** Words of the design system: no domain terms here. */
export const ui = {
  required: 'обязательное поле',
  optional: 'необязательно',
  formErrors: 'Проверьте, пожалуйста:',
  close: 'Закрыть',
  cancel: 'Отменить',
  more: (n: number) => `ещё ${n}`,
  less: 'свернуть',
  filters: (chosen: number) => (chosen === 0 ? 'Фильтры' : `Фильтры: выбрано ${chosen}`),
  previous: 'Назад',
  next: 'Дальше',
  pages: 'Страницы списка',
  breadcrumbs: 'Вы здесь',
  sections: 'Разделы страницы',
  copyLink: 'Скопировать ссылку',
  copied: 'Ссылка скопирована',
  showTable: 'Показать числа таблицей',
  name: 'Наименование',
  loading: 'Загружаем…',
  done: 'завершено',
  current: 'идёт сейчас',
  ahead: 'впереди',
  notices: { info: 'К сведению', success: 'Готово', warn: 'Внимание', error: 'Не получилось' },
  bytes: (n: number) => counted(n, 'байт', 'байта', 'байт'),
  units: { kB: 'КБ', MB: 'МБ', GB: 'ГБ' },
  of: (value: string, total: string) => `${value} из ${total}`,
  dismiss: 'Убрать сообщение',
  hiddenName: 'данные скрыты',
  /** What a redirect says once on the next page: `done(path, 'saved')`. */
  flash: {
    saved: 'Изменения сохранены.',
    sent: 'Отправлено.',
    removed: 'Удалено.',
    settings: 'Настройки применены.',
  },
}
