/** Cards of organisations: added, changed, closed and opened again; each change keeps what the card said before. */
import { and, eq, isNull, ne, sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { type ActingCtx, atomically, type Ctx, dayOf } from '#app/domain/ctx.ts'
import { record } from '#app/domain/log.server.ts'
import { found, Problem } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { municipalities, organisationChanges, organisations } from '#db/schema/index.ts'
import type { OrganisationValue } from './forms.ts'
import { organisationCalled } from './naming.server.ts'
import { organisationRules } from './rules.ts'

export type OrganisationRow = typeof organisations.$inferSelect
export type ChangeKind = (typeof organisationChanges.$inferInsert)['kind']

/** True for those who keep cards somewhere: whether the way to the form is shown. */
export function mayKeepOrganisations(ctx: Ctx): boolean {
  return (ctx.actor?.powers ?? []).some(({ capability }) => capability === 'organisation.edit')
}

/** What may be done with this card by this viewer: which buttons the page has. */
export function organisationActions(
  ctx: Ctx,
  facts: { id: string; municipalityId: string | null; tier: string },
) {
  return {
    edit: organisationRules.edit(ctx.actor, facts) === null,
    duty: organisationRules.assignDuty(ctx.actor, undefined) === null,
  }
}

/** Adds a card; returns its code. Problems at their fields: municipality, parent, inn-exists, organisation-exists. */
export async function addOrganisation(ctx: ActingCtx, value: OrganisationValue): Promise<string> {
  if (!mayKeepOrganisations(ctx)) throw new Problem('forbidden')
  return atomically(ctx, async (ctx) => {
    const card = await understood(ctx, value)
    authorize(organisationRules.edit, ctx.actor, { id: null, ...card })
    await refuseTwin(ctx, card, null)
    const [id, code] = [uuidv7(), await newCode(ctx)]
    const during = `[${value.firstDay ?? '1900-01-01'},)`
    await ctx.db.insert(organisations).values({ id, code, ...card, during, source: 'site' })
    await keepChange(ctx, id, 'added', {}, { ...card, during }, value.ground)
    return code
  })
}

/** Changes a card. Problem('stale') when another has changed it since `seen`; else as adding. */
export async function editOrganisation(
  ctx: ActingCtx,
  id: string,
  value: OrganisationValue,
  seen: number,
): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const before = await lockOrganisation(ctx, id)
    authorize(organisationRules.edit, ctx.actor, before)
    if (before.revision !== seen) throw new Problem('stale')
    const card = await understood(ctx, value)
    // Who may keep the card as it is may still not give it to a place where nothing is theirs.
    authorize(organisationRules.edit, ctx.actor, { id, ...card })
    if (card.parentId === id || (card.parentId && (await isBelow(ctx, card.parentId, id))))
      throw new Problem('parent-circle', {}, 'parent')
    await refuseTwin(ctx, card, id)
    const during = withFirstDay(before.during, value.firstDay)
    const after = { ...card, during }
    const changed = Object.entries(after).filter(
      ([field, now]) => JSON.stringify(now) !== JSON.stringify(Reflect.get(before, field)),
    )
    if (changed.length === 0) return
    await ctx.db
      .update(organisations)
      .set({ ...after, revision: before.revision + 1 })
      .where(eq(organisations.id, id))
    const was = Object.fromEntries(changed.map(([field]) => [field, Reflect.get(before, field)]))
    await keepChange(ctx, id, 'edited', was, Object.fromEntries(changed), value.ground)
  })
}

/** The organisation works through the day and no longer. Problems: organisation-units, organisation-duty, closing-early. */
export async function closeOrganisation(
  ctx: ActingCtx,
  id: string,
  { lastDay, ground }: { lastDay: string; ground: string },
): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const before = await lockOrganisation(ctx, id)
    authorize(organisationRules.edit, ctx.actor, before)
    const [state] = await ctx.db.execute<{ early: boolean; units: number; duties: number }>(sql`
      select lower(${before.during}::daterange) > ${lastDay}::date as early,
        (select count(*)::int from organisations u where u.parent_id = ${id} and u.during @> (${lastDay}::date + 1)) as units,
        (select count(*)::int from assignments a where a.organisation_id = ${id} and a.during @> (${lastDay}::date + 1)) as duties`)
    if (state?.early) throw new Problem('closing-early', {}, 'lastDay')
    if (state && state.units > 0) throw new Problem('organisation-units', { units: state.units })
    if (state && state.duties > 0) throw new Problem('organisation-duty')
    await setDuring(ctx, before, sql`daterange(lower(during), ${lastDay}::date + 1)`, 'closed', ground)
  })
}

/** Takes back a closing: the organisation works on. */
export async function reopenOrganisation(ctx: ActingCtx, id: string, ground: string): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const before = await lockOrganisation(ctx, id)
    authorize(organisationRules.edit, ctx.actor, before)
    await setDuring(ctx, before, sql`daterange(lower(during), null)`, 'reopened', ground)
  })
}

/** The card under its lock; a merged one is not there. */
export async function lockOrganisation(ctx: ActingCtx, id: string): Promise<OrganisationRow> {
  const [row] = await ctx.db
    .select()
    .from(organisations)
    .where(and(eq(organisations.id, id), isNull(organisations.mergedIntoId)))
    .for('update')
  return found(row)
}

/** Writes down what a card said before and says now, with the entry of the log. */
export async function keepChange(
  ctx: ActingCtx,
  organisationId: string,
  kind: ChangeKind,
  before: Record<string, unknown>,
  after: Record<string, unknown>,
  ground: string,
  importId: string | null = null,
): Promise<void> {
  await ctx.db.insert(organisationChanges).values({
    ...{ organisationId, kind, before, after, ground, importId },
    ...{ changedById: ctx.actor.personId, changedAt: ctx.now },
  })
  await record(ctx, `organisation.${kind}`, { kind: 'organisation', id: organisationId })
}

/** A code that nobody has: public address of a card made in the site. */
export async function newCode(ctx: Ctx): Promise<string> {
  const [row] = await ctx.db.execute<{ n: number }>(
    sql`select coalesce(max(substring(code from '^org-(\d{1,8})$')::int), 1000) + 1 as n from organisations where code ~ '^org-\d{1,8}$'`,
  )
  return `org-${row?.n ?? 1001}`
}

async function setDuring(
  ctx: ActingCtx,
  before: OrganisationRow,
  during: ReturnType<typeof sql>,
  kind: 'closed' | 'reopened',
  ground: string,
) {
  const [after] = await ctx.db
    .update(organisations)
    .set({ during: during as unknown as string, revision: before.revision + 1 })
    .where(eq(organisations.id, before.id))
    .returning({ during: organisations.during })
  await keepChange(ctx, before.id, kind, { during: before.during }, { during: after?.during }, ground)
}

async function understood(ctx: ActingCtx, value: OrganisationValue) {
  const { name, shortName, type, tier, municipality, parent, aliases, inn } = value
  const { address, phone, email, site } = value
  const spellings = aliases
    .split(/[\n;]/)
    .map((one) => one.replace(/\s+/g, ' ').trim())
    .filter((one) => one !== '' && one !== name && one !== shortName)
  if (spellings.length > 50 || spellings.some((one) => one.length > 400))
    throw new Problem('too-long', {}, 'aliases')
  return {
    ...{ name, shortName, type, tier, aliases: [...new Set(spellings)], inn: inn || null },
    ...{ address, phone, email, site },
    municipalityId: municipality ? await municipalityOf(ctx, municipality) : null,
    parentId: parent ? await parentOf(ctx, parent) : null,
  }
}

async function municipalityOf(ctx: Ctx, code: string): Promise<string> {
  const [row] = await ctx.db
    .select({ id: municipalities.id })
    .from(municipalities)
    .where(eq(municipalities.code, code))
  if (!row) throw new Problem('required', {}, 'municipality')
  return row.id
}

async function parentOf(ctx: Ctx, words: string): Promise<string> {
  try {
    const one = await organisationCalled(ctx, words)
    if (one) return one.id
  } catch (error) {
    if (error instanceof Problem) throw new Problem(error.code, error.facts, 'parent')
    throw error
  }
  throw new Problem('issuer-unknown', {}, 'parent')
}

async function isBelow(ctx: Ctx, id: string, top: string): Promise<boolean> {
  const [row] = await ctx.db.execute<{ below: boolean }>(sql`
    with recursive up as (select id, parent_id from organisations where id = ${id}
      union select o.id, o.parent_id from organisations o join up on o.id = up.parent_id)
    select exists (select from up where id = ${top}) as below`)
  return row?.below ?? false
}

/** Another card with the number, or with the same names in the same place, is this organisation. */
async function refuseTwin(
  ctx: Ctx,
  card: { name: string; shortName: string; inn: string | null; municipalityId: string | null },
  own: string | null,
): Promise<void> {
  const other = and(own ? ne(organisations.id, own) : undefined, isNull(organisations.mergedIntoId))
  if (card.inn) {
    const [twin] = await ctx.db
      .select({ name: organisations.shortName })
      .from(organisations)
      .where(and(other, eq(organisations.inn, card.inn)))
    if (twin) throw new Problem('inn-exists', { name: twin.name }, 'inn')
  }
  const [twin] = await ctx.db
    .select({ code: organisations.code })
    .from(organisations)
    .where(
      and(
        other,
        eq(organisations.name, card.name),
        sql`${organisations.municipalityId} is not distinct from ${card.municipalityId}`,
        sql`not isempty(${organisations.during})`,
      ),
    )
  if (twin) throw new Problem('organisation-exists', {}, 'name')
}

function withFirstDay(during: string, firstDay: string | undefined): string {
  const end = /,([\d-]*)\)$/.exec(during)?.[1] ?? ''
  const start = firstDay ?? '1900-01-01'
  if (end !== '' && start >= end) throw new Problem('term-order', {}, 'firstDay')
  return `[${start},${end})`
}

/** Today in the instance's zone. */
export const todayOf = (ctx: Ctx): string => dayOf(ctx.now, ctx.zone)
