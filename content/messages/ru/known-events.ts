/** What the log says of people whom the registry knows. */
export const knownEvents = {
  'user.activated': 'человек из реестра начал входить',
  'activation.printed': 'напечатан листок с кодом для входа',
  'activation.handed': 'код для входа выдан по документу',
  'activation.letter-asked': 'отправлена ссылка для входа',
  'claim.made': 'заявлено «это я»',
  'claim.recalled': 'заявление «это я» отозвано',
  'claim.confirmed': 'заявление «это я» подтверждено',
  'claim.refused': 'в заявлении «это я» отказано',
}
