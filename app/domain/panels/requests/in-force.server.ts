/** The rules that a standing choice was made under, for whoever comes in later: without what was given up then. */
import type { Ctx } from '#app/domain/ctx.ts'
import { type PanelState, rulesOf, standingSelection } from '#app/domain/panels/facts.server.ts'
import type { KeptRow, KeptRules } from '#app/domain/panels/protocol.ts'
import type { SelectionRules } from '#app/domain/panels/selecting.ts'
import { without } from './limits.ts'

/** `high` are people who had the high band then; it is not read again. */
export async function rulesInForce(
  ctx: Ctx,
  { panel }: Pick<PanelState, 'panel'>,
): Promise<{ rules: SelectionRules; high: ReadonlySet<string> }> {
  const rules = await rulesOf(ctx, panel)
  const selection = await standingSelection(ctx, panel.id)
  const { waived = [] } = (selection?.rules ?? {}) as unknown as Partial<KeptRules>
  const rows = (selection?.candidates ?? []) as unknown as KeptRow[]
  const high = rows.filter((row) => row.high === true).map(({ personId }) => personId)
  return { rules: without(rules, waived), high: new Set(high) }
}
