import { body, centred, empty, executorBlock, letterhead, line, paper, signatoryBlock } from './letterhead.ts'

/** To the head of an organisation: asks to release an expert for a panel. */
export const invitationLetter = () =>
  paper('О направлении эксперта', [
    letterhead(),
    empty(),
    line('О направлении эксперта'),
    empty(),
    centred('{#обращение}'),
    centred('{обращение}'),
    centred('{/обращение}'),
    empty(),
    body(
      'Просим Вас направить {эксперта_кого}, {должность_эксперта_кого}, для участия в экспертизе {экспертная_группа} с {первый_день} по {последний_день}.',
    ),
    body(
      'Объём работы: {часы}. Экспертиза проводится дистанционно на площадке регионального сетевого экспертного сообщества; по её окончании эксперту выдаётся справка об участии.',
    ),
    ...signatoryBlock(),
    ...executorBlock(),
  ])
