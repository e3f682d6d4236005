/** The page of the remark form: what it is about, whether it may be sent, and the text kept from last time. */

import { unsentOf } from '#app/domain/accounts/unsent.server.ts'
import type { ActingCtx, Ctx } from '#app/domain/ctx.ts'
import { found } from '#app/domain/problem.ts'
import { representedBy } from '#app/domain/reviews/inner/representing.server.ts'
import { follows } from '#app/domain/reviews/news/followed.server.ts'
import { type DraftShown, draftBySlug } from '#app/domain/reviews/queries.server.ts'
import { reviewRules } from '#app/domain/reviews/rules.ts'
import { versionBlocks } from '#app/domain/reviews/showing.server.ts'
import type { BlockInput } from '#app/domain/reviews/texts/blocks.ts'
import { sentenceOf } from '#app/web/problems.server.ts'
import { type Args, acting } from '#app/web/serve.server.ts'
import { content } from '#content/load.ts'
import { passageOf } from './passage.server.ts'
import type { BlockChoice, PassageView, RemarkFormView, RemarkPageView } from './remark-view.ts'

const LISTED = 40
const QUOTED = 220

/** Loader of the form; it never refuses for want of a right, so that a refused text can be shown again. */
export async function remarkPage(args: Args): Promise<RemarkPageView> {
  const { ctx, params, url, t } = args
  const shown = await draftBySlug(ctx, params.slug ?? '')
  const { draft } = shown
  const version = found(shown.current)
  const blocks = await versionBlocks(ctx, draft.id, version.id)
  const unsent = ctx.actor ? await unsentOf(acting(ctx), unsentKey(draft.id)) : null
  const passage = passageOf(blocks, url.searchParams)
  const denial = reviewRules.remark(ctx.actor, shown.facts)
  return {
    title: `${t.reviewRemark.form.title} · ${draft.title}`,
    draft: { slug: draft.slug, title: draft.title, lang: draft.lang },
    form: passage && (await formView(args, shown, version.id, passage, unsent?.fields ?? null)),
    blocks: choiceOf(passage ? [] : blocks, url.searchParams.get('q') ?? ''),
    denial: denial && sentenceOf(t, denial),
    signInHref:
      denial === 'signed-out'
        ? `/signin?next=${encodeURIComponent(url.pathname.replace(/\.data$/, '') + queryOf(url))}`
        : null,
    restored: unsent !== null && passage !== null,
    follow: ctx.actor && passage && (await followOf(acting(ctx), passage.fromBlock)),
  }
}

async function followOf(ctx: ActingCtx, id: string) {
  return { kind: 'block', id, on: await follows(ctx, { kind: 'block', id }) }
}

/** The files of a form with their bytes; a field left empty is none. */
export async function filesOf(sent: readonly File[]): Promise<{ name: string; bytes: Uint8Array }[]> {
  const chosen = sent.filter(({ size, name }) => size > 0 || name !== '')
  return Promise.all(
    chosen.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
  )
}

/** Under which key the text of an unsent remark is kept: one a draft. */
export function unsentKey(draftId: string): string {
  return `remark:${draftId}`
}

async function formView(
  { ctx, locale, url }: Args,
  { draft }: DraftShown,
  versionId: string,
  passage: PassageView,
  unsent: Record<string, string> | null,
): Promise<RemarkFormView> {
  const { remarks, settings } = content()
  return {
    action: `/drafts/${draft.slug}/remark${queryOf(url)}`,
    unsentAction: `/drafts/${draft.slug}/unsent`,
    owner: String(ctx.actor?.number ?? ''),
    back: `/drafts/${draft.slug}`,
    versionId,
    lang: draft.lang,
    max: settings.text.remark,
    files: { most: settings.uploads.perRemark, megabytes: settings.uploads.maxMegabytes },
    passage,
    kinds: remarks.kinds.map(({ code, title, hint }) => ({ code, title: title[locale], hint: hint[locale] })),
    behalf: await behalfOf(ctx),
    defaults: { kind: 'proposal' },
    unsent: unsent && wordsOnly(unsent),
  }
}

async function behalfOf(ctx: Ctx) {
  if (!ctx.actor) return []
  const own = await representedBy(acting(ctx))
  return own.map(({ id, shortName }) => ({ id, name: shortName }))
}

/** Words typed before are put back; the place is the one that is asked for now. */
function wordsOnly(fields: Record<string, string>): Record<string, string> {
  const names = ['kind', 'body', 'way', 'replacement', 'grounds', 'sources', 'weight']
  names.push('shownAs', 'onBehalfOfId', 'signatory')
  return Object.fromEntries(Object.entries(fields).filter(([name]) => names.includes(name)))
}

function choiceOf(blocks: readonly BlockInput[], query: string): BlockChoice {
  const plain = (text: string) => text.toLowerCase().replaceAll('ё', 'е')
  const words = plain(query).trim()
  const matching = blocks.filter(
    ({ text, address }) => text !== '' && (plain(text).includes(words) || plain(address).includes(words)),
  )
  return {
    query,
    found: matching.slice(0, LISTED).map(({ blockId, address, text }) => ({
      blockId,
      address,
      text: text.length > QUOTED ? `${text.slice(0, QUOTED)}…` : text,
    })),
    more: matching.length > LISTED,
  }
}

function queryOf(url: URL): string {
  const query = new URLSearchParams(url.search)
  query.delete('_routes')
  const text = query.toString()
  return text ? `?${text}` : ''
}
