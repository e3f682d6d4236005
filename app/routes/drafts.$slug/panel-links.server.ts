/** Where a draft's page leads: to its panels (the conclusion once it is issued, until then the protocol) and questionnaires. */
import { panelsOfDraft } from '#app/domain/panels/objects/public.server.ts'
import { questionnairesOfDraft } from '#app/domain/questionnaires/facts.server.ts'
import type { Args } from '#app/web/serve.server.ts'
import type { Link } from './reading.ts'

/** One link a panel that anybody may know of, newest first; then the questionnaires within the visitor's reach. */
export async function panelLinksOf({ ctx, t }: Pick<Args, 'ctx' | 't'>, draftId: string): Promise<Link[]> {
  const rows = await panelsOfDraft(ctx, draftId)
  const asked = await questionnairesOfDraft(ctx, draftId)
  const panels = rows.map(({ number, conclusion, revokedAt }) =>
    conclusion
      ? { href: `/conclusions/${conclusion}`, label: labelOf(conclusion, revokedAt, t) }
      : { href: `/panels/${number}/protocol`, label: t.panels.number(number) },
  )
  return [
    ...panels,
    ...asked.map(({ number, title }) => ({ href: `/questionnaires/${number}`, label: title })),
  ]
}

function labelOf(number: string, revokedAt: Date | null, t: Args['t']) {
  const label = t.panels.conclusionNumber(number)
  return revokedAt ? t.conclusions.ofDraft.revoked(label) : label
}
