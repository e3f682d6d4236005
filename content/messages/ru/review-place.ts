/** Where a remark stands in a new version, when only a person can say it. */
export const reviewPlace = {
  title: 'Где теперь это место',
  lead: (version: number) =>
    `В редакции ${version} на прежнее место похожи несколько. Пока верное не выбрано, замечание показано там, где эти слова стояли раньше.`,
  remark: (kind: string, number: number) =>
    `${kind.charAt(0).toUpperCase()}${kind.slice(1)} №\u00a0${number}`,
  before: (version: number, address: string) =>
    address ? `Было в редакции ${version}: ${address}` : `Было в редакции ${version}`,
  question: (version: number) => `О каком месте редакции ${version} это замечание`,
  legend: 'Зачёркнуто то, чего здесь нет; выделено то, чего раньше не было.',
  noAddress: 'Абзац без номера',
  same: 'Слова те же',
  alike: (percent: number) => `Похоже на ${percent} %`,
  show: 'Показать в тексте',
  none: 'Ни одно из них: этих слов больше нет',
  noneHint: 'Замечание останется там, где эти слова стояли, и покажет их.',
  save: 'Сохранить выбор',
  choose: 'Выбрать место',
  change: 'Изменить выбор',
  waiting: 'Место ждёт выбора',
  waitingText: 'В новой редакции на их место похожи несколько. Укажите верное для замечания',
  number: (number: number) => `№\u00a0${number}`,
}
