/**
 * Words beside remarks as moderation sees them: objections to a record, signatories of positions, dissenting opinions.
 * Each is covered in its own row; what it stands beside stays.
 */
import { eq, inArray, type SQL, sql } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import { type Ctx, viewerOf } from '#app/domain/ctx.ts'
import type { TextKind, TextKinds, TextShown, Veil, VeilChange } from '#app/domain/moderation/texts.ts'
import { found } from '#app/domain/problem.ts'
import { lockDraft } from '#app/domain/reviews/facts.server.ts'
import { cleanWords } from '#app/domain/reviews/words.ts'
import { content } from '#content/load.ts'
import { draftVisibleTo, nameShownOf } from '#db/reach/reviews.ts'
import { dissents, drafts, positions, recordObjections } from '#db/schema/index.ts'

/** The columns that cover a text of this room, or take the veil off. */
export function covered({ now }: Ctx, change: VeilChange | null) {
  if (change === null) return { hiddenAt: null, veil: null, hideCode: null, hideReason: null }
  const { veil, code, words } = change
  return { hiddenAt: now, veil, hideCode: code, hideReason: words || null }
}

type Source = {
  table: typeof recordObjections | typeof positions | typeof dissents
  /**
   * rows of all texts of the kind: id, author_id, draft_id, body, sent_at, hidden_at, veil, number, path, stands, said,
   * author (as readers see it: a case tells a moderator no more of who wrote than the page does)
   */
  rows: SQL
  /** column of the words, and their longest */
  words: 'body' | 'signatory'
}

const fullName = sql`concat_ws(' ', a.family_name, a.given_name, nullif(a.patronymic, ''))`

const sources: Record<'objection' | 'position' | 'dissent', Source> = {
  objection: {
    table: recordObjections,
    words: 'body',
    rows: sql`select o.id, r.author_id, r.draft_id, o.body, o.created_at as sent_at, o.hidden_at, o.veil, r.number,
      '/remarks/' || r.number as path, r.withdrawn_at is null as stands, r.body as said,
      coalesce(case when r.shown_as = 'name' and ${nameShownOf(sql`r.author_id`)} then ${fullName} end,
        r.participant_number::text) as author
      from record_objections o join remarks r on r.id = o.remark_id join people a on a.id = r.author_id`,
  },
  position: {
    table: positions,
    words: 'signatory',
    rows: sql`select p.id, p.filed_by_id as author_id, p.draft_id, p.signatory as body, p.filed_at as sent_at, p.hidden_at,
      p.veil, null::int as number, '/positions#p-' || p.id as path, p.withdrawn_at is null as stands,
      s.short_name as said, s.short_name as author
      from positions p join organisations s on s.id = p.organisation_id`,
  },
  // signed ones stand in the open draft, the others in the closed one
  dissent: {
    table: dissents,
    words: 'body',
    rows: sql`select d.id, d.person_id as author_id, coalesce(p.draft_id, d.draft_id) as draft_id,
      case when d.withdrawn_at is null then d.body else '' end as body,
      d.signed_at as sent_at, d.hidden_at, d.veil, null::int as number,
      case when p.id is null then '/position' else '/positions#d-' || d.id end as path,
      d.withdrawn_at is null as stands,
      (select o.short_name from organisations o where o.id = i.organisation_id) as said,
      case when ${nameShownOf(sql`d.person_id`)} then ${fullName} else '' end as author
      from dissents d join inner_discussions i on i.draft_id = d.draft_id join people a on a.id = d.person_id
      left join positions p on p.id = i.position_id`,
  },
}

type Row = {
  id: string
  authorId: string
  draftId: string
  stands: boolean
  veil: Veil | null
  address: string
  title: string
  number: number
  body: string
  said: string
  author: string
  lang: string
  sentAt: string
}

function textOf({ table, rows, words }: Source): TextKind {
  const one = (ctx: Ctx, where: SQL) => rowsWhere(ctx, rows, where)
  return {
    async lock(ctx, id) {
      const { facts } = await lockDraftOf(
        ctx,
        async () => found((await one(ctx, sql`t.id = ${id}`))[0]).draftId,
      )
      await ctx.db
        .select({ id: table.id })
        .from(table as PgTable)
        .where(eq(table.id, id))
        .for('update')
      const row = found((await one(ctx, sql`t.id = ${id}`))[0])
      const { authorId, draftId, stands, veil, address, title, number } = row
      return { id, authorId, place: facts.place, draftId, stands, veil, address, facts: { title, number } }
    },
    async cover(ctx, id, change) {
      await ctx.db.update(table).set(covered(ctx, change)).where(eq(table.id, id))
    },
    async shown(ctx, ids) {
      if (ids.length === 0) return []
      const reach = sql`${inArray(sql`t.id`, [...ids])} and ${draftVisibleTo(viewerOf(ctx))}`
      return (await one(ctx, reach)).map(shownAs)
    },
    async revise(ctx, id, said) {
      const { text } = content().settings
      const clean = cleanWords(said.body, 'body', words === 'body' ? text.reply : text.title)
      await ctx.db
        .update(table as PgTable)
        .set({ [words]: clean })
        .where(eq(table.id, id))
    },
  }
}

/**
 * The draft first and its row after it, as every command of the room: who holds a draft waits for no row held here. An
 * opinion moves from the closed draft into the open one when its position is signed; then that is locked as well.
 */
async function lockDraftOf(ctx: Ctx, read: () => Promise<string>) {
  let draftId = await read()
  for (;;) {
    const state = await lockDraft(ctx, draftId)
    const now = await read()
    if (now === draftId) return state
    draftId = now
  }
}

/** The kinds of text that stand beside remarks. */
export const asideTexts: TextKinds = {
  objection: textOf(sources.objection),
  position: textOf(sources.position),
  dissent: textOf(sources.dissent),
}

async function rowsWhere(ctx: Ctx, rows: SQL, where: SQL): Promise<Row[]> {
  return ctx.db.execute<Row>(sql`select t.id, t.author_id as "authorId", t.draft_id as "draftId", t.stands, t.body, t.said,
      case when t.hidden_at is not null then coalesce(t.veil, 'hidden') end as veil, t.sent_at as "sentAt",
      '/drafts/' || ${drafts.slug} || t.path as address, ${drafts.title}, ${drafts.lang},
      coalesce(t.number, ${drafts.number}) as number, t.author
    from (${rows}) t join ${drafts} on ${drafts.id} = t.draft_id where ${where}`)
}

function shownAs({
  id,
  author,
  body,
  lang,
  said,
  title,
  number,
  address,
  sentAt,
  veil,
  stands,
}: Row): TextShown {
  return {
    ...{ id, author, body, lang, address, veil, draft: title, title: String(number), replacement: null },
    ...{ sentAt: new Date(sentAt), withdrawn: !stands },
    context: said === '' ? null : { label: '', before: '', words: said, after: '' },
  }
}
