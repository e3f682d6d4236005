import { body, centred, empty, executorBlock, letterhead, line, paper, signatoryBlock } from './letterhead.ts'

/** Sends documents; the list of enclosures repeats its row and is left out when nothing is enclosed. */
export const coverLetter = () =>
  paper('Сопроводительное письмо', [
    letterhead(),
    empty(),
    line('{тема}'),
    empty(),
    centred('{#обращение}'),
    centred('{обращение}'),
    centred('{/обращение}'),
    empty(),
    body('{текст}'),
    empty(),
    line('{#приложения}'),
    line('Приложение {номер}. {наименование}, {листов} л.'),
    line('{/приложения}'),
    ...signatoryBlock(),
    ...executorBlock(),
  ])
