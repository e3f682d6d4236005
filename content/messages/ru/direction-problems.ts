type Facts = Readonly<Record<string, string | number>>

/** Why a list of directions is not saved or not published. */
export const directionProblems = {
  'directions-twice': 'Направление с таким кратким названием в перечне уже есть.',
  'directions-body': ({ name }: Facts) => `Организации «${name}» в справочнике нет.`,
  'directions-discarded': 'Срок, когда перечень можно было вернуть, прошёл.',
  'directions-overtaken':
    'После того как начат этот перечень, опубликован другой. Начните новый: он продолжит тот, что опубликован последним.',
  'directions-empty': 'В перечне нет ни одного направления.',
  'directions-no-document': 'Укажите документ, которым перечень утверждён.',
  'directions-document-hidden': 'Карточку документа пока видят не все. Опубликуйте её.',
  'directions-no-day': 'Укажите первый день действия.',
  'directions-before': 'Первый день должен быть позже первого дня прежнего перечня.',
  'directions-before-document': 'Первый день раньше даты документа, которым перечень утверждён.',
  'directions-not-sure': 'Поставьте отметку, что перечень проверен.',
}
