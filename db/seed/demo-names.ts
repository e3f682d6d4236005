/** Names of invented people: rare or made-up surnames, none of which is an official's of the source papers. */
import { createHash } from 'node:crypto'
import type { DemoNames } from '#content/demo.ts'
import { pick, type Rng } from './chance.ts'

export type Name = { familyName: string; givenName: string; patronymic: string; gender: 'female' | 'male' }

/** Every masculine surname that may be given, the refused ones left out. */
export function surnamesOf(names: DemoNames): string[] {
  const made = names.firstParts.flatMap((first) => names.secondParts.map((second) => first + second))
  const refused = new Set(names.refused.hashes)
  const hashOf = (surname: string) =>
    createHash('sha256')
      .update(`${names.refused.salt}:${surname.toLowerCase().replaceAll('ё', 'е')}`)
      .digest('hex')
      .slice(0, 32)
  return [...new Set([...names.surnames, ...made])].filter(
    (surname) => !refused.has(hashOf(surname)) && !refused.has(hashOf(feminine(surname))),
  )
}

/** A source of names; two people out of ten are men, as in schools. */
export function namesFrom(names: DemoNames, rng: Rng): () => Name {
  const surnames = surnamesOf(names)
  return () => {
    const gender = rng() < 0.8 ? 'female' : 'male'
    const surname = pick(rng, surnames)
    return {
      familyName: gender === 'female' ? feminine(surname) : surname,
      givenName: pick(rng, names[gender].given),
      patronymic: pick(rng, names[gender].patronymics),
      gender,
    }
  }
}

/** The surname of a woman. */
export function feminine(surname: string): string {
  if (/(ов|ев|ёв|ин|ын)$/.test(surname)) return `${surname}а`
  return surname.replace(/(ый|ий)$/, 'ая')
}
