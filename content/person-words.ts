/** Heads of the columns of lists of people, as orders and municipalities write them; the first that fits names the column. */
export const personHeads = {
  number: /(?:номер|№)\s*(?:в\s+реестре|эксперта)|реестров/iu,
  fullName: /ф\.?\s*и\.?\s*о|фамилия,?\s+имя/iu,
  family: /фамили/iu,
  given: /^\s*имя\s*$/iu,
  patronymic: /отчеств/iu,
  post: /должност/iu,
  organisation: /место\s+работы|организац|учрежден|наименование\s+о[оу]|школа/iu,
  municipality: /муниципал|район|округ|территори/iu,
  direction: /направлени|вид\s+экспертизы|предмет\s+экспертизы/iu,
  from: /(?:срок|статус|действует)?\s*(?:^|\s)с(?:\s|$)|начало/iu,
  to: /(?:^|\s)(?:по|до)(?:\s|$)|окончани/iu,
} as const

/** Signs that a scanner takes for letters of a name. */
export const scannedLetters: Readonly<Record<string, string>> = { '0': 'о', '3': 'з', '6': 'б', '|': 'л' }
