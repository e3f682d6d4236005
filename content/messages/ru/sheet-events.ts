/** What the log says of panels, their sheets and consensus rounds. */
export const sheetEvents = {
  'sheets.closed': 'приём листов закрыт секретарём',
  'sheets.prolonged': 'продлён срок листов',
  'sheets.reminded': 'напомнили о листах',
  'round.opened': 'открыто согласование оценок',
  'round.marked': 'отправлены вторые оценки',
  'round.closed': 'согласование оценок закрыто',
  'seat.added': 'приглашён третий эксперт',
}
