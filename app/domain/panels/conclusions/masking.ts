/** A conclusion in work without whose marks these are, for members whose form hides names. Pure. */
import type { ConclusionBody } from './assembling.ts'

/** People by their place in an order that says nothing; the own number stays, so that one finds the own marks. */
export function maskedBody(body: ConclusionBody, own: number): ConclusionBody {
  const others = [...new Set([...body.members, body.chair, ...missingOf(body)])].filter((one) => one !== own)
  // hidden numbers stay below zero: no person has one
  const place = new Map(others.sort((a, b) => a - b).map((person, at) => [person, -(at + 1)]))
  const of = (person: number) => place.get(person) ?? person
  const { closing, rounds } = body
  return {
    ...body,
    members: body.members.map(of),
    chair: of(body.chair),
    criteria: body.criteria.map((one) => ({
      ...one,
      marks: one.marks.map((mark) => ({ ...mark, person: of(mark.person) })),
    })),
    votes: body.votes.map((vote) => ({ ...vote, person: of(vote.person) })),
    comments: body.comments.map((comment) => ({ ...comment, person: of(comment.person) })),
    ...(body.result
      ? {
          result: {
            ...body.result,
            sheets: body.result.sheets.map((one) => ({ ...one, person: of(one.person) })),
          },
        }
      : {}),
    ...(closing ? { closing: { ...closing, missing: closing.missing.map(of) } } : {}),
    ...(rounds ? { rounds: rounds.map((round) => ({ ...round, silent: round.silent.map(of) })) } : {}),
  }
}

const missingOf = ({ closing, rounds = [] }: ConclusionBody) => [
  ...(closing?.missing ?? []),
  ...rounds.flatMap(({ silent }) => silent),
]
