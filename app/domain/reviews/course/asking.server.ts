/** Asking: for which organisations a person asks, the scan of the letter, and a request that was just sent. */
import { and, asc, eq, inArray, or, sql } from 'drizzle-orm'
import { type ActingCtx, type Ctx, viewerOf } from '#app/domain/ctx.ts'
import { keepFile, type StoredFile } from '#app/domain/files/store.server.ts'
import { found } from '#app/domain/problem.ts'
import { saidAgain } from '#app/domain/reviews/remarks/repeating.server.ts'
import { asksFor, ownRequest, requestVisibleTo } from '#db/reach/requests.ts'
import { discussionRequests, files, organisations } from '#db/schema/index.ts'

export interface Letter {
  dataDir: string
  name: string
  bytes: Uint8Array
}

const LETTER = 'request-letter'
/** More than a person ever asks for; beyond it a list is no choice. */
const MOST = 200

/** The organisations for which the actor may ask. */
export async function askingFor(ctx: Ctx): Promise<{ id: string; name: string }[]> {
  const places = asksFor(viewerOf(ctx))
  if (!places) return []
  return ctx.db
    .select({ id: organisations.id, name: organisations.name })
    .from(organisations)
    .where(places)
    .orderBy(organisations.name, organisations.id)
    .limit(MOST)
}

/** Whether the request is of the actor or of an organisation for which the actor asks. */
export async function isOwn(ctx: Ctx, id: string): Promise<boolean> {
  const [row] = await ctx.db
    .select({ id: discussionRequests.id })
    .from(discussionRequests)
    .where(and(eq(discussionRequests.id, id), ownRequest(viewerOf(ctx))))
  return row !== undefined && ctx.actor !== null
}

/** Whose documents a request may be about: of the organisations asked for, and of those above the schools. */
export async function requestDevelopers(ctx: Ctx): Promise<{ id: string; name: string }[]> {
  const places = asksFor(viewerOf(ctx))
  if (!places) return []
  return ctx.db
    .select({ id: organisations.id, name: organisations.name })
    .from(organisations)
    .where(or(inArray(organisations.tier, ['regional', 'municipal']), places))
    .orderBy(asc(organisations.name), asc(organisations.id))
    .limit(MOST)
}

/** Stores the scan of a letter, in the command of its request; null when none was sent. Problems at `file`. */
export async function keepLetter(
  ctx: ActingCtx,
  requestId: string,
  letter: Letter | null,
): Promise<string | null> {
  if (!letter) return null
  const { dataDir, ...file } = letter
  return (await keepFile(ctx, dataDir, { ...file, objectKind: LETTER, objectId: requestId })).id
}

/** The scan of a request's letter, for whoever may see the request. */
export async function letterFile(ctx: Ctx, number: number): Promise<StoredFile> {
  const [row] = await ctx.db
    .select({ file: files })
    .from(discussionRequests)
    .innerJoin(files, eq(files.id, discussionRequests.letterFileId))
    .where(
      and(
        eq(discussionRequests.number, number),
        sql`${files.erasedAt} is null`,
        requestVisibleTo(viewerOf(ctx)),
      ),
    )
  return found(row).file
}

type Said = Pick<
  typeof discussionRequests.$inferInsert,
  'organisationId' | 'process' | 'title' | 'developerId' | 'letterNumber' | 'letterDay'
>

/** The number of the actor's request of the same letter some minutes ago; equal requests take turns here. */
export async function sameRequest(ctx: ActingCtx, said: Said): Promise<number | undefined> {
  const { organisationId, process, title, developerId, letterNumber, letterDay } = said
  await ctx.db.execute(
    sql`select pg_advisory_xact_lock(hashtext('rses.request'), hashtext(${ctx.actor.personId}))`,
  )
  const same = { organisationId, process, title, developerId, letterNumber, letterDay }
  const [first] = await ctx.db
    .select({ number: discussionRequests.number })
    .from(discussionRequests)
    .where(saidAgain(ctx, discussionRequests, { ...same, authorId: ctx.actor.personId, state: 'sent' }))
    .orderBy(discussionRequests.number)
    .limit(1)
  return first?.number
}
