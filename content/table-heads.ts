/**
 * Words by which a table of remarks is understood: heads of its columns, and how people cite a place of a document.
 * Like the addresses, they belong to the language of documents, not of the interface.
 */

/** The first head that fits names the column; a head of both remarks and proposals is of remarks. */
export const tableHeads = {
  remark: /замечани/iu,
  proposal: /предложени|предлагаем|редакци/iu,
  grounds: /обосновани|основани|аргумент/iu,
  point: /пункт|структурн|раздел|абзац|стать|^\s*(?:№\s*)?п\.?\s*$/iu,
} as const

/** A proposal kept among the words of a remark is told apart by this word. */
export const proposalMark = 'Предложение:'

/** Parts of an address in the order in which they are looked for, as people write them. */
export const citedParts: readonly [part: string, words: string][] = [
  ['подп.', 'подпункт[а-я]*|подп\\.?|пп\\.?(?=\\s*[«"(]?[а-яё][»")])'],
  ['п.', 'пункт[а-я]*|пп\\.?|п\\.п\\.?|п\\.?'],
  ['абз.', 'абзац[а-я]*|абз\\.?'],
  ['раздел', 'раздел[а-я]*|разд\\.?'],
  ['глава', 'глав[а-я]*|гл\\.?'],
  ['статья', 'стать[а-я]*|статей|ст\\.?'],
  ['часть', 'част[а-я]*|ч\\.'],
  ['приложение', 'приложени[а-я]*|прил\\.?'],
  ['табл.', 'таблиц[а-я]*|табл\\.?'],
  ['строка', 'строк[а-я]*|стр\\.(?=.*табл)'],
  ['графа', 'граф[а-я]*|столб[а-я]*'],
  ['сноска', 'сноск[а-я]*'],
]

/** What means the document as a whole. */
export const wholeDocument =
  /^(?:(?:по|ко?|на)\s+)?(?:вс(?:е|ё|ему|ем)\s+)?(?:документ[а-я]*|текст[а-я]*|проект[а-я]*)?\s*(?:в\s+целом)?$|^общ(?:ее|ие|ая|ий)(?:\s+замечани[а-я]*)?$/iu

/** A pasted list of candidates: its head, which names nobody, and what stands in the column of entrepreneurs. */
export const candidateWords = {
  head: /^(?:фио|ф\.\s*и\.\s*о|фамили|эксперт|претендент|кандидат|№\s*п)/iu,
  yes: /^(?:да|ип|является|yes)$/iu,
  no: /^(?:нет|не\s+ип|не\s+является|no)$/iu,
} as const

/** Heads of a table of assessment results of a campaign; the first that fits names the column. */
export const resultHeads = {
  number: /(?:номер|№)\s*(?:в\s+реестре|эксперта|участника)|реестров/iu,
  fullName: /ф\.?\s*и\.?\s*о|фамилия|участник|претендент/iu,
  motivationMaximum: /(?:максим|из\s+скольк|наибольш).*мотивац|мотивац.*(?:максим|из\s+скольк|наибольш)/iu,
  motivation: /мотивац|анкет/iu,
  maximum: /максим|из\s+скольк|наибольш|возможн/iu,
  earned: /балл|результат|набран|тест/iu,
  consentDay: /соглас/iu,
  entrepreneur: /предпринимат|^\s*ип\s*$/iu,
  day: /дата|день/iu,
} as const

/** Heads of a list of people who are nominated; the first that fits names the column. */
export const nomineeHeads = {
  number: /(?:номер|№)\s*(?:в\s+реестре|эксперта)|реестров/iu,
  fullName: /ф\.?\s*и\.?\s*о|фамилия,?\s+имя/iu,
  family: /фамили/iu,
  given: /^\s*имя\s*$/iu,
  patronymic: /отчеств/iu,
  post: /должност/iu,
  organisation: /место\s+работы|организац|учрежден|наименование\s+о[оу]|школа/iu,
  email: /почт|e-?mail/iu,
} as const

/** What pasted lines without heads have, from left to right. */
export const nomineeColumns = ['ФИО', 'Организация', 'Должность', 'Почта']
