import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

/**
 * Officials named in the source papers must not appear in committed text. Their surnames, in the cases in which
 * they may stand, are kept here only as salted hashes, so that this list does not name them either.
 */
const salt = 'rses-officials-2023'
const officials = new Set([
  '052d1bd9c82cd30c655f06c8b9f0c623',
  '16fb2ad615ee2ccee3ed641bcae1e43f',
  '2f612f8a31ebbae2c20de775636b097d',
  '3262e524cdd15db421ee742978e2d3ce',
  '326687690f105c60ab27a1609b966a2e',
  '38fd69378cbe30e6d7cbd74cbfc85474',
  '4deb26c8f5dbb867695fa180d93d4306',
  '6ea342a182ecca0a9cf02bb6f1d4b99b',
  '712000190d083f647f691b4e3baa7807',
  '798706774719413fe281b8d9cae80ce3',
  '8274cdd4a00150b47a0db64bc5db9aa3',
  '847d257aa16dd34bf997904ffb9b82af',
  '89d04a7d951a49a964ef140442106f29',
  '8a662b21f3bda47ea5090d5108409de6',
  '8b671bb0fb518dea637687a73920ff3e',
  '97f84e5394cd7dbab52e8e14301d2d47',
  '9d8ab214defc95ffeda2ee24ddc4e389',
  'ab1c612955a14fdaf5c6892df4ceed0d',
  'abd4620196dcbf05a31e437785703115',
  'ba4f916411d6ab51ebf7bd1e2e59a8ae',
  'dbf0122304d23e0f984ab88aa0053162',
  'dd88ac93d75c9f598a8e6954d5452220',
  'f24d60dbd3d2a77b3b4fbeec8bea2549',
  'f376be610d057941aa7a11ab0186bf0d',
])

const hashOf = (word: string) => createHash('sha256').update(`${salt}:${word}`).digest('hex').slice(0, 32)

/** Words of the text whose hash is in the set. */
function namesIn(text: string, hashes: ReadonlySet<string>): string[] {
  const words = new Set(
    text
      .toLowerCase()
      .replaceAll('ё', 'е')
      .match(/\p{L}+/gu) ?? [],
  )
  return [...words].filter((word) => hashes.has(hashOf(word)))
}

function filesOf(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory()
      ? filesOf(join(folder, entry.name))
      : /\.(ya?ml|md|ts|json|txt|html)$/.test(entry.name)
        ? [join(folder, entry.name)]
        : [],
  )
}

test('the search sees a name through case, letter ё and punctuation', () => {
  const planted = new Set([hashOf('берестнев')])
  expect(namesIn('Исполнитель: «БЕРЕСТНЁВ» А.А.', planted)).toHaveLength(1)
  expect(namesIn('берестневский', planted)).toEqual([])
})

test('no official of the sources is named anywhere in content/', () => {
  const files = filesOf(join(process.cwd(), 'content'))
  expect(files.length).toBeGreaterThan(40)
  const found = files.filter((file) => namesIn(readFileSync(file, 'utf8'), officials).length > 0)
  expect(found).toEqual([])
})
