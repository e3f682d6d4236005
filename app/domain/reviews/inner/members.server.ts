/** Members: who was let into a closed discussion by name, beside the people whose posts let them in. */
import { and, asc, eq, sql } from 'drizzle-orm'
import { countAttempt } from '#app/domain/accounts/limiting.server.ts'
import { type ActingCtx, atomically, type Ctx } from '#app/domain/ctx.ts'
import { record } from '#app/domain/log.server.ts'
import { notifyAll } from '#app/domain/notifications/notifying.server.ts'
import { Problem } from '#app/domain/problem.ts'
import { peopleNamed } from '#app/domain/questionnaires/inviting.server.ts'
import { type DraftState, lockDraft } from '#app/domain/reviews/facts.server.ts'
import { reviewRules } from '#app/domain/reviews/rules.ts'
import { authorize } from '#app/domain/rules.ts'
import { content } from '#content/load.ts'
import { nameShownOf } from '#db/reach/reviews.ts'
import { draftMembers, people } from '#db/schema/index.ts'

/** Lets people in, one a line; returns how many are new. They are told. Problems at `people`. */
export async function addMembers(ctx: ActingCtx, draftId: string, typed: string): Promise<number> {
  await countAttempt(ctx, 'members', ctx.actor.personId, content().settings.rates.requestsPerPerson)
  return atomically(ctx, async (ctx) => {
    const state = await lockDraft(ctx, draftId)
    authorize(reviewRules.addMembers, ctx.actor, state.facts)
    return letIn(ctx, state, typed)
  })
}

/** The same inside a command that has asked whether it may. */
export async function letIn(ctx: ActingCtx, { draft }: Pick<DraftState, 'draft'>, typed: string) {
  const lines = [...new Set(typed.split(/[\s,;]+/).filter((one) => one !== ''))]
  if (lines.length === 0) throw new Problem('required', {}, 'people')
  const most = content().settings.questionnaires.invited
  if (lines.length > most) throw new Problem('invited-most', { most }, 'people')
  const asked = [...new Set(await peopleNamed(ctx, lines))]
  const line = { draftId: draft.id, addedById: ctx.actor.personId, addedAt: ctx.now }
  const fresh = await ctx.db
    .insert(draftMembers)
    .values(asked.map((personId) => ({ ...line, personId })))
    .onConflictDoNothing()
    .returning({ personId: draftMembers.personId })
  if (fresh.length === 0) return 0
  await record(ctx, 'draft.member-added', { kind: 'draft', id: draft.id }, { count: fresh.length })
  const others = fresh.map(({ personId }) => personId).filter((id) => id !== ctx.actor.personId)
  await notifyAll(ctx, others, 'draft.member-added', {
    ...{ objectKind: 'draft', objectId: draft.id, address: `/drafts/${draft.slug}` },
    facts: { title: draft.title },
  })
  return fresh.length
}

/** Takes a member off the list: what that member said stays, the draft is out of reach. */
export async function removeMember(ctx: ActingCtx, draftId: string, number: number): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const { facts } = await lockDraft(ctx, draftId)
    authorize(reviewRules.removeMembers, ctx.actor, facts)
    const gone = await ctx.db
      .delete(draftMembers)
      .where(
        and(
          eq(draftMembers.draftId, draftId),
          sql`${draftMembers.personId} = (select p.id from people p where p.number = ${number})`,
        ),
      )
      .returning({ personId: draftMembers.personId })
    if (gone.length === 0) throw new Problem('conflict')
    await record(ctx, 'draft.member-removed', { kind: 'draft', id: draftId })
  })
}

export interface Member {
  number: number
  /** null when it may not be shown: knowing a number gives nobody a name */
  name: string | null
}

/** The list for whoever calls them. By number. */
export async function membersOf(ctx: Ctx, draftId: string): Promise<Member[]> {
  return ctx.db
    .select({
      number: people.number,
      name: sql<string | null>`case when ${nameShownOf(sql`${people.id}`)} then
        concat_ws(' ', ${people.familyName}, ${people.givenName}, nullif(${people.patronymic}, '')) end`,
    })
    .from(draftMembers)
    .innerJoin(people, eq(people.id, draftMembers.personId))
    .where(eq(draftMembers.draftId, draftId))
    .orderBy(asc(people.number))
}
