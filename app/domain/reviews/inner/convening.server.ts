/**
 * Convening: whoever speaks for an organisation calls people to discuss an open draft among themselves.
 *
 * What they discuss is a closed draft of the organisation: a copy of the last version with the ids of its units, so that
 * a passage here is the same passage there. Nobody but them, and who oversees all drafts, may know of it.
 */
import { and, desc, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { countAttempt } from '#app/domain/accounts/limiting.server.ts'
import { sha256 } from '#app/domain/canonical.ts'
import { type ActingCtx, atomically, type Ctx, dayOf } from '#app/domain/ctx.ts'
import { record } from '#app/domain/log.server.ts'
import { found, Problem } from '#app/domain/problem.ts'
import { setStages } from '#app/domain/reviews/course/discussing.server.ts'
import { lastTalkDay } from '#app/domain/reviews/course/staging.ts'
import { freeSlug, lockAddresses } from '#app/domain/reviews/drafting.server.ts'
import { type DraftRow, lockDraft } from '#app/domain/reviews/facts.server.ts'
import { reviewRules } from '#app/domain/reviews/rules.ts'
import { slugOf } from '#app/domain/reviews/slugs.ts'
import { cleanWords } from '#app/domain/reviews/words.ts'
import { authorize } from '#app/domain/rules.ts'
import { content } from '#content/load.ts'
import { blocks, drafts, innerDiscussions, organisations, versions } from '#db/schema/index.ts'
import { letIn } from './members.server.ts'
import { positionOf, representedBy } from './representing.server.ts'

/** The order of a closed discussion: content/processes.yaml; its first stage is the closed stage. */
const ORDER = 'closed-discussion'

export interface InnerInput {
  organisationId: string
  /** «рабочая группа учителей математики» */
  circle: string
  /** the last day on which the circle speaks, YYYY-MM-DD */
  lastDay: string
  /** numbers and addresses, one a line */
  people: string
}

/**
 * Opens the closed stage and lets its people in; returns the address of the copy. Problems: not-your-organisation,
 * inner-exists, position-exists (the organisation has spoken in this stage), inner-late (the open stage ends before), and those of terms and of the list.
 */
export async function convene(
  ctx: ActingCtx,
  aboutId: string,
  input: InnerInput,
  calendars = content().calendars,
): Promise<{ slug: string }> {
  await countAttempt(ctx, 'members', ctx.actor.personId, content().settings.rates.requestsPerPerson)
  return atomically(ctx, async (ctx) => {
    const { facts, draft: about, stages } = await lockDraft(ctx, aboutId)
    authorize(reviewRules.convene, ctx.actor, facts)
    const { organisationId, lastDay } = input
    const own = await representedBy(ctx)
    const organisation = own.find(({ id }) => id === organisationId)
    if (!organisation) throw new Problem('not-your-organisation', {}, 'organisationId')
    const open = lastTalkDay(stages)
    if (open !== null && lastDay > open) throw new Problem('inner-late', { day: open }, 'lastDay')
    const circle = cleanWords(input.circle, 'circle', content().settings.text.name)
    await assertNone(ctx, aboutId, organisationId)
    if (await positionOf(ctx, { stages }, organisationId))
      throw new Problem('position-exists', {}, 'organisationId')
    const { copy, versionId } = await copied(ctx, about, organisation, circle)
    await ctx.db.insert(innerDiscussions).values({
      ...{ draftId: copy.id, aboutId, versionId, organisationId, circle },
      ...{ convenedById: ctx.actor.personId, convenedAt: ctx.now },
    })
    const order = found(content().processes.find(({ code }) => code === ORDER))
    const days = { firstDay: dayOf(ctx.now, ctx.zone), lastDay }
    await inLastDay(() =>
      setStages(
        ctx,
        { draftId: copy.id, discussion: null },
        {
          process: ORDER,
          stages: [{ kind: 'discussion', title: order.title.ru, ...days }],
        },
        calendars,
      ),
    )
    const what = { about: aboutId, organisation: organisationId }
    await record(ctx, 'inner.convened', { kind: 'draft', id: copy.id }, what)
    await letIn(ctx, { draft: copy }, input.people)
    return { slug: copy.slug }
  })
}

/** The closed stage that an organisation of the actor holds about this draft now, newest first. */
export async function innerOf(ctx: ActingCtx, aboutId: string) {
  const own = (await representedBy(ctx)).map(({ id }) => id)
  if (own.length === 0) return []
  return ctx.db
    .select({
      slug: drafts.slug,
      organisationId: innerDiscussions.organisationId,
      organisation: organisations.shortName,
      circle: innerDiscussions.circle,
      endedAt: innerDiscussions.endedAt,
    })
    .from(innerDiscussions)
    .innerJoin(drafts, eq(drafts.id, innerDiscussions.draftId))
    .innerJoin(organisations, eq(organisations.id, innerDiscussions.organisationId))
    .where(and(eq(innerDiscussions.aboutId, aboutId), sql`${innerDiscussions.organisationId} in ${own}`))
    .orderBy(desc(innerDiscussions.convenedAt))
}

async function assertNone(ctx: Ctx, aboutId: string, organisationId: string): Promise<void> {
  const [standing] = await ctx.db
    .select({ id: innerDiscussions.draftId })
    .from(innerDiscussions)
    .where(
      and(
        eq(innerDiscussions.aboutId, aboutId),
        eq(innerDiscussions.organisationId, organisationId),
        isNull(innerDiscussions.endedAt),
      ),
    )
  if (standing) throw new Problem('inner-exists', {}, 'organisationId')
}

async function copied(
  ctx: ActingCtx,
  about: DraftRow,
  organisation: { id: string; shortName: string },
  circle: string,
): Promise<{ copy: DraftRow; versionId: string }> {
  const [version] = await ctx.db
    .select()
    .from(versions)
    .where(and(eq(versions.draftId, about.id), isNotNull(versions.publishedAt)))
    .orderBy(desc(versions.number))
    .limit(1)
  const source = found(version)
  await lockAddresses(ctx)
  const title = `${circle}: ${about.title}`.slice(0, content().settings.text.title)
  const made = { authorId: ctx.actor.personId, createdAt: ctx.now, publishedAt: ctx.now }
  const { kind, ground, explanatoryNote, questions, lang } = about
  const [copy] = await ctx.db
    .insert(drafts)
    .values({
      ...{ id: uuidv7(), slug: await freeSlug(ctx, slugOf(title)), title, developerId: organisation.id },
      ...{ kind, ground, explanatoryNote, questions, lang, contact: organisation.shortName, ...made },
    })
    .returning()
  const draft = found(copy)
  const { number, body, note } = source
  const id = uuidv7()
  const hash = sha256({ draft: draft.number, number, body })
  await ctx.db.insert(versions).values({ id, draftId: draft.id, number, body, note, sha256: hash, ...made })
  await ctx.db.execute(sql`insert into ${blocks}
    (version_id, block_id, parent_id, position, kind, depth, number, address, text, data)
    select ${id}, block_id, parent_id, position, kind, depth, number, address, text, data
    from ${blocks} where version_id = ${source.id}`)
  await record(ctx, 'draft.created', { kind: 'draft', id: draft.id }, { version: id, sha256: hash })
  return { copy: draft, versionId: source.id }
}

/** The one day of the form is where a fault of the term belongs. */
async function inLastDay<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof Problem) || error.field !== 'stages') throw error
    throw new Problem(error.code, error.facts, 'lastDay')
  }
}
