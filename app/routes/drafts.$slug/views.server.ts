/** From what the domain answers to what the pages draw: words of the visitor's language, nothing that no page shows. */
import { dayOf } from '#app/domain/ctx.ts'
import { daysBetween, stageNow } from '#app/domain/reviews/course/staging.ts'
import type { DraftListed } from '#app/domain/reviews/listing.server.ts'
import type { DraftShown, TocEntry } from '#app/domain/reviews/queries.server.ts'
import type { AuthorShown, RemarkShown } from '#app/domain/reviews/remarks/remark-rows.server.ts'
import type { BlockInput } from '#app/domain/reviews/texts/blocks.ts'
import type { Args } from '#app/web/serve.server.ts'
import { content } from '#content/load.ts'
import type { Locale } from '#content/messages/locales.ts'
import type { Messages } from '#content/messages/ru.ts'
import type {
  AuthorView,
  BlockView,
  ContentsEntry,
  DraftRowView,
  DraftView,
  NoteView,
  StageView,
} from './views.ts'

export function draftView(
  { draft, developer }: Pick<DraftShown, 'draft' | 'developer'>,
  locale: Locale,
): DraftView {
  const { slug, number, title, lang } = draft
  return { slug, number, title, lang, kind: kindWord(draft.kind, locale), developer: developer.name }
}

/** The word for a kind of document; an unknown code shows itself. */
export function kindWord(code: string, locale: Locale): string {
  return content().documentKinds.find((kind) => kind.code === code)?.title[locale] ?? code
}

export function stageViews(
  shown: Pick<DraftShown, 'stages' | 'halt'>,
  { ctx }: Pick<Args, 'ctx'>,
): StageView[] {
  const today = dayOf(ctx.now, ctx.zone)
  const { stage: current, progress, daysLeft } = stageNow(shown.stages, ctx.now, ctx.zone, shown.halt)
  const ended = progress === 'over' && !shown.halt?.cancelledAt
  return shown.stages.map((stage) => ({
    kind: stage.kind,
    title: stage.title,
    firstDay: stage.firstDay,
    lastDay: stage.lastDay,
    state: stage === current ? 'current' : ended || stage.lastDay < today ? 'done' : 'ahead',
    daysLeft: stage === current ? daysLeft : null,
  }))
}

/** A draft of a list; the bar shows how much of the stage's time is over. */
export function rowView(
  draft: DraftListed,
  { ctx, locale, t }: Pick<Args, 'ctx' | 'locale' | 't'>,
): DraftRowView {
  const { slug, number, title, lang, developer, stage, version, remarks, people } = draft
  const today = dayOf(ctx.now, ctx.zone)
  return {
    ...{ slug, number, title, lang, developer, version, remarks, people },
    kind: kindWord(draft.kind, locale),
    state: stateOf(draft),
    outcome: draft.outcome && t.reviewEnding.kinds[draft.outcome],
    stage: stage && {
      title: stage.title,
      kind: stage.kind,
      daysLeft: daysBetween(today, stage.lastDay),
      elapsed: Math.round(
        (daysBetween(stage.firstDay, today) * 100) / (daysBetween(stage.firstDay, stage.lastDay) + 1),
      ),
    },
  }
}

function stateOf({ withdrawnAt, publishedAt, progress }: DraftListed): DraftRowView['state'] {
  if (withdrawnAt) return 'withdrawn'
  if (!publishedAt) return 'unpublished'
  if (progress === 'over') return 'closed'
  return progress === 'none' || progress === 'before' ? 'not-open' : 'open'
}

export function blockView({
  blockId,
  parentId,
  kind,
  depth,
  number,
  address,
  text,
  data,
}: BlockInput): BlockView {
  return { blockId, parentId, kind, depth, number, address, text, data }
}

export function contentsView(toc: readonly TocEntry[]): ContentsEntry[] {
  const top = Math.min(...toc.map(({ depth }) => depth))
  return toc
    .filter(({ depth }) => depth <= top + 1)
    .map(({ blockId, number, title, depth, remarks }) => ({ blockId, number, title, depth, remarks }))
}

/** A remark beside the text; null when it has no place in the version. */
export function noteView(remark: RemarkShown, t: Messages): NoteView | null {
  const { place } = remark
  return place && { ...remarkView(remark, t), place }
}

/** A remark without its place. */
export function remarkView(remark: RemarkShown, t: Messages): Omit<NoteView, 'place'> {
  const { decision } = remark
  return {
    ...pick(remark, [
      'number',
      'kind',
      'weight',
      'body',
      'replacement',
      'lang',
      'withdrawn',
      'hidden',
      'veil',
    ]),
    ...pick(remark, ['exact', 'address', 'whole', 'versionNumber', 'supports', 'replies']),
    author: authorView(remark.author, remark.onBehalfOf, t),
    ...(remark.inPosition && { inPosition: remark.inPosition }),
    ...(remark.ended && !decision && { ended: remark.ended }),
    decision: decision && pick(decision, ['decision', 'reason', 'decidedAt', 'changedVersion']),
  }
}

/** Only the named fields: what no page shows is not sent. */
export function pick<T extends object, K extends keyof T>(from: T, names: readonly K[]): Pick<T, K> {
  return Object.fromEntries(names.map((name) => [name, from[name]])) as Pick<T, K>
}

export function authorView(author: AuthorShown, onBehalfOf: string | null, t: Messages): AuthorView {
  const { reviews } = t
  const standing = [
    author.expert ? reviews.expert : author.post,
    author.municipality,
    onBehalfOf && reviews.behalf(onBehalfOf),
  ].filter(Boolean)
  return {
    name: author.name ?? reviews.participant(author.participantNumber),
    personNumber: author.personNumber,
    note: standing.join(', ') || null,
  }
}
