/**
 * Names and posts in a grammatical case: suggestions for a form, which its author reads and may change.
 *
 * Names go through lvovich; what it is known to get wrong is corrected here. Posts are ours: the words up to and with
 * the first noun are declined (adjectives, then the head), all after it stays («заместитель директора по …»). What is
 * not recognised stays as it was, because an untouched word is seen and a wrong ending may be overlooked. Pure.
 */
import { getGender, incline } from 'lvovich'
import type { GrammaticalCase } from '#content/types.ts'
import { declineAdjective, declineNoun, isAdjective } from './endings.ts'

export type Gender = 'female' | 'male'

interface FullName {
  family: string
  given: string
  patronymic: string
}

/** A full name, family name first, in the case; unchanged when its gender cannot be told. */
export function nameInCase(name: string, wanted: GrammaticalCase, known?: Gender | null): string {
  const parts = partsOf(name)
  const gender = known ?? genderOf(name)
  if (wanted === 'nominative' || gender === null) return tidy(name)
  const { family, given, patronymic } = declined(parts, wanted, gender)
  return tidy(`${family} ${given} ${patronymic}`)
}

/** «А. Л. Берёзкиной»: initials, then the family name in the case; without a given name only the family name. */
export function shortNameInCase(name: string, wanted: GrammaticalCase, known?: Gender | null): string {
  const parts = partsOf(name)
  const gender = known ?? genderOf(name)
  const family = gender === null ? parts.family : declined(parts, wanted, gender).family
  // A signature does not break between its initials and the family name.
  return [...[parts.given, ...parts.patronymic.split(' ')].flatMap(initialOf), family].join('\u00a0')
}

/** Gender as the patronymic tells it, else as the names do; null when they do not say. */
export function genderOf(name: string): Gender | null {
  const { family, given, patronymic } = partsOf(name)
  if (/(вна|чна|шна|кызы|қызы)$/iu.test(patronymic)) return 'female'
  if (/(вич|ич|оглы|улы)$/iu.test(patronymic)) return 'male'
  const told = getGender({ last: family, first: given, middle: patronymic })
  return told === 'female' || told === 'male' ? told : null
}

/** A post in the case. «и. о. директора» stays: its head is already out of reach. */
export function postInCase(post: string, wanted: GrammaticalCase): string {
  const text = tidy(post)
  if (wanted === 'nominative' || /^(и\.\s*о\.|врио(?!\p{L}))/iu.test(text)) return text
  const words = text.split(' ')
  const declinedWords: string[] = []
  for (const [at, word] of words.entries()) {
    const adjective = isAdjective(word) && !heads.test(word)
    if (adverbs.test(word)) declinedWords.push(word)
    else if (adjective && at < words.length - 1) declinedWords.push(declineAdjective(word, wanted))
    else {
      declinedWords.push(isAdjective(word) ? declineAdjective(word, wanted) : hyphened(word, wanted))
      return [...declinedWords, ...words.slice(at + 1)].join(' ')
    }
  }
  return declinedWords.join(' ')
}

/** A post as it stands under a paper: as it is, or «и. о.» and the post in the genitive when a deputy signs. */
export function signedPost(post: string): { nominative: string; genitive: string } {
  return { nominative: tidy(post), genitive: postInCase(post, 'genitive') }
}

// Adjectives in form, heads in fact: what follows them stays.
const heads = /^(заведующ|управляющ|исполняющ|командующ|дежурн|вожат)/iu
const adverbs = /^временно$/iu
// First parts that no case changes: «пресс-секретарю», «бизнес-тренеру».
const fixedFirst = /^(бизнес|вице|веб|интернет|медиа|пресс|экс|арт|ит|it)$/iu

function hyphened(word: string, wanted: GrammaticalCase): string {
  return word
    .split('-')
    .map((part) => (fixedFirst.test(part) ? part : declineNoun(part, wanted)))
    .join('-')
}

function partsOf(name: string): FullName {
  const [family = '', given = '', ...rest] = tidy(name).split(' ')
  return { family, given, patronymic: rest.join(' ') }
}

function declined(
  { family, given, patronymic }: FullName,
  wanted: GrammaticalCase,
  gender: Gender,
): FullName {
  const { last, first, middle } = incline({ last: family, first: given, middle: patronymic, gender }, wanted)
  return {
    family: familyInCase(family, wanted, gender) ?? onConsonant(family, last ?? family, wanted, gender),
    given: givenInCase(given, wanted, gender) ?? first ?? given,
    patronymic: middle ?? patronymic,
  }
}

// Men's names on a consonant are always declined; lvovich leaves some that it takes for anybody's («Шевчук»).
function onConsonant(family: string, found: string, wanted: GrammaticalCase, gender: Gender): string {
  const untouched = found === family && /[бвгджзйклмнпрстфцчшщь]$/iu.test(family)
  return gender === 'male' && untouched ? declineNoun(family, wanted) : found
}

// Fleeting vowels that lvovich keeps. «Соловей» is told apart from the rest on -ей, which keep theirs.
const fleeting: Record<string, string> = {
  заяц: 'зайц',
  соловей: 'соловь',
  воробей: 'воробь',
  муравей: 'муравь',
  орёл: 'орл',
  орел: 'орл',
  козёл: 'козл',
  козел: 'козл',
  осёл: 'осл',
  лев: 'льв',
}

function familyInCase(family: string, wanted: GrammaticalCase, gender: Gender): string | null {
  const stem = gender === 'male' ? fleeting[family.toLowerCase()] : undefined
  if (!stem || wanted === 'nominative') return null
  const at = { genitive: 0, dative: 1, accusative: 0, instrumental: 2, prepositional: 3 }[wanted]
  const soft = stem.endsWith('ь')
  const endings = soft ? ['я', 'ю', 'ем', 'е'] : ['а', 'у', stem.endsWith('ц') ? 'ем' : 'ом', 'е']
  return family.charAt(0) + stem.slice(1) + endings[at]
}

// Of female names on a consonant only these traditional soft ones are declined; «Айгуль», «Гульназ» stay.
const softNames = /^(любовь|нинель|адель|жизель|рахиль|юдифь|руфь|эсфирь|агарь)$/iu

function givenInCase(given: string, wanted: GrammaticalCase, gender: Gender): string | null {
  if (gender !== 'female' || !/[бвгджзйклмнпрстфхцчшщь]$/iu.test(given)) return null
  if (!softNames.test(given) || wanted === 'accusative' || wanted === 'nominative') return given
  return wanted === 'instrumental' ? `${given}ю` : `${given.slice(0, -1)}и`
}

function initialOf(word: string): string[] {
  const [letter] = word
  return letter && /\p{Lu}/u.test(letter) ? [`${letter}.`] : []
}

function tidy(text: string): string {
  return text.trim().replace(/\s+/g, ' ')
}
