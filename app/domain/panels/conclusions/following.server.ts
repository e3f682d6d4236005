/** What the page of a conclusion in work shows of its agreement, and what its viewer may do next. */
import { inArray } from 'drizzle-orm'
import type { ActingCtx } from '#app/domain/ctx.ts'
import { placesOf } from '#app/domain/panels/places.server.ts'
import { people } from '#db/schema/index.ts'
import type { ConclusionState } from './facts.server.ts'
import { conclusionRules } from './rules.ts'

export interface Answered {
  /** public number */
  person: number
  name: string | null
  answer: 'agreed' | 'dissented' | 'silent' | 'waiting'
  dissent: string
}

/** Stage, answers, and the steps that are open to the viewer. */
export async function agreementOfText(ctx: ActingCtx, state: ConclusionState) {
  const { edition, facts, answers, deputy } = state
  const may = (rule: keyof typeof conclusionRules) => conclusionRules[rule](ctx.actor, facts) === null
  const others = facts.memberIds.filter((one) => one !== facts.headId)
  const places = await placesOf(ctx, [...others, ...(deputy ? [deputy.personId] : [])])
  const answered: Answered[] = others.flatMap((personId) => {
    const place = places.find((one) => one.personId === personId)
    if (!place) return []
    const given = answers.find((one) => one.personId === personId)
    const otherwise = facts.agreed || facts.stage === 'signing' ? ('silent' as const) : ('waiting' as const)
    const { number, name } = place
    return [{ person: number, name, answer: given?.answer ?? otherwise, dissent: given?.dissent ?? '' }]
  })
  const acting = deputy && places.find(({ personId }) => personId === deputy.personId)
  return {
    stage: facts.stage,
    edition: edition && { number: edition.edition, sha256: edition.sha256, lastDay: edition.lastDay },
    // own opinions speak of what the sheets say
    answers: edition && facts.allSent ? answered : [],
    waiting: answered.filter(({ answer }) => answer === 'waiting').length,
    agreed: facts.agreed,
    deputy: acting && deputy ? { name: acting.name, person: acting.number, reason: deputy.reason } : null,
    may: {
      send: may('send'),
      answer: may('answer'),
      takeBack: edition !== null && may('edit'),
      open: may('openSigning'),
      sign: may('sign'),
    },
  }
}

/** Public numbers of people, for pages that name them. */
export async function numbersOf(
  ctx: Pick<ActingCtx, 'db'>,
  ids: readonly string[],
): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map()
  const rows = await ctx.db
    .select({ id: people.id, number: people.number })
    .from(people)
    .where(inArray(people.id, [...ids]))
  return new Map(rows.map(({ id, number }) => [id, number]))
}
