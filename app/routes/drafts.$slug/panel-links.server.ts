/** Where a draft's page leads to its expert panels: to the conclusion once it is issued, until then to the protocol. */
import { panelsOfDraft } from '#app/domain/panels/queries.server.ts'
import type { Args } from '#app/web/serve.server.ts'
import type { Link } from './reading.ts'

/** One link a panel that anybody may know of, newest first. */
export async function panelLinksOf({ ctx, t }: Pick<Args, 'ctx' | 't'>, draftId: string): Promise<Link[]> {
  const rows = await panelsOfDraft(ctx, draftId)
  return rows.map(({ number, conclusion }) =>
    conclusion
      ? { href: `/conclusions/${conclusion}`, label: t.panels.conclusionNumber(conclusion) }
      : { href: `/panels/${number}/protocol`, label: t.panels.number(number) },
  )
}
