/** The catalogue and the card: what is published is found and read by everybody, what is not by nobody else. */
import { expect } from 'vitest'
import {
  answerAuthor,
  askAuthor,
  ownAuthorship,
  withdrawAuthor,
} from '#app/domain/practices/authors.server.ts'
import { chosenIn, filterOf, readCursor } from '#app/domain/practices/catalogue/filter.ts'
import { countPractices, listPractices } from '#app/domain/practices/catalogue/listing.server.ts'
import { cardOf } from '#app/domain/practices/reading/card.server.ts'
import { renewPractice } from '#app/domain/practices/sending.server.ts'
import { withdrawPractice } from '#app/domain/practices/withdrawing.server.ts'
import { test } from '#test/support/database.ts'
import { filled, practiceRoom, published } from '#test/support/practice-room.ts'

const asked = (query: string) => filterOf(new URLSearchParams(query))
const whole = { after: null, limit: 100 }

test('a published practice is found by its facets and words, an unpublished one is not', async ({
  given,
  acts,
  as,
  db,
}) => {
  const room = await practiceRoom({ given, acts, db })
  const hidden = await practiceRoom({ given, acts, db })
  await filled(hidden)
  await published(room)
  const numbers = async (query: string) =>
    (await listPractices(as(null), asked(query), whole)).rows.map(({ number }) => number)
  const at = `organisation=${room.school.code}`
  for (const query of [
    at,
    `${at}&kind=expert&tier=municipal&subject=mathematics&licence=cc-by-4`,
    `${at}&q=учителем школ`,
  ])
    expect(await numbers(query)).toEqual([room.number])
  for (const query of [`${at}&kind=pedagogical`, `${at}&subject=physics`, `${at}&q=бегемот`])
    expect(await numbers(query)).toEqual([])
  expect(await numbers(`organisation=${hidden.school.code}`)).toEqual([])
})

test('counts of a facet do not depend on what is chosen in it, those of the others do', async ({
  given,
  acts,
  as,
  db,
}) => {
  const room = await practiceRoom({ given, acts, db })
  await published(room)
  const at = `organisation=${room.school.code}`
  const free = await countPractices(as(null), asked(at))
  expect(free.total).toBe(1)
  expect(free.kind).toEqual([{ code: 'expert', title: 'expert', count: 1 }])
  const other = await countPractices(as(null), asked(`${at}&kind=pedagogical`))
  expect(other.total).toBe(0)
  expect(other.kind).toEqual([{ code: 'expert', title: 'expert', count: 1 }])
  expect(other.tier).toEqual([])
})

test('pages of the catalogue follow one another without a gap in both orders', async ({
  given,
  acts,
  as,
  db,
}) => {
  for (let at = 0; at < 3; at += 1) await published(await practiceRoom({ given, acts, db }))
  for (const query of ['', 'sort=title']) {
    const all = (await listPractices(as(null), asked(query), whole)).rows.map(({ number }) => number)
    const walked: number[] = []
    let after: Parameters<typeof listPractices>[2]['after'] = null
    do {
      const { rows, next } = await listPractices(as(null), asked(query), { after, limit: 1 })
      walked.push(...rows.map(({ number }) => number))
      after = next
    } while (after)
    expect(walked).toEqual(all)
  }
})

test('readers keep the published version; who writes sees the next one; a withdrawn one leaves its name and reason', async ({
  given,
  acts,
  as,
  db,
}) => {
  const room = await practiceRoom({ given, acts, db })
  await published(room)
  await renewPractice(acts(room.author), room.number)
  const guest = await cardOf(as(null), room.number)
  expect(guest.version.number).toBe(1)
  expect(guest.versions.map(({ number }) => number)).toEqual([1])
  expect(guest.authors).toMatchObject([{ directions: [expect.any(String)], listed: true }])
  expect(guest.advice).toEqual([{ advice: 'publish', count: 2 }])
  await expect(cardOf(as(null), room.number, 2)).rejects.toMatchObject({ code: 'not-found' })
  expect((await cardOf(acts(room.author), room.number, 2)).version.state).toBe('draft')
  await withdrawPractice(acts(room.author), room.number, 'Порядок изменился')
  const gone = await cardOf(as(null), room.number)
  expect(gone).toMatchObject({ withdrawn: true, files: [], authors: [] })
  expect([...gone.parts]).toEqual([])
  const at = asked(`organisation=${room.school.code}`)
  expect((await listPractices(as(null), at, whole)).rows).toEqual([])
})

test('an author who takes the consent back is named nowhere, nor by number', async ({
  given,
  acts,
  as,
  db,
}) => {
  const room = await practiceRoom({ given, acts, db })
  await published(room)
  await withdrawAuthor(acts(room.author), room.number)
  const { authors } = await cardOf(as(null), room.number)
  expect(authors).toMatchObject([{ name: null, number: null, directions: [] }])
  const { rows } = await listPractices(as(null), asked(`organisation=${room.school.code}`), whole)
  expect(rows[0]?.authors).toEqual([])
})

test('an address of the catalogue that says nothing is its first page', () => {
  const filter = asked('kind=%27&tier=&q=%00&sort=x&subject=A%20B')
  expect(chosenIn(filter)).toBe(0)
  for (const word of ['x', 'W10', '!', Buffer.from('["z",-1]').toString('base64url')])
    expect(readCursor(word, 'newest')).toBeNull()
})

test('who is asked to be an author reads the card before answering, and a stranger does not', async ({
  given,
  acts,
  db,
}) => {
  const room = await practiceRoom({ given, acts, db })
  const person = await given.user()
  const [friend, stranger] = [acts(person), acts(await given.user())]
  await filled(room)
  await askAuthor(acts(room.author), room.number, person.number)
  const card = await cardOf(friend, room.number)
  expect([card.follows, card.authorship]).toEqual([true, 'asked'])
  expect((await ownAuthorship(friend, room.number)).answer).toBeNull()
  await expect(cardOf(stranger, room.number)).rejects.toMatchObject({ code: 'not-found' })
  await expect(ownAuthorship(stranger, room.number)).rejects.toMatchObject({ code: 'not-found' })
  await answerAuthor(friend, room.number, 'declined')
  await expect(cardOf(friend, room.number)).rejects.toMatchObject({ code: 'not-found' })
})
