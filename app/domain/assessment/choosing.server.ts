/** Choosing: people are put into a list and taken out of it, together with what is known of them. */
import { and, eq, isNull } from 'drizzle-orm'
import type { ActingCtx } from '#app/domain/ctx.ts'
import { peopleNamed } from '#app/domain/experts/naming-people.server.ts'
import { found, Problem } from '#app/domain/problem.ts'
import { candidates } from '#db/schema/index.ts'
import { type CandidateRow, candidateRows } from './candidate-rows.ts'
import { enterFacts, type Facts, isEntrepreneur } from './entering-facts.server.ts'
import type { CandidateCardValue } from './forms.ts'
import { changing } from './listing.server.ts'

const mostPeople = 1000

/**
 * Puts people into the list, each with points, consent and statement where the row gives them; all rows or none.
 * Problems at `rows`: those of a person's name, of a row, candidate-twice, candidate-listed, and of the facts.
 */
export async function addCandidates(ctx: ActingCtx, listId: string, text: string): Promise<number> {
  const { rows, fault } = candidateRows(text)
  if (fault) throw new Problem(fault.code, { line: fault.line }, 'rows')
  if (rows.length === 0) throw new Problem('row-none', {}, 'rows')
  if (rows.length > mostPeople) throw new Problem('too-many', {}, 'rows')
  let added = 0
  await changing(ctx, listId, async (ctx, list) => {
    const people = await named(ctx, rows)
    const here = new Set(await listedIn(ctx, listId))
    const seen = new Set<string>()
    for (const [at, row] of rows.entries()) {
      const personId = people[at] ?? ''
      const { line, exemption } = row
      if (seen.has(personId)) throw new Problem('candidate-twice', { line }, 'rows')
      seen.add(personId)
      const facts = factsOf(row)
      if (here.has(personId) && !facts) throw new Problem('candidate-listed', { line }, 'rows')
      if (!here.has(personId)) {
        const by = { addedById: ctx.actor.personId, addedAt: ctx.now }
        await ctx.db.insert(candidates).values({ listId, personId, exemption, ...by })
        added += 1
      }
      if (facts) await enterFacts(ctx, list, personId, facts).catch(atLine(line))
      if (await isEntrepreneur(ctx, personId)) throw new Problem('line-entrepreneur', { line }, 'rows')
    }
    return added > 0 ? {} : null
  })
  return added
}

/** Takes a person out of the list. */
export async function removeCandidate(ctx: ActingCtx, listId: string, candidateId: string): Promise<void> {
  await changing(ctx, listId, async (ctx) => {
    const gone = await ctx.db
      .update(candidates)
      .set({ removedAt: ctx.now })
      .where(and(eq(candidates.id, candidateId), eq(candidates.listId, listId), isNull(candidates.removedAt)))
      .returning({ id: candidates.id })
    found(gone[0])
    return {}
  })
}

/** Enters what was found out about one person of the list; another category is a change of the list. */
export async function saveCandidate(
  ctx: ActingCtx,
  listId: string,
  candidateId: string,
  value: CandidateCardValue,
): Promise<void> {
  const here = and(
    eq(candidates.id, candidateId),
    eq(candidates.listId, listId),
    isNull(candidates.removedAt),
  )
  await changing(ctx, listId, async (ctx, list) => {
    const { personId, exemption } = found((await ctx.db.select().from(candidates).where(here))[0])
    await enterFacts(ctx, list, personId, cardFacts(value))
    if (exemption === value.exemption) return null
    await ctx.db.update(candidates).set({ exemption: value.exemption }).where(here)
    return {}
  })
}

function cardFacts(value: CandidateCardValue): Facts {
  const { earned, maximum, resultDay, consentDay = null, entrepreneur, mistaken, withdrawn } = value
  const whole = earned !== undefined && maximum !== undefined && resultDay !== undefined
  return {
    points: whole ? { earned, maximum, day: resultDay } : null,
    consentDay,
    entrepreneur: entrepreneur ? entrepreneur === 'yes' : null,
    ...{ mistaken, withdrawn },
  }
}

function factsOf({ points, consentDay, entrepreneur }: CandidateRow): Facts | null {
  if (!points && !consentDay && entrepreneur === null) return null
  return { points, consentDay, entrepreneur, mistaken: false, withdrawn: false }
}

/** People of the rows, in their order; a refusal says the line of the whole text. */
async function named(ctx: ActingCtx, rows: readonly CandidateRow[]): Promise<string[]> {
  const lines: string[] = []
  for (const { line, person } of rows) lines[line - 1] = person
  const text = Array.from(lines, (line) => line ?? '').join('\n')
  return (await peopleNamed(ctx, text, { field: 'rows' })).map(({ personId }) => personId)
}

async function listedIn(ctx: ActingCtx, listId: string): Promise<string[]> {
  const rows = await ctx.db
    .select({ personId: candidates.personId })
    .from(candidates)
    .where(and(eq(candidates.listId, listId), isNull(candidates.removedAt)))
  return rows.map(({ personId }) => personId)
}

function atLine(line: number) {
  return (error: unknown): never => {
    if (error instanceof Problem && error.field)
      throw new Problem(`line-${error.code}`, { ...error.facts, line }, 'rows')
    throw error
  }
}
