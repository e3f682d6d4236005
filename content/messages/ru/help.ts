/** Pages of text and their manuals. */
export const help = {
  manuals: 'Руководства',
  all: 'Вся справка',
  other: 'Читайте также',
  russianOnly: 'Эта страница есть только на русском языке.',
}
