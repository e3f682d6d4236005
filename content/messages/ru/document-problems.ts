/** Why a card of a document is refused. */
export const documentProblems = {
  'document-exists': 'Этот код уже занят другим документом.',
  'document-foreign': 'Вы ведёте документы своей организации: выберите её из подсказки.',
  'document-unknown': 'Документа с таким кодом нет. Код стоит в адресе его страницы.',
  'document-itself': 'Документ не может заменить сам себя.',
  'document-code': 'Код состоит из строчных латинских букв, цифр и дефисов: order-2023-1765.',
  'document-published': 'Документ уже опубликован. Изменения оформляются новым документом.',
}
