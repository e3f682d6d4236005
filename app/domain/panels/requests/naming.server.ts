/** Naming: somebody must, or must not, be in the panel, with a reason that is never public; and is named no more. */
import { and, eq } from 'drizzle-orm'
import { type ActingCtx, atomically, type Ctx } from '#app/domain/ctx.ts'
import { record } from '#app/domain/log.server.ts'
import { candidatesOf } from '#app/domain/panels/candidates.server.ts'
import { placesOf } from '#app/domain/panels/places.server.ts'
import { found, Problem } from '#app/domain/problem.ts'
import { panelPeople, people } from '#db/schema/index.ts'
import { advance, openRequest, remember } from './editing.server.ts'
import { namedIn } from './limiting.server.ts'

export async function namePerson(
  ctx: ActingCtx,
  panelId: string,
  { number, standing, reason }: { number: number; standing: 'fixed' | 'excluded'; reason: string },
): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const { state, revision } = await openRequest(ctx, panelId)
    const [person] = await ctx.db.select({ id: people.id }).from(people).where(eq(people.number, number))
    if (!person) throw new Problem('named-unknown', {}, 'number')
    const named = await namedIn(ctx, panelId)
    if (named.some(({ personId }) => personId === person.id)) throw new Problem('named-twice', {}, 'number')
    const candidate = (await candidatesOf(ctx, state)).find(({ personId }) => personId === person.id)
    if (!candidate) throw new Problem('named-unable', {}, 'number')
    const fixed = named.filter((one) => one.standing === 'fixed').length
    if (standing === 'fixed' && fixed >= state.panel.size)
      throw new Problem('named-over-size', { size: state.panel.size }, 'standing')
    if (standing === 'fixed' && candidate.conflict !== null) throw new Problem('named-conflict', {}, 'number')
    await remember(ctx, state, revision, 'people', { named: named.length })
    await advance(ctx, panelId, revision + 1)
    await ctx.db.insert(panelPeople).values({
      ...{ panelId, personId: person.id, standing, reason },
      ...{ addedById: ctx.actor.personId, addedAt: ctx.now },
    })
    await record(ctx, 'panel.person-named', { kind: 'panel', id: panelId }, { person: person.id, standing })
  })
}

export async function unnamePerson(ctx: ActingCtx, panelId: string, personId: string): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const { state, revision } = await openRequest(ctx, panelId)
    const named = await namedIn(ctx, panelId)
    const { standing } = found(named.find((one) => one.personId === personId))
    await remember(ctx, state, revision, 'people', { named: named.length })
    await advance(ctx, panelId, revision + 1)
    const one = and(eq(panelPeople.panelId, panelId), eq(panelPeople.personId, personId))
    await ctx.db.delete(panelPeople).where(one)
    await record(ctx, 'panel.person-unnamed', { kind: 'panel', id: panelId }, { person: personId, standing })
  })
}

/** Who is named, with open names, for those who work on the panel. */
export async function namedPeople(ctx: Ctx, panelId: string) {
  const named = await namedIn(ctx, panelId)
  const ids = named.map(({ personId }) => personId)
  const places = new Map((await placesOf(ctx, ids)).map((place) => [place.personId, place]))
  return named.map(({ personId, standing, reason }) => {
    const { number = 0, name = null } = places.get(personId) ?? {}
    return { personId, standing, reason, number, name }
  })
}
