/** The page on which a Word file comes back: what was recognised in it, as the reader sees it. */
import { marginWaiting } from '#app/domain/reviews/importing/margins.server.ts'
import { draftBySlug } from '#app/domain/reviews/queries.server.ts'
import { wordingChange } from '#app/domain/reviews/remarks/wording.ts'
import { reviewRules } from '#app/domain/reviews/rules.ts'
import type { MissedItem, ReturnedItem } from '#app/domain/reviews/word/returned.ts'
import type { ReturnRead } from '#app/domain/reviews/word/returning.server.ts'
import { shortId } from '#app/routes/drafts.$slug/layout.ts'
import { sentenceOf } from '#app/web/problems.server.ts'
import { type Args, acting } from '#app/web/serve.server.ts'
import { content } from '#content/load.ts'

const QUOTED = 400
const TOLD = 100

export async function returnPage({ ctx, params, t }: Args) {
  const actor = acting(ctx)
  const { draft, versions, facts, current } = await draftBySlug(ctx, params.slug ?? '')
  const denial = reviewRules.remark(ctx.actor, facts)
  return {
    title: `${t.reviewWord.title} · ${draft.title}`,
    draft: { slug: draft.slug, title: draft.title, lang: draft.lang },
    current: current?.number ?? null,
    published: versions.filter(({ publishedAt }) => publishedAt !== null).map(({ number }) => number),
    megabytes: content().settings.uploads.maxMegabytes,
    denial: denial && sentenceOf(t, denial),
    margin: denial ? null : await marginWaiting(actor, draft.id),
  }
}

/** What was read, cut to what a page can show; the words that are sent are those of the file. */
export function returnedView({ upload, name, version, returned }: ReturnRead) {
  const { items, missed, known, over, structure } = returned
  return {
    ...{ upload, name, version: version.number, known, over, structure },
    most: content().settings.returns.items,
    items: items.map(itemView),
    missed: missed.slice(0, TOLD).map(missedView),
    moreMissed: Math.max(0, missed.length - TOLD),
  }
}

function itemView({
  key,
  kind,
  answers,
  range,
  address,
  exact,
  body,
  replacement,
  author,
  near,
  resolved,
}: ReturnedItem) {
  return {
    ...{ key, kind, answers, address, body, author, near, resolved },
    place: range && shortId(range.fromBlockId),
    exact: cut(exact),
    replacement,
    before: replacement === null ? null : exact,
    change: replacement === null ? null : wordingChange(exact, replacement),
  }
}

function missedView({ key, reason, n, author, address, exact, words }: MissedItem) {
  return { key, reason, n, author, address, exact: cut(exact), words: cut(words) }
}

const cut = (text: string) => (text.length > QUOTED ? `${text.slice(0, QUOTED)}…` : text)

export type ReturnPage = Awaited<ReturnType<typeof returnPage>>
export type ReturnedView = ReturnType<typeof returnedView>
export type ItemView = ReturnedView['items'][number]
