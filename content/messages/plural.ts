/**
 * Words that follow a number. `plural` gives the word alone, `counted` the grouped number,
 * a no-break space and the word: plural(22, …) is «замечания», counted(22, …) is «22 замечания».
 */
const rules = { ru: new Intl.PluralRules('ru'), en: new Intl.PluralRules('en') }
const numbers = { ru: new Intl.NumberFormat('ru-RU'), en: new Intl.NumberFormat('en-GB') }

/** The Russian word for `n` things: 1 замечание, 2 замечания, 5 замечаний; fractions take the second form. */
export function plural(n: number, one: string, few: string, many: string): string {
  const form = rules.ru.select(n)
  if (form === 'one') return one
  return form === 'many' ? many : few
}

/** The number and its Russian word, kept on one line. */
export function counted(n: number, one: string, few: string, many: string): string {
  return `${numbers.ru.format(n)}\u00a0${plural(n, one, few, many)}`
}

/** A name from data («Гимназия № 26») with its number kept on the line of the sign. */
export function numberKept(name: string): string {
  return name.replace(/№ (?=\d)/g, '№\u00a0')
}

/** The English word for `n` things: 1 remark, 2 remarks. */
export function pluralEn(n: number, one: string, other: string): string {
  return rules.en.select(n) === 'one' ? one : other
}

/** The number and its English word, kept on one line. */
export function countedEn(n: number, one: string, other: string): string {
  return `${numbers.en.format(n)}\u00a0${pluralEn(n, one, other)}`
}
