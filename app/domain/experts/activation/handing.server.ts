/**
 * Handing the beginning of an account to the person it is for: a slip that is printed, a link by letter, a code given
 * to whoever showed a document. Which document and when is kept; its number is not.
 */
import { eq, sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import type { z } from 'zod'
import { hashOfCode, keepCode, lockUnready, newCode } from '#app/domain/accounts/activation/codes.server.ts'
import type { Vault } from '#app/domain/accounts/vault.ts'
import { type ActingCtx, atomically } from '#app/domain/ctx.ts'
import type { Counter } from '#app/domain/experts/forms.ts'
import { expertRules } from '#app/domain/experts/rules.ts'
import { record } from '#app/domain/log.server.ts'
import { Problem } from '#app/domain/problem.ts'
import { authorize, type Place } from '#app/domain/rules.ts'
import { content } from '#content/load.ts'
import { organisations } from '#db/schema/index.ts'
import { assertHelper, unreadyAmong } from './unready.server.ts'

export interface Slip {
  number: number
  name: string
  code: string
  until: Date
}

/**
 * New codes for these people, each ending the one before; what is returned is to be printed and shown nowhere else.
 * Problems: people-none, slips-many, slips-changed when somebody of them is not to be helped (any more),
 * account-role when somebody's account has rights: a slip may get into other hands.
 */
export async function printSlips(ctx: ActingCtx, vault: Vault, ids: readonly string[]): Promise<Slip[]> {
  assertHelper(ctx)
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) throw new Problem('people-none', {}, 'people')
  if (wanted.length > content().settings.activation.slips)
    throw new Problem('slips-many', { most: content().settings.activation.slips }, 'people')
  return atomically(ctx, async (ctx) => {
    // one order of locks for all who print at the same moment
    for (const id of [...wanted].sort()) await lockUnready(ctx, id, 'slip')
    const people = await unreadyAmong(ctx, wanted)
    if (people.length !== wanted.length) throw new Problem('slips-changed', {}, 'people')
    const places = await placesOf(ctx, wanted)
    const slips: Slip[] = []
    for (const { id, number, name } of people) {
      authorizeAny(ctx, places.get(id) ?? [])
      const code = newCode()
      const hash = hashOfCode(vault, id, code)
      const minutes = content().settings.activation.slipDays * 1440
      const until = await keepCode(ctx, {
        ...{ personId: id, kind: 'slip', hash, minutes, issuedById: ctx.actor.personId },
      })
      await record(ctx, 'activation.printed', { kind: 'person', id })
      slips.push({ number, name, code, until })
    }
    return slips
  })
}

/**
 * A code for whoever stands at the counter and showed a document. Returns it to be read out or written down once.
 * Problems: account-exists, day-future.
 */
export async function handOver(
  ctx: ActingCtx,
  vault: Vault,
  personId: string,
  { checked, checkedOn }: z.output<typeof Counter>,
): Promise<{ code: string; until: Date }> {
  return atomically(ctx, async (ctx) => {
    const { person } = await lockUnready(ctx, personId, 'counter')
    authorize(expertRules.vouch, ctx.actor, {})
    if (checkedOn > ctx.actor.today) throw new Problem('day-future', {}, 'checkedOn')
    const code = newCode()
    const until = await keepCode(ctx, {
      ...{ personId: person.id, kind: 'counter', hash: hashOfCode(vault, person.id, code) },
      ...{ minutes: content().settings.activation.counterHours * 60, issuedById: ctx.actor.personId },
      ...{ checked, checkedOn },
    })
    await record(ctx, 'activation.handed', { kind: 'person', id: person.id }, { checkedOn })
    return { code, until }
  })
}

/**
 * Asks for a letter with a link to the person's own mailbox; the link is made where the letter is written. Problems:
 * account-exists, mailbox-shared when the address stands at somebody else, mailbox-account when it opens another account.
 */
export async function sendLink(ctx: ActingCtx, personId: string, email: string): Promise<void> {
  authorize(expertRules.vouch, ctx.actor, {})
  const me = ctx.actor.personId
  await atomically(ctx, async (ctx) => {
    const { person, user } = await lockUnready(ctx, personId, 'letter')
    // whoever signs in by number has a mailbox that others read
    if (user) throw new Problem('mailbox-shared', {}, 'email')
    const [row] = await ctx.db.execute<{ held: 'account' | 'shared' | null }>(
      sql`select closed_mailbox_held(${me}, 'activation', ${uuidv7()}, ${person.id}, ${email}) as held`,
    )
    if (row?.held) throw new Problem(`mailbox-${row.held}`, {}, 'email')
    await ctx.db.execute(sql`select closed_set_email(${person.id}, ${email})`)
    await record(ctx, 'activation.letter-asked', { kind: 'person', id: person.id })
  })
}

async function placesOf(ctx: ActingCtx, ids: readonly string[]): Promise<Map<string, Place[]>> {
  const rows = await ctx.db.execute<{ personId: string; id: string; municipalityId: string | null }>(sql`
    select e.person_id as "personId", o.id,
      case when o.tier in ('municipal', 'institutional') then o.municipality_id end as "municipalityId"
    from employments e join ${organisations} o on ${eq(sql`o.id`, sql`e.organisation_id`)}
    where e.person_id in ${[...ids]} and e.during @> ${ctx.actor.today}::date`)
  const places = new Map<string, Place[]>()
  for (const { personId, id, municipalityId } of rows)
    places.set(personId, [...(places.get(personId) ?? []), { organisationId: id, municipalityId }])
  return places
}

// Who works in two places is helped by either of them.
function authorizeAny(ctx: ActingCtx, places: readonly Place[]) {
  const denials = places.map((place) => expertRules.printSlips(ctx.actor, place))
  if (!denials.includes(null)) authorize(expertRules.printSlips, ctx.actor, places[0] ?? {})
}
