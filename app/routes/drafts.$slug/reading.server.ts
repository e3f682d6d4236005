/** What the reading pages of a draft show: the head with its stages, and a version with everything said about it. */
import { dayOf } from '#app/domain/ctx.ts'
import type { DraftShown, VersionShown } from '#app/domain/reviews/queries.server.ts'
import { reviewRules } from '#app/domain/reviews/rules.ts'
import { formatFor } from '#app/ui/format.ts'
import type { Args } from '#app/web/serve.server.ts'
import type { ErratumView, HeadView, Link, ReadingViewData } from './reading.ts'
import { printText } from './text.server.tsx'
import { blockView, contentsView, draftView, noteView, stageViews } from './views.server.ts'
import type { NoteView, PlaceStatus } from './views.ts'

/** The head of a draft's page with what this visitor may do. */
export function headOf(shown: DraftShown, args: Pick<Args, 'ctx' | 'locale' | 't'>): HeadView {
  const { draft, current } = shown
  const may = (rule: Exclude<keyof typeof reviewRules, 'create'>) => allowed(rule, shown, args)
  const today = dayOf(args.ctx.now, args.ctx.zone)
  return {
    draft: draftView(shown, args.locale),
    passport: {
      ...{ ground: draft.ground, explanatoryNote: draft.explanatoryNote },
      ...{ questions: draft.questions, contact: draft.contact },
    },
    stages: stageViews(shown, args),
    version:
      current?.publishedAt && current.sha256
        ? {
            number: current.number,
            publishedAt: current.publishedAt,
            sha256: current.sha256,
            note: current.note,
          }
        : null,
    links: linksOf(shown, args),
    talk: shown.talk,
    opensOn:
      shown.stages.find((stage) => stage.kind === 'discussion' && stage.firstDay > today)?.firstDay ?? null,
    halted: haltWords(shown, args) ?? heardWords(shown, args),
    withdrawn: draft.withdrawnAt ? (draft.withdrawReason ?? '') : null,
    signedIn: args.ctx.actor !== null,
    can: {
      edit: may('edit'),
      publish: may('publish'),
      stages: may('openDiscussion') || may('changeStages'),
      decide: may('decide'),
      summary: may('publishSummary'),
      intake: may('intake'),
    },
  }
}

/** That the discussion stands still, or has ended without a summary: worded here, most drafts need no such words. */
function haltWords(
  { halt }: DraftShown,
  { t, locale, ctx }: Pick<Args, 't' | 'locale' | 'ctx'>,
): string | null {
  const words = t.reviewCourse
  const format = formatFor(locale, ctx.zone)
  if (halt?.cancelledAt) return `${words.cancelled(format.day(halt.cancelledAt))} ${words.why}`
  return halt?.pausedAt ? `${words.paused(format.day(halt.pausedAt))} ${words.why}` : null
}

/** That the stage of now hears others than this visitor, and whom. */
function heardWords({ stage, facts }: DraftShown, { t }: Pick<Args, 't'>): string | null {
  if (facts.inner === 'ended') return t.reviewInner.ended
  if (facts.inner === 'lost') return t.reviewInner.lost
  if (!facts.outside || !stage) return null
  const takers: Record<string, string> = t.reviewCourse.takers
  return t.reviewCourse.heard(stage.who.map((one) => takers[one] ?? one).join(', '))
}

/** Comparing with the version before, the list of versions, the summary: each when it exists. */
function linksOf(
  { draft, current, facts, stages, versions, outcome, halt }: DraftShown,
  { t }: Pick<Args, 't'>,
): Link[] {
  const words = t.reviews.draft
  const address = `/drafts/${draft.slug}`
  const calledOff = halt?.cancelledAt ? t.reviewEnding.ended.cancelled : null
  const ended = outcome ? t.reviewEnding.kinds[outcome] : calledOff
  const previous = versions.filter(({ publishedAt }) => publishedAt !== null)[1]?.number
  return [
    current && previous
      ? { href: `${address}/compare/${previous}/${current.number}`, label: words.compareWith(previous) }
      : null,
    current && current.number > 1 ? { href: `${address}/versions`, label: words.versions } : null,
    stages.length > 0 ? { href: `${address}/course`, label: t.reviewCourse.title } : null,
    current && {
      href: `${address}/versions/${current.number}.docx`,
      label: t.reviewWord.download,
      download: true as const,
    },
    facts.summarised ? { href: `${address}/summary`, label: words.summary } : null,
    ended === null
      ? null
      : { href: `${address}/outcome`, label: `${t.reviewEnding.title}: ${ended.toLowerCase()}` },
  ].filter((link) => link !== null)
}

/** Whether the rule lets this visitor; facts of a remark are those of nobody's open one. */
function allowed(
  rule: Exclude<keyof typeof reviewRules, 'create'>,
  { facts }: DraftShown,
  { ctx }: Pick<Args, 'ctx'>,
): boolean {
  const remark = {
    ...facts,
    authorId: '',
    withdrawnRemark: false,
    hiddenRemark: false,
    decided: false,
    answered: false,
  }
  return reviewRules[rule](ctx.actor, remark) === null
}

/** The remarks of a version that readers see, in the order of its text, those on words that are gone at their seats; last what has no seat in it. */
export function notesOf(
  view: VersionShown,
  { t }: Pick<Args, 't'>,
): { standing: NoteView[]; gone: NoteView[] } {
  const notes = view.remarks.flatMap((remark) => noteView(remark, t) ?? []).filter((note) => !note.withdrawn)
  const positions = new Map(view.blocks.map(({ blockId, position }) => [blockId, position]))
  const order = (note: NoteView) =>
    (positions.get(note.place.fromBlockId) ?? 0) * 100_000 + note.place.fromOffset
  const isSeated = ({ place }: NoteView) => place.status !== 'deleted' || positions.has(place.fromBlockId)
  return {
    standing: notes.filter(isSeated).sort((a, b) => order(a) - order(b)),
    gone: notes.filter((note) => !isSeated(note)),
  }
}

/** A version with its remarks, its text already printed. */
export async function readingOf(view: VersionShown, shown: DraftShown, args: Args): Promise<ReadingViewData> {
  const { standing, gone } = notesOf(view, args)
  const { slug, lang } = shown.draft
  const open = shown.talk === 'open' && !shown.facts.outside && view.version.number === shown.current?.number
  const blocks = view.blocks.map(blockView)
  return {
    versionNumber: view.version.number,
    text: await printText(
      { slug, lang, open, gone, blocks, notes: standing, errata: errataView(view) },
      args,
    ),
    remarks: standing.length + gone.length,
    last: Math.max(0, ...[...standing, ...gone].map(({ number }) => number)),
    contents: contentsView(view.toc),
    people: new Set(
      view.remarks.flatMap(({ position, author }) => (position ? [] : author.participantNumber)),
    ).size,
    positions: new Set(view.remarks.flatMap(({ position, author }) => (position ? (author.name ?? []) : [])))
      .size,
    carried: carriedOf([...standing, ...gone], view.version.number),
    open,
  }
}

/** Errata beside the units that the page draws: what stands in a cell is told beside its table. */
function errataView({ errata, blocks }: VersionShown): ErratumView[] {
  if (errata.length === 0) return []
  const units = new Map(blocks.map((block) => [block.blockId, block]))
  const seat = (id: string): string => {
    const unit = units.get(id)
    return unit?.parentId && (unit.kind === 'cell' || unit.kind === 'row') ? seat(unit.parentId) : id
  }
  return errata.map(({ blockId, before, after, reason, madeAt }) => {
    return { blockId: seat(blockId), before, after, reason, madeAt }
  })
}

/** How remarks of the versions before found their places in this one; null when there is nothing to report. */
export function carriedOf(notes: readonly NoteView[], number: number): ReadingViewData['carried'] {
  const older = notes.filter(({ versionNumber }) => versionNumber < number)
  if (older.length === 0) return null
  const counts = new Map<PlaceStatus, number>()
  for (const { place } of older) counts.set(place.status, (counts.get(place.status) ?? 0) + 1)
  return {
    from: Math.max(...older.map(({ versionNumber }) => versionNumber)),
    total: older.length,
    counts: [...counts],
  }
}
