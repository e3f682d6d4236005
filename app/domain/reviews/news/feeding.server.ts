/** What feeds and calendars say: remarks of a draft and last days of stages, as a guest may see them. */
import { type SQL, sql } from 'drizzle-orm'
import { type Ctx, viewerOf } from '#app/domain/ctx.ts'
import { draftBySlug } from '#app/domain/reviews/queries.server.ts'
import { remarkRows } from '#app/domain/reviews/remarks/remark-rows.server.ts'
import { messagesOf } from '#content/messages/index.server.ts'
import { draftVisibleTo } from '#db/reach/reviews.ts'
import { drafts, remarks } from '#db/schema/index.ts'
import { printCalendar } from './calendar.ts'

const ENTRIES = 50

/** Atom of the latest remarks of a draft whose words everybody may read. */
export async function remarkFeed(ctx: Ctx, publicUrl: string, slug = '') {
  const { draft } = await draftBySlug(ctx, slug)
  const { reviews, reviewRemark } = messagesOf('ru')
  const latest = sql`${remarks.id} in (select r.id from remarks r where r.draft_id = ${draft.id}
    and r.hidden_at is null and r.withdrawn_at is null order by r.number desc limit ${ENTRIES})`
  const rows = (await remarkRows(ctx, draft.id, null, latest)).reverse()
  const address = (path: string) => xml(encodeURI(publicUrl + path))
  const entries = rows.map((row) => {
    const page = address(`/drafts/${draft.slug}/remarks/${row.number}`)
    const updated = (row.decision?.decidedAt ?? row.receivedAt).toISOString()
    const removes = row.replacement === '' ? reviewRemark.page.removeSentence(row.exact) : null
    const proposes = removes ?? (row.replacement && `→ «${row.replacement}»`)
    const words = [row.exact && `«${row.exact}»`, proposes, row.body]
    return `<entry><id>${page}</id><title>${xml(reviewRemark.page.title(reviews.kinds[row.kind], row.number))}</title>
<link href="${page}"/><published>${row.receivedAt.toISOString()}</published><updated>${updated}</updated>
<author><name>${xml(row.author.name ?? reviews.participant(row.author.participantNumber))}</name></author>
<content type="text">${xml(words.filter(Boolean).join('\n\n'))}</content></entry>`
  })
  const times = rows.map((row) => (row.decision?.decidedAt ?? row.receivedAt).getTime())
  const changed = new Date(Math.max(draft.publishedAt?.getTime() ?? draft.createdAt.getTime(), ...times))
  const self = address(`/feeds/drafts/${draft.slug}.atom`)
  const body = `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ru"><id>${self}</id><title>${xml(draft.title)}</title>
<link rel="self" href="${self}"/><link href="${address(`/drafts/${draft.slug}`)}"/><updated>${changed.toISOString()}</updated>
${entries.join('\n')}</feed>
`
  // An entry may also leave the feed, which no date tells: the ETag alone speaks of it.
  return { body, changed: null }
}

/** The last days of stages that are not over: of one draft, or of all that a guest sees. */
export async function calendarOf(ctx: Ctx, publicUrl: string, slug?: string) {
  const only: SQL = slug === undefined ? sql`true` : sql`${drafts.slug} = ${slug}`
  if (slug !== undefined) await draftBySlug(ctx, slug)
  const rows = await ctx.db.execute<{
    id: string
    stage: string
    lastDay: string
    moved: number
    stamp: string
    title: string
    slug: string
  }>(sql`select s.id, s.title as stage, s.last_day::text as "lastDay", ${drafts.title}, ${drafts.slug},
      coalesce(l.moved, 0) as moved, coalesce(l.at, t.opened_at) as stamp
    from stages s join discussions t on t.id = s.discussion_id join ${drafts} on ${drafts.id} = t.draft_id
    left join lateral (select count(*)::int as moved, max(e.at) as at from log_entries e
      where e.object_kind = 'stage' and e.object_id = s.id) l on true
    where s.last_day >= ${viewerOf(ctx).today}::date and ${drafts.withdrawnAt} is null and t.closed_at is null
      and ${drafts.publishedAt} is not null and ${draftVisibleTo(viewerOf({ ...ctx, actor: null }))} and ${only}
    order by s.last_day, s.id`)
  const { hostname } = new URL(publicUrl)
  const words = messagesOf('ru').reviews.feed
  const events = rows.map(({ id, stage, lastDay, moved, stamp, title, slug }) => ({
    ...{ uid: `${id}@${hostname}`, sequence: moved, stamp: new Date(stamp), day: lastDay },
    ...{ summary: words.lastDay(stage), description: title, url: encodeURI(`${publicUrl}/drafts/${slug}`) },
  }))
  return { body: printCalendar(words.calendar, events), changed: null }
}

/** Text for XML: escaped, without the signs that XML cannot hold. */
function xml(text: string): string {
  return text
    .replace(unfit, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML 1.0 forbids
const unfit = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu
