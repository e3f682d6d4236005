/** Entries of the log about lists of candidates, what is found out about candidates, and terms of statuses. */
export const candidateEvents = {
  'list.started': 'начат список кандидатов',
  'list.changed': 'список кандидатов изменён',
  'list.sent': 'список кандидатов отправлен на согласование',
  'list.agreed': 'список кандидатов согласован',
  'list.returned': 'список кандидатов возвращён',
  'list.recalled': 'список кандидатов отозван на доработку',
  'list.registered': 'по списку кандидатов внесён приказ',
  'list.discarded': 'список кандидатов отложен',
  'list.restored': 'список кандидатов возвращён в работу',
  'consent.entered': 'внесено бумажное согласие',
  'entrepreneur.entered': 'внесено заявление о предпринимательстве',
  'result.entered': 'внесён результат оценки',
  'result.withdrawn': 'результат оценки отменён',
  'direction.terms': 'заданы сроки статусов направления',
}
