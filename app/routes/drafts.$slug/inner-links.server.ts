/** Where a draft's page leads from or into closed stages: the position that is gathered, or the open draft beside it. */
import { innerOf } from '#app/domain/reviews/inner/convening.server.ts'
import { innerStage } from '#app/domain/reviews/inner/gathering.server.ts'
import type { DraftShown } from '#app/domain/reviews/queries.server.ts'
import { reviewRules } from '#app/domain/reviews/rules.ts'
import { type Args, acting } from '#app/web/serve.server.ts'
import type { Link } from './reading.ts'

/** Links of this visitor; `positions`: organisations have spoken in this discussion. */
export async function innerLinksOf(
  { ctx, t }: Pick<Args, 'ctx' | 't'>,
  { draft, facts }: DraftShown,
  positions: boolean,
): Promise<Link[]> {
  const words = t.reviewInner
  const address = `/drafts/${draft.slug}`
  const may = (rule: 'convene' | 'removeMembers') => reviewRules[rule](ctx.actor, facts) === null
  const speaks = (ctx.actor?.powers ?? []).some(
    ({ capability, scopeKind }) => capability === 'position.file' && scopeKind === 'organisation',
  )
  // once it is too late to call anybody, whoever speaks still finds what was held
  const calls = ctx.actor && speaks && (may('convene') || (await innerOf(acting(ctx), draft.id)).length > 0)
  const about = facts.inner ? (await innerStage(ctx, draft.id)).aboutSlug : null
  return [
    positions && { href: `${address}/positions`, label: words.positions.title },
    calls && { href: `${address}/inner`, label: words.link },
    facts.inner && { href: `${address}/position`, label: words.position.title },
    may('removeMembers') && { href: `${address}/members`, label: words.position.members },
    about && { href: `/drafts/${about}`, label: words.about },
  ].filter((link) => link !== false && link !== null && link !== undefined && link !== '')
}
