type Facts = Readonly<Record<string, string | number>>

/** Refusals of what a panel is asked to judge. */
export const objectProblems = {
  'web-address': 'Это не адрес страницы. Он начинается с https:// или http://.',
  'organisation-unknown':
    'Такой организации в справочнике нет. Введите название так, как оно записано в карточке, или код.',
  'object-files-many': ({ most }: Facts) =>
    `Приложено уже ${most} файлов, больше нельзя. Объедините документы.`,
  'draft-files': 'Материалы проекта документа лежат на его странице.',
}
