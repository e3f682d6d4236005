/** What the log says of ways to sign in, and of what a person keeps with the account. */
export const signInEvents = {
  'filter.saved': 'сохранён отбор реестра',
  'filter.removed': 'убран отбор реестра',
  'identity.linked': 'вход через другую службу привязан',
  'identity.unlinked': 'вход через другую службу отвязан',
  'user.identity-passed': 'опознан другой службой, ждём кода',
  'user.password-passed': 'верный пароль, ждём кода',
  'factor.set': 'подключён второй шаг входа',
  'factor.codes-renewed': 'сделаны новые запасные коды',
  'factor.recovery-used': 'вход по запасному коду',
  'factor.removed': 'второй шаг входа отключён',
  'factor.reset': 'второй шаг входа снят администратором',
  'session.ended': 'сеанс завершён владельцем',
}
