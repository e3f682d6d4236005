/** A conclusion without names: neither numbers, nor ranks, nor the order of lines tell whose marks these are. */
import { expect, test } from 'vitest'
import type { ConclusionBody } from '#app/domain/panels/conclusions/assembling.ts'
import { maskedBody } from '#app/domain/panels/conclusions/masking.ts'

const said = { reason: '', address: null }

/** The same words, said by these people in this order of seats; the first one is the chair. */
function bodyOf(people: number[], marks: number[]): ConclusionBody {
  const by = people.map((person, at) => ({ person, mark: marks[at] ?? 0 }))
  return {
    ...{ number: '1-1', panel: { number: 1, title: 'Группа' }, verdict: '', text: '', recommendations: '' },
    object: { kind: 'files', title: 'Материалы', href: null, version: null, sha256: 'x' },
    ...{ members: people, chair: people[0] ?? 0, score: null, edition: 1 },
    criteria: [
      {
        ...{ code: 'clarity', title: 'Ясность', weight: 1, scale: ['0', '1', '2', '3', '4'] },
        ...{ marks: by.map((one) => ({ ...one, ...said })), median: null, spread: 4 },
      },
    ],
    verdicts: [{ code: 'yes', title: 'Да', count: 3 }],
    votes: by.map(({ person, mark }) => ({ person, verdict: 'yes', reason: `за ${mark}` })),
    comments: by.map(({ person, mark }) => ({ person, text: `слова о ${mark}` })),
    result: { median: null, spread: null, sheets: by.map(({ person }) => ({ person, score: null })) },
    rounds: [{ number: 1, criteria: ['clarity'], silent: [] }],
  } as unknown as ConclusionBody
}

test('whoever said what, a member is shown the same', () => {
  const shown = maskedBody(bodyOf([31, 12, 7, 50], [4, 2, 0, 3]), 50)
  // the marks of the others change hands, and the seats their order; what is told stays
  for (const [people, marks] of [
    [
      [7, 31, 12, 50],
      [4, 2, 0, 3],
    ],
    [
      [12, 7, 50, 31],
      [0, 4, 3, 2],
    ],
  ] as const)
    expect(maskedBody(bodyOf([...people], [...marks]), 50)).toEqual(shown)
  expect(JSON.stringify(shown)).not.toMatch(/\b(31|12|7)\b/)
  expect(shown.criteria[0]?.marks.find(({ person }) => person === 50)?.mark).toBe(3)
})

test('which marks are of the chair is not told, but to the chair', () => {
  const body = bodyOf([31, 12, 7], [4, 2, 0])
  const { chair, criteria } = maskedBody(body, 12)
  expect(criteria[0]?.marks.map(({ person }) => person)).not.toContain(chair)
  expect(maskedBody(body, 31).chair).toBe(31)
})

test('one person has one place in all lines', () => {
  const { criteria, votes } = maskedBody(bodyOf([31, 12, 7], [4, 2, 0]), 12)
  for (const { person, mark } of criteria[0]?.marks ?? [])
    expect(votes.find((one) => one.person === person)?.reason).toBe(`за ${mark}`)
})
