/** Endings of Russian adjectives and of nouns that name people. Pure; what has no rule here comes back as it was. */
import type { GrammaticalCase } from '#content/types.ts'

type Oblique = Exclude<GrammaticalCase, 'nominative'>
type Endings = Record<Oblique, string>

const endings = (
  genitive: string,
  dative: string,
  accusative: string,
  instrumental: string,
  prepositional: string,
) => ({
  ...{ genitive, dative, accusative, instrumental, prepositional },
})

const adjectives = {
  hard: endings('ого', 'ому', 'ого', 'ым', 'ом'),
  velar: endings('ого', 'ому', 'ого', 'им', 'ом'),
  soft: endings('его', 'ему', 'его', 'им', 'ем'),
  femaleHard: endings('ой', 'ой', 'ую', 'ой', 'ой'),
  femaleHissing: endings('ей', 'ей', 'ую', 'ей', 'ей'),
  femaleSoft: endings('ей', 'ей', 'юю', 'ей', 'ей'),
}

const nouns = {
  hard: endings('а', 'у', 'а', 'ом', 'е'),
  hissing: endings('а', 'у', 'а', 'ем', 'е'),
  soft: endings('я', 'ю', 'я', 'ем', 'е'),
  softStressed: endings('я', 'ю', 'я', 'ём', 'е'),
  a: endings('ы', 'е', 'у', 'ой', 'е'),
  aVelar: endings('и', 'е', 'у', 'ой', 'е'),
  aHissing: endings('и', 'е', 'у', 'ей', 'е'),
  aTs: endings('ы', 'е', 'у', 'ей', 'е'),
  ya: endings('и', 'е', 'ю', 'ей', 'е'),
  iya: endings('и', 'и', 'ю', 'ей', 'и'),
}

/** The word has the ending of an adjective in the nominative; whether it is one, the sentence decides. */
export function isAdjective(word: string): boolean {
  return /\p{L}{2}(ый|ий|ой|ая|яя)(ся)?$/iu.test(word) && !/^(казначей|герой|портной)$/iu.test(word)
}

/** An adjective or participle in the case; of an animate noun, so the accusative of men is the genitive. */
export function declineAdjective(word: string, wanted: GrammaticalCase): string {
  if (wanted === 'nominative') return word
  const [, stem = word, ending = ''] = /^(.+)(ый|ий|ой|ая|яя)$/iu.exec(word) ?? []
  return ending === '' ? word : stem + kindOf(stem, ending.toLowerCase())[wanted]
}

function kindOf(stem: string, ending: string): Endings {
  const hissing = /[жшчщ]$/iu.test(stem)
  if (ending === 'яя') return adjectives.femaleSoft
  if (ending === 'ая') return hissing ? adjectives.femaleHissing : adjectives.femaleHard
  if (/[кгх]$/iu.test(stem)) return adjectives.velar
  if (ending === 'ый' || ending === 'ой') return adjectives.hard
  return adjectives.soft
}

/** The noun that names a person, in the case. */
export function declineNoun(word: string, wanted: GrammaticalCase): string {
  if (wanted === 'nominative') return word
  const [stem, kind] = nounOf(word)
  return kind ? stem + kind[wanted] : word
}

function nounOf(word: string): [string, Endings | null] {
  const stem = word.slice(0, -1)
  if (/\p{Lu}{2}/u.test(word)) return [word, null] // an abbreviation
  if (/[аеёиоуыэюя]ец$/iu.test(word)) return [`${word.slice(0, -2)}йц`, nouns.hissing]
  if (/ец$/iu.test(word)) return [`${word.slice(0, -2)}ц`, nouns.hissing]
  if (/ь$/iu.test(word)) return [stem, /секретарь$/iu.test(word) ? nouns.softStressed : nouns.soft]
  if (/й$/iu.test(word)) return [stem, nouns.soft]
  if (/врач$/iu.test(word)) return [word, nouns.hard] // the stress is on the ending
  if (/[жшчщц]$/iu.test(word)) return [word, nouns.hissing]
  if (/[бвгдзклмнпрстфх]$/iu.test(word)) return [word, nouns.hard]
  if (/ия$/iu.test(word)) return [stem, nouns.iya]
  if (/я$/iu.test(word)) return [stem, nouns.ya]
  if (/[кгх]а$/iu.test(word)) return [stem, nouns.aVelar]
  if (/[жшчщ]а$/iu.test(word)) return [stem, nouns.aHissing]
  if (/ца$/iu.test(word)) return [stem, nouns.aTs]
  if (/а$/iu.test(word)) return [stem, nouns.a]
  return [word, null]
}
