/** A conclusion in work without whose marks these are, for members whose form hides names. Pure. */
import { canonicalJson } from '#app/domain/canonical-json.ts'
import type { ConclusionBody } from './assembling.ts'

/**
 * People by their place in an order of what they said, which says nothing of who said it: numbers and ranks of members are
 * known to each other. The own number stays, so that one finds the own marks; whose the chair is, is not told.
 */
export function maskedBody(body: ConclusionBody, own: number): ConclusionBody {
  const { closing, rounds, result } = body
  const others = [...new Set([...body.members, ...missingOf(body)])].filter((one) => one !== own)
  const said = new Map(others.map((person) => [person, wordsOf(body, person)]))
  const order = others.sort((a, b) => ((said.get(a) ?? '') < (said.get(b) ?? '') ? -1 : 1))
  // hidden numbers stay below zero: no person has one
  const place = new Map(order.map((person, at) => [person, -(at + 1)]))
  const of = (person: number) => place.get(person) ?? person
  const all = <Line extends { person: number }>(lines: readonly Line[]): Line[] =>
    lines.map((line) => ({ ...line, person: of(line.person) })).sort((a, b) => b.person - a.person)
  const people = (numbers: readonly number[]) => numbers.map(of).sort((a, b) => b - a)
  return {
    ...body,
    members: people(body.members),
    chair: body.chair === own ? own : -(order.length + 1),
    criteria: body.criteria.map((one) => ({ ...one, marks: all(one.marks) })),
    votes: all(body.votes),
    comments: all(body.comments),
    ...(result ? { result: { ...result, sheets: all(result.sheets) } } : {}),
    ...(closing ? { closing: { ...closing, missing: people(closing.missing) } } : {}),
    ...(rounds ? { rounds: rounds.map((round) => ({ ...round, silent: people(round.silent) })) } : {}),
  }
}

/** Everything that a body tells of somebody, without who it is. */
function wordsOf(body: ConclusionBody, own: number): string {
  const of = (lines: readonly { person: number }[]) =>
    lines.filter(({ person }) => person === own).map(({ person: _, ...line }) => line)
  const { criteria, votes, comments, rounds = [] } = body
  const marks = criteria.map((one) => of(one.marks))
  return canonicalJson([marks, of(votes), of(comments), rounds.map(({ silent }) => silent.includes(own))])
}

const missingOf = ({ closing, rounds = [] }: ConclusionBody) => [
  ...(closing?.missing ?? []),
  ...rounds.flatMap(({ silent }) => silent),
]
