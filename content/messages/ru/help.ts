/** Pages of text and their manuals. */
export const help = {
  manuals: 'Руководства',
  guest: 'Посетитель',
  russianOnly: 'Эта страница есть только на русском языке.',
}
